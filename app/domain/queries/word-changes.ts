export interface Piece {
  text: string;
  change: "same" | "gone" | "new";
}

const MOST = 2_000; // words of a version: more are compared line by line

/** What differs between two versions of a text, in words and the blanks between them, in the order in which they are read. */
export function wordChanges(before: string, after: string): Piece[] {
  const byWords = (text: string) => text.match(/\s+|\S+/g) ?? [];
  const byLines = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const [a, b] = [byWords(before), byWords(after)];
  const isLong = a.length > MOST || b.length > MOST;
  return joined(isLong ? changes(byLines(before), byLines(after)) : changes(a, b));
}

/** The longest common subsequence, from its table of lengths. */
function changes(a: string[], b: string[]): Piece[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number) => lengths[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [mine, theirs] = [a[i], b[j]];
    if (mine !== undefined && mine === theirs) {
      pieces.push({ text: mine, change: "same" });
      i++;
      j++;
    } else if (
      mine !== undefined &&
      (theirs === undefined || lengthAt(i + 1, j) >= lengthAt(i, j + 1))
    ) {
      pieces.push({ text: mine, change: "gone" });
      i++;
    } else {
      pieces.push({ text: theirs as string, change: "new" });
      j++;
    }
  }
  return pieces;
}

function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.change === piece.change) last.text += piece.text;
    else out.push({ ...piece });
  }
  return out;
}
