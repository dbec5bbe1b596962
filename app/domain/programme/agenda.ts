import { z } from "zod";
import type { Moment, Row } from "#db/tables.ts";
import { count, line, optional } from "../fields.ts";

export type AgendaItem = Row<"agendaItem">;

const MOST_MINUTES = 12 * 60;

/** What is typed about one point of a programme. */
export const AgendaForm = z.object({
  title: line(200),
  speaker: optional(line(160)),
  minutes: count(1, MOST_MINUTES),
});
export type AgendaDetails = z.output<typeof AgendaForm>;

/** Where a point is to stand: 1 is the first. */
export const PlaceForm = z.object({ place: count(1, 999) });

/** A point with the time by the clock at which it is to begin and to end. */
export type TimedItem<Item> = Item & { fromAt: Moment; untilAt: Moment };

/** The points in their order, each from when until when: one follows on the other from the meeting's start. */
export function timesOf<Item extends { minutes: number }>(
  items: Item[],
  startsAt: Moment,
): TimedItem<Item>[] {
  let at = Date.parse(startsAt);
  return items.map((item) => {
    const fromAt = new Date(at).toISOString();
    at += item.minutes * 60_000;
    return { ...item, fromAt, untilAt: new Date(at).toISOString() };
  });
}

/** How many minutes all points take, and by how many that is more (or, below nought, less) than the meeting lasts. */
export function lengthOf(
  items: { minutes: number }[],
  { startsAt, endsAt }: { startsAt: Moment; endsAt: Moment },
): { minutes: number; over: number } {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const lasts = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  return { minutes, over: minutes - lasts };
}

/** The points with one of them put at a place, the others in the order they were; a place beyond the end is the last. */
export function putAt<Item extends { id: string }>(items: Item[], id: string, place: number) {
  const moved = items.find((item) => item.id === id);
  if (!moved) return items;
  const others = items.filter((item) => item !== moved);
  return others.toSpliced(Math.max(0, place - 1), 0, moved);
}
