/** What a province is asked about each of its agencies, in the order of the decree. */
export const QUESTIONS = ["designated", "published", "confirmed", "regulation", "trained"] as const;
export type Question = (typeof QUESTIONS)[number];

/** An answer: done, still within its time, not done; or nothing is asked (nobody there whom it could be asked of). */
export type Mark = "yes" | "waiting" | "no" | "none";

export type Marks = Record<Question, Mark>;

/** How an agency stands as a whole: everything in order, something lacking, or nobody to speak for it. */
export type Standing = "in-order" | "lacking" | "nobody";

export function standingOf(marks: Marks): Standing {
  if (marks.designated === "no") return "nobody";
  return QUESTIONS.some((question) => marks[question] === "no") ? "lacking" : "in-order";
}

/** How many of those who were asked have done it. Who is not asked is not counted; the denominator is shown. */
export function shareOf(all: Marks[], question: Question): { yes: number; asked: number } {
  const asked = all.map((marks) => marks[question]).filter((mark) => mark !== "none");
  return { yes: asked.filter((mark) => mark === "yes").length, asked: asked.length };
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
