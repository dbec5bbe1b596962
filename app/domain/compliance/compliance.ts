/** What a province is asked about each of its agencies, in the order of the decree. */
export const QUESTIONS = ["designated", "published", "confirmed", "regulation", "trained"] as const;
export type Question = (typeof QUESTIONS)[number];

/** An answer: done, still within its time, not done; or nothing is asked (nobody there whom it could be asked of). */
export type Mark = "yes" | "waiting" | "no" | "none";

export type Marks = Record<Question, Mark>;

/** How an agency stands as a whole: everything in order, something lacking, or nobody to speak for it. */
export const STANDINGS = ["in-order", "lacking", "nobody"] as const;
export type Standing = (typeof STANDINGS)[number];

/** How an agency stands, by its marks: nobody speaks for it, something else is lacking, or all is in order. */
export function standingOf(marks: Marks): Standing {
  if (marks.designated === "no") return "nobody";
  return QUESTIONS.some((question) => marks[question] === "no") ? "lacking" : "in-order";
}

export interface Share {
  yes: number;
  asked: number;
}

/** How many of those who were asked have done it. Who is not asked is not counted; the denominator is shown. */
export function shareOf(all: Marks[], question: Question): Share {
  const asked = all.map((marks) => marks[question]).filter((mark) => mark !== "none");
  return { yes: asked.filter((mark) => mark === "yes").length, asked: asked.length };
}

/** The share of every question. */
export function sharesOf(all: Marks[]): Record<Question, Share> {
  const shares = QUESTIONS.map((question) => [question, shareOf(all, question)] as const);
  return Object.fromEntries(shares) as Record<Question, Share>;
}

/** The worst of several: what is not done outweighs what waits, which outweighs what is done. */
export function worstOf(marks: Mark[]): Mark {
  for (const mark of ["no", "waiting", "yes"] as const) if (marks.includes(mark)) return mark;
  return "none";
}

const URGENCY: Mark[] = ["no", "waiting", "yes", "none"];

/** In the order of one question, what is not done first; agencies that answer alike stay as they were. */
export function byQuestion<Agency extends { marks: Marks }>(
  agencies: Agency[],
  question: Question,
): Agency[] {
  const rank = ({ marks }: Agency) => URGENCY.indexOf(marks[question]);
  return agencies.toSorted((a, b) => rank(a) - rank(b));
}

/** The agencies of each province in one: how each of them stands, and how many have done what is asked. */
export function byProvince<Province extends { id: string }>(
  provinces: Province[],
  agencies: { provinceId: string; marks: Marks }[],
) {
  return provinces.map((province) => {
    const marks = agencies
      .filter(({ provinceId }) => provinceId === province.id)
      .map((agency) => agency.marks);
    return { ...province, standings: marks.map(standingOf), shares: sharesOf(marks) };
  });
}

/** In the order of one question, where the smallest share has done it first, where nothing is asked last. */
export function byShare<Province extends { shares: Record<Question, Share> }>(
  provinces: Province[],
  question: Question,
): Province[] {
  const rank = ({ shares }: Province) => {
    const { yes, asked } = shares[question];
    return asked === 0 ? 2 : yes / asked;
  };
  return provinces.toSorted((a, b) => rank(a) - rank(b));
}
