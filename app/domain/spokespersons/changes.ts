import { shortDay } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Day, Moment } from "#db/tables.ts";
import type { Difference } from "../audit/difference.ts";
import { type Capacity, shortWhen } from "./speaker.ts";

export type ChangeKind =
  | "published" // a head or a regular spokesperson went on the public list
  | "ended"
  | "revoked"
  | "superseded"
  | "annulled" // entered by mistake, and taken off
  | "corrected" // a mistake put right by a new entry
  | "delegated"
  | "delegation-ended" // ran out
  | "renamed"
  | "closed";

/** Something that reads differently in public since a moment. Never changes itself; its id is its own for good. */
export interface Change {
  id: string;
  at: Moment;
  kind: ChangeKind;
  agency: { id: string; name: string; nameEn: string };
  areaCode: string;
  provinceId: string;
  person: string | null;
  capacity: Capacity | null;
  matter: string | null;
  basis: { number: string; date: Day | null } | null;
  from: Day | Moment | null;
  until: Day | Moment | null;
  other: { name: string; nameEn: string } | null; // the former name, or the successor of a closed agency
  changed: Difference[]; // what a correction put right, of that which is public
}

/** A place in the stream of changes: the last one that somebody has read. */
export interface ChangeCursor {
  at: Moment;
  id: string; // empty: before everything of that moment
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Where a reader of changes has come to, in one word for an address; `readChangeCursor` reads it back. */
export function changeCursor({ at, id }: Pick<Change, "at" | "id">): string {
  return `${at}~${id}`;
}

/** Reads what `changeCursor` wrote; undefined when it was not. */
export function readChangeCursor(text: string): ChangeCursor | undefined {
  const [at = "", id = "", ...rest] = text.split("~");
  return MOMENT.test(at) && /^[\w-]{0,200}$/.test(id) && rest.length === 0 ? { at, id } : undefined;
}

/** A change in a sentence of the reader's language. */
export function changeSentence(words: Messages, change: Change): string {
  const { kind, person, capacity, matter, basis, from, until, other, changed } = change;
  const sentence = words.changes.sentences[kind]({
    person: person ?? "",
    capacity: capacity ? words.spokespersons.capacity[capacity].toLowerCase() : "",
    matter: matter ?? "",
    number: basis?.number ?? "",
    date: basis?.date ? shortDay(basis.date) : null,
    from: from && shortWhen(from),
    until: until && shortWhen(until),
    other,
  });
  return changed.length > 0 ? `${sentence} ${words.changes.changed(changed)}` : sentence;
}
