/** A stretch of a text that stayed, went or came. */
export interface Stretch {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Where two texts differ, word by word: what a reader is shown of a correction. */
export function wordDifference(before: string, after: string): Stretch[] {
  return difference(wordsOf(before), wordsOf(after));
}

/** Where two texts differ, sign by sign: what a paper is shown of a quotation. */
export function signDifference(before: string, after: string): Stretch[] {
  return difference(Array.from(before), Array.from(after));
}

/** Words, stops and blanks, each a piece of its own. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

/** Two texts that have less in common than this are told apart as wholes: it bounds time and memory. */
const MOST_EDITS = 1500;

function difference(before: string[], after: string[]): Stretch[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const gone = before.slice(start, before.length - end);
  const came = after.slice(start, after.length - end);
  const middle = shortest(gone, came) ?? [
    ...gone.map((text) => ({ kind: "gone" as const, text })),
    ...came.map((text) => ({ kind: "new" as const, text })),
  ];
  return joined([
    { kind: "same", text: before.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: before.slice(before.length - end).join("") },
  ]);
}

/** The fewest pieces that went and came (Myers 1986, "An O(ND) difference algorithm"); undefined past the bound. */
function shortest(a: string[], b: string[]): Stretch[] | undefined {
  const most = Math.min(a.length + b.length, MOST_EDITS);
  const reach = new Int32Array(2 * most + 3); // on diagonal k, at k + most + 1
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(reach.slice(most + 1 - edits, most + 2 + edits));
    for (let k = -edits; k <= edits; k += 2) {
      const at = k + most + 1;
      const isDown = k === -edits || (k !== edits && num(reach, at - 1) < num(reach, at + 1));
      let x = isDown ? num(reach, at + 1) : num(reach, at - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach[at] = x;
      if (x >= a.length && x - k >= b.length) return walked(a, b, trail);
    }
  }
  return undefined;
}

const num = (numbers: Int32Array, at: number) => numbers[at] ?? 0;

/** Goes back along the trail from the end of both texts. */
function walked(a: string[], b: string[], trail: Int32Array[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const before = trail[edits] as Int32Array; // diagonals from -edits to edits, as the round before left them
    const reached = (diagonal: number) => num(before, diagonal + edits);
    const k = x - y;
    const isDown = k === -edits || (k !== edits && reached(k - 1) < reached(k + 1));
    const former = isDown ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : reached(former);
    const fromY = edits === 0 ? 0 : fromX - former;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      stretches.push({ kind: "same", text: a[x] as string });
    }
    if (edits === 0) break;
    if (isDown) stretches.push({ kind: "new", text: b[fromY] as string });
    else stretches.push({ kind: "gone", text: a[fromX] as string });
    [x, y] = [fromX, fromY];
  }
  return stretches.toReversed();
}

/** Neighbours of one kind as one stretch. */
function joined(stretches: Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { kind, text } of stretches) {
    const last = all.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else all.push({ kind, text });
  }
  return all;
}
