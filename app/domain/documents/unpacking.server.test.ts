import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docx, xlsx } from "#app/test/papers.ts";
import { inspectDocument } from "./documents.server.ts";
import { isWithinLimits } from "./unpacking.server.ts";

const MEGABYTE = 1024 * 1024;
const contents = {
  "[Content_Types].xml": strToU8(
    '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
  ),
};

/** The same zip, whose list says of its largest part that it holds so many bytes. */
function saying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > MEGABYTE)
      view.setUint32(at + 24, size, true);
  return copy;
}

describe("a zip file as an attachment", () => {
  it("is taken when it is what Office writes", () => {
    expect(isWithinLimits(docx())).toBe(true);
    expect(isWithinLimits(xlsx())).toBe(true);
  });

  it("is refused when it would burst, with a reason of its own", () => {
    const parts = Array.from({ length: 30 }, (_, i) => [
      `word/${i}.xml`,
      new Uint8Array(8 * MEGABYTE),
    ]);
    const bomb = zipSync({ ...contents, ...Object.fromEntries(parts) }, { level: 9 });

    expect(bomb.length).toBeLessThan(MEGABYTE);
    expect(inspectDocument({ name: "a.docx", bytes: bomb })).toEqual({
      ok: false,
      reason: "file-bomb",
    });
  });

  it("is refused when a part holds more than it says, or less", () => {
    const bytes = zipSync({ ...contents, "word/document.xml": new Uint8Array(4 * MEGABYTE) });

    expect(isWithinLimits(bytes)).toBe(true);
    expect(isWithinLimits(saying(bytes, 100))).toBe(false);
    expect(isWithinLimits(saying(bytes, 5 * MEGABYTE))).toBe(false);
  });

  it("is refused when its parts lie over one another", () => {
    const bytes = zipSync({ ...contents, "word/document.xml": new Uint8Array(4 * MEGABYTE) });
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    const first = view.getUint32(end + 16, true);
    const list = bytes.slice(first, end);
    const packed = Array.from({ length: 100 }, () => list);
    const whole = new Uint8Array(first + list.length * 100 + 22);
    whole.set(bytes.subarray(0, first));
    packed.forEach((part, i) => {
      whole.set(part, first + i * list.length);
    });
    whole.set(bytes.subarray(end), first + list.length * 100);
    new DataView(whole.buffer).setUint16(whole.length - 22 + 10, 200, true);

    expect(isWithinLimits(whole)).toBe(false);
  });

  it("is refused when it has thousands of parts or is broken", () => {
    const many = Object.fromEntries(
      Array.from({ length: 5001 }, (_, i) => [`${i}`, new Uint8Array(1)]),
    );

    expect(isWithinLimits(zipSync(many, { level: 0 }))).toBe(false);
    expect(isWithinLimits(docx().slice(20))).toBe(false);
  });
});
