import { encodeQR } from "qr";

/** A QR code as one path for an SVG: `size` dots in a square, with its margin of four. */
export interface QrCode {
  size: number;
  path: string;
}

/** Draws a text as a QR code; the dots of a row that touch are one stroke. */
export function qrCode(text: string): QrCode {
  const rows = encodeQR(text, "raw", { ecc: "low", border: 4, encoding: "byte" });
  const strokes = rows.flatMap((row, y) =>
    strokesOf(row).map(([x, n]) => `M${x} ${y}h${n}v1h-${n}z`),
  );
  return { size: rows.length, path: strokes.join("") };
}

function strokesOf(row: boolean[]): [start: number, length: number][] {
  const strokes: [number, number][] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    strokes.push([start, x - start + 1]);
  }
  return strokes;
}
