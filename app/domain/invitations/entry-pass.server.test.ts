import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { htmlOf, type LetterBody, textOf } from "../mail/letter-body.ts";
import { entryPassOf, passDots, passPicture } from "./entry-pass.server.ts";
import { passText, readPass } from "./entry-pass.ts";

const code = entryPassOf({ token: "token-of-ha-0123456789" });

/** What a camera would read of dots, each drawn four pixels wide, with white around them. */
function read(bare: boolean[][]): string {
  const scale = 4;
  const white = (length: number) => Array<boolean>(length).fill(false);
  const above = Array.from({ length: 4 }, () => white(bare.length + 8));
  const dots = [...above, ...bare.map((row) => [...white(4), ...row, ...white(4)]), ...above];
  const side = dots.length * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  dots.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let dy = 0; dy < scale; dy++)
        for (let dx = 0; dx < scale; dx++) {
          const at = ((y * scale + dy) * side + x * scale + dx) * 4;
          data.fill(0, at, at + 3);
        }
    });
  });
  return decodeQR({ width: side, height: side, data });
}

describe("an entry pass", () => {
  it("is the same for the same invitation, another for another, and tells nothing of the token", () => {
    expect(entryPassOf({ token: "token-of-ha-0123456789" })).toBe(code);
    const codes = new Set(
      Array.from({ length: 2000 }, (_, i) => entryPassOf({ token: `token-${i}-0123456789` })),
    );
    expect(codes.size).toBe(2000);
    expect("token-of-ha-0123456789".toUpperCase()).not.toContain(code);
  });

  it("is read as people type it", () => {
    expect(readPass(passText(code).toLowerCase())).toBe(code);
    expect(readPass(` ${passText(code).replace("-", " ")} `)).toBe(code);
    expect(readPass("OIL01234")).toBe("01101234");
    for (const none of ["", "K7QM-3XP", "K7QM-3XPDD", "K7QM-3XPU", "token-of-ha-0123456789"])
      expect(readPass(none)).toBeUndefined();
  });

  it("is read by a camera from the page and from the letter, where the cells of a table draw it", () => {
    const picture = Buffer.from(passPicture(code).split(",")[1] ?? "", "base64").toString();
    const side = Number(/viewBox="0 0 (\d+)/.exec(picture)?.[1]);
    const drawn = Array.from({ length: side }, () => Array<boolean>(side).fill(false));
    for (const [, x, y, length] of picture.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
      drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
    expect(read(drawn)).toBe(code);

    const body = { pass: { label: "Mã", code: passText(code), dots: passDots(code) } };
    const letter = { changes: [], facts: [], paragraphs: [], ...body } as unknown as LetterBody;
    const rows = [...htmlOf(letter).matchAll(/<tr>(<td colspan=.*?)<\/tr>/g)].map(([, row = ""]) =>
      [...row.matchAll(/colspan=(\d+) .*?bgcolor=#(\w+)/g)].flatMap(([, length, colour]) =>
        Array<boolean>(Number(length)).fill(colour === "000"),
      ),
    );
    expect(rows).toEqual(passDots(code));
    expect(read(rows)).toBe(code);
    const plain = { ...letter, sender: "", heading: "" } as LetterBody;
    expect(textOf(plain)).toContain(`Mã: ${passText(code)}`);
  });
});
