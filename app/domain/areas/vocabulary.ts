/** The folded words of all names, with what people may have meant by a word that is not among them. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #sorted: string[] = [];
  readonly #near = new Map<string, Map<number, number>>();

  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#ids.set(word, this.#words.length);
    this.#words.push(word);
    return this.#words.length - 1;
  }

  /** Call once when all words are in. */
  close() {
    this.#sorted.push(...this.#words.toSorted());
  }

  get size() {
    return this.#words.length;
  }

  idOf(word: string): number | undefined {
    return this.#ids.get(word);
  }

  /** The words that begin so. */
  beginningWith(prefix: string): number[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? "") < prefix) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let i = low; this.#sorted[i]?.startsWith(prefix); i++)
      found.push(this.#ids.get(this.#sorted[i] ?? "") as number);
    return found;
  }

  /** The words one slip away (two in a long word), with the number of slips. */
  near(word: string): Map<number, number> {
    const kept = this.#near.get(word);
    if (kept) return kept;
    const found = new Map<number, number>();
    const most = word.length >= 6 ? 2 : word.length >= 3 ? 1 : 0;
    if (most > 0 && word.length <= 12 && !/\d/.test(word))
      for (const [id, known] of this.#words.entries()) {
        if (Math.abs(known.length - word.length) > most || known.length < 2) continue;
        const slips = slipsBetween(word, known, most);
        if (slips <= most && slips > 0) found.set(id, slips);
      }
    if (this.#near.size > 5_000) this.#near.clear();
    this.#near.set(word, found);
    return found;
  }

  /** Words written together (longxuyen) taken apart into as few known ones as can be; none if it cannot. */
  apart(glued: string): string[] {
    if (glued.length < 5 || glued.length > 40) return [];
    const best: (string[] | undefined)[] = [[]];
    for (let end = 1; end <= glued.length; end++)
      for (let begin = Math.max(0, end - 7); begin < end; begin++) {
        const before = best[begin];
        const word = glued.slice(begin, end);
        if (!before || !(this.#ids.has(word) || this.#ids.has(withI(word)))) continue;
        const known = this.#ids.has(word) ? word : withI(word);
        const longEnough = word.length > 1 || /\d/.test(word);
        if (longEnough && before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
          best[end] = [...before, known];
      }
    const words = best[glued.length] ?? [];
    return words.length > 1 ? words : [];
  }
}

const withI = (word: string) => word.replace(/y$/, "i");

/** Letters left out, put in, changed or swapped between two words, counted up to a limit (Damerau's distance). */
function slipsBetween(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + changed,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    older = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
