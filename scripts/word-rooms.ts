import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const WORDS = "virtual:words";

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
      return id === WORDS ? `\0${WORDS}` : undefined;
    },
    load(id) {
      if (id !== `\0${WORDS}`) return undefined;
      const inLanguage = (language: string) =>
        [...rooms].map(([room, file]) => {
          const words = JSON.stringify(join(root, "app/i18n", language, `${file}.ts`));
          return `${room}: async () => (await import(${words})).${room},`;
        });
      return `
        import { learn } from ${JSON.stringify(join(root, "app/i18n/messages.ts"))};
        const vi = { ${inLanguage("vi").join("")} };
        const en = { ${inLanguage("en").join("")} };
        export const furnish = (...rooms) => learn({ vi, en }, rooms);
      `;
    },
    transform(code, id, options) {
      const file = id.slice(root.length + 1);
      if (options?.ssr || !SPEAKS.test(file)) return;
      const asked = [...rooms.keys()].filter((room) => mentions(code, room));
      if (asked.length === 0) return;
      const awaited = asked.map((room) => JSON.stringify(room)).join();
      const first = `import { furnish as __furnish } from "${WORDS}";await __furnish(${awaited});`;
      return { code: first + code, map: null };
    },
  };
}

/** Where words are read: not where they are kept, and not among the addresses, which are called alike. */
const SPEAKS = /^app\/(?!i18n\/(vi|en|messages)\b|paths\b).*\.tsx?$/;

/** The rooms of the house, each with the file that its words are in. */
function roomsOf(house: string): Map<string, string> {
  const imports = house.matchAll(/import \{ (\w+) \} from "\.\/vi\/([\w-]+)\.ts";/g);
  return new Map([...imports].map(([, room = "", file = ""]) => [room, file]));
}

/** `words.portal`, `{ portal }`, `{ portal: words }`; no address (`paths.portal.home()`), nor `nav.portal` of a menu. */
function mentions(code: string, room: string): boolean {
  return new RegExp(`(?<!\\b(?:nav|paths))\\.${room}\\b(?!\\s*\\()|[{,]\\s*${room}\\s*[,:}]`).test(
    code,
  );
}
