import { encodeQR } from "qr";

/**
 * Draws a text as a QR code, an SVG of its own with the margin of four dots; the dots of a row that touch
 * are one stroke. Dark on white in every theme: not every camera reads the reverse.
 */
export function qrSvg(text: string): string {
  const rows = encodeQR(text, "raw", { ecc: "low", border: 4, encoding: "byte" });
  const strokes = rows.flatMap((row, y) =>
    strokesOf(row).map(([x, n]) => `M${x} ${y}h${n}v1h-${n}z`),
  );
  const side = rows.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${strokes.join("")}"/></svg>`;
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
