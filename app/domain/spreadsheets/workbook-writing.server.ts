/** A table with its heading as an XLSX workbook; everything is text, so that no zero and no code is lost. */
export async function workbookOf(rows: string[][], sheet: string): Promise<Uint8Array> {
  const { default: writeXlsx } = await import("write-excel-file/node");
  const [heading = [], ...body] = rows;
  const cells = [
    heading.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...body.map((row) => row.map((value) => (value ? { value, type: String } : null))),
  ];
  const columns = heading.map((text, place) => ({
    width: widthOf([text, ...columnOf(body, place)]),
  }));
  const workbook = writeXlsx(cells, { sheet, columns, stickyRowsCount: 1 });
  return workbook.toBuffer();
}

function columnOf(body: string[][], place: number): string[] {
  return body.slice(0, 200).map((row) => row[place] ?? "");
}

function widthOf(texts: string[]): number {
  return Math.min(50, Math.max(8, ...texts.map((text) => text.length + 2)));
}
