import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const ROOM = "virtual:words/";

/**
 * Gives a browser the words of those rooms alone that its page mentions, in the language that it reads. A module
 * that reads `words.series`, or takes `series` out of the words, waits for that room before it runs; the server has
 * all of them anyway. (A module that mentions a room by chance loads it too, which costs a little and breaks nothing.)
 */
export function wordRooms(): Plugin {
  let root = "";
  let rooms = new Map<string, string>();
  return {
    name: "word-rooms",
    // After Remix has taken the loaders and actions out of what browsers get.
    enforce: "post",
    configResolved(config) {
      root = config.root;
      rooms = roomsOf(readFileSync(join(root, "app/i18n/vi.ts"), "utf8"));
    },
    resolveId(id) {
      return id.startsWith(ROOM) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${ROOM}`)) return undefined;
      const room = id.slice(ROOM.length + 1);
      const words = (language: string) =>
        JSON.stringify(join(root, "app/i18n", language, `${rooms.get(room)}.ts`));
      const inLanguage = (language: string) =>
        `${language}: async () => (await import(${words(language)})).${room}`;
      return `
        import { furnish } from ${JSON.stringify(join(root, "app/i18n/messages.ts"))};
        await furnish("${room}", { ${inLanguage("vi")}, ${inLanguage("en")} });
      `;
    },
    transform(code, id, options) {
      const file = id.slice(root.length + 1);
      if (options?.ssr || !SPEAKS.test(file)) return;
      const asked = [...rooms.keys()].filter((room) => mentions(code, room));
      const imports = asked.map((room) => `import "${ROOM}${room}";`);
      return { code: imports.join("") + code, map: null };
    },
  };
}

/** Where words are read: not where they are kept, and not among the addresses, which are called alike. */
const SPEAKS = /^app\/(?!i18n\/(vi|en)\b|paths\.ts).*\.tsx?$/;

/** The rooms of the house, each with the file that its words are in. */
function roomsOf(house: string): Map<string, string> {
  const imports = house.matchAll(/import \{ (\w+) \} from "\.\/vi\/([\w-]+)\.ts";/g);
  return new Map([...imports].map(([, room = "", file = ""]) => [room, file]));
}

/** `words.series`, `{ series }`, `{ series: words }`; what is called, like `paths.desk.series()`, is no room. */
function mentions(code: string, room: string): boolean {
  return new RegExp(`\\.${room}\\b(?!\\s*\\()|[{,]\\s*${room}\\s*[,:}]`).test(code);
}
