/// <reference types="vitest/config" />
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { wordRooms } from "./scripts/word-rooms.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    wordRooms(),
  ],
  // Of its thousands of icons the server needs a few.
  ssr: { noExternal: ["lucide-react"] },
  build: { target: "es2022", assetsInlineLimit: 0 },
  test: {
    // Journeys drive the built app in a real browser and want the build first: see scripts/test.ts.
    include: process.env.JOURNEYS ? ["app/test/*.journey.ts"] : ["{app,db,scripts}/**/*.test.ts"],
    setupFiles: process.env.JOURNEYS ? [] : ["app/test/setup.ts"],
    globalSetup: process.env.JOURNEYS ? [] : ["app/test/postgres.ts", "app/test/templates.ts"],
    // Vitest would leave one core idle, of two that is half the machine.
    minWorkers: "100%",
    maxWorkers: "100%",
    // How long a machine takes decides nothing: these end what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
