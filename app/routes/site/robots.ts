import { config } from "#app/config.server.ts";
import { localised } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** What robots need not look at, and where they find the rest. A letter's address is nobody else's. */
export function loader() {
  const closed = [
    paths.desk.home(),
    paths.reply({ token: "" }),
    paths.unsubscribe({ token: "" }),
    "/calendars/",
  ];
  const lines = closed.flatMap((path) =>
    (["vi", "en"] as const).map((language) => `Disallow: ${localised(language, path)}`),
  );
  const text = ["User-agent: *", ...lines, "", `Sitemap: ${config.ORIGIN}${paths.sitemap()}`];
  return new Response(`${text.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "max-age=3600" },
  });
}
