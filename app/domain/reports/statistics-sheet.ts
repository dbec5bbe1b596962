import type { Messages } from "#app/i18n/messages.ts";
import type { Statistics } from "./statistics.ts";

type Line = [item: string, value: number | string | null];

/** The figures of a period as a sheet: section, item, number. What comes from the books stays text in it. */
export function statisticsSheet(
  words: Messages,
  statistics: Statistics,
  of: { name: string; period: string },
): string[][] {
  const { figures } = words.reports;
  const section = (title: string, lines: Line[]) =>
    lines.map(([item, value]) => [title, item, value === null ? "" : String(value)]);
  return [
    [figures.section, figures.item, figures.value],
    ...section(figures.title, [
      [figures.of, of.name],
      [figures.period, of.period],
    ]),
    ...section(figures.queries.title, queryLines(words, statistics)),
    ...section(figures.times.title, timeLines(words, statistics)),
    ...section(figures.meetings.title, meetingLines(words, statistics)),
    ...section(
      figures.outlets.title,
      statistics.outlets.map(({ outlet, people }) => [outlet ?? figures.outlets.unknown, people]),
    ),
    ...section(
      figures.refusals.title,
      statistics.refusals.map(({ ground, count }) => [groundName(words, ground), count]),
    ),
    ...section(figures.corrections.title, correctionLines(words, statistics)),
    ...section(
      figures.promises.title,
      (["made", "onTime", "late", "overdue", "running"] as const).map((key) => [
        figures.promises[key],
        statistics.promises[key],
      ]),
    ),
    ...section(figures.registry.title, [
      [figures.registry.agencies, statistics.registry.agencies],
      [figures.registry.covered, statistics.registry.covered],
    ]),
  ];
}

function queryLines(words: Messages, { queries, months }: Statistics): Line[] {
  const { queries: its } = words.reports.figures;
  const counts = ["received", "answered", "confirmed", "disputed"] as const;
  const outcomes = ["refused", "withdrawn", "forwarded", "open"] as const;
  return [
    ...[...counts, ...outcomes].map((key): Line => [its[key], queries[key]]),
    [its.medianIn.hours, queries.medianHours],
    [its.medianIn.days, queries.medianDays],
    ...months.flatMap(({ from, received, answered }): Line[] => [
      [`${from.slice(0, 7)}: ${its.received}`, received],
      [`${from.slice(0, 7)}: ${its.answeredOf}`, answered],
    ]),
  ];
}

function timeLines(words: Messages, { times }: Statistics): Line[] {
  const its = words.reports.figures.times;
  return (["statutory", "house"] as const).flatMap((clock) =>
    (["of", "onTime", "late", "running", "overdue"] as const).map(
      (key): Line => [`${its[clock]}: ${its[key]}`, times[clock][key]],
    ),
  );
}

function meetingLines(words: Messages, { meetings }: Statistics): Line[] {
  const its = words.reports.figures.meetings;
  return meetings.flatMap(({ kind, announced, held, cancelled }): Line[] => [
    [`${words.meetings.kinds[kind]}: ${its.planned}`, announced],
    [`${words.meetings.kinds[kind]}: ${its.held}`, held],
    [`${words.meetings.kinds[kind]}: ${its.cancelled}`, cancelled],
  ]);
}

function correctionLines(words: Messages, { corrections }: Statistics): Line[] {
  const its = words.reports.figures.corrections;
  const outcomes: Record<string, string> = its.outcomes;
  return [
    [its.found, corrections.found],
    [its.feedback, corrections.feedback],
    ...corrections.outcomes.map(
      ({ outcome, count }): Line => [outcomes[outcome] ?? outcome, count],
    ),
  ];
}

/** A ground of refusal as people read it. */
export function groundName(words: Messages, ground: string | null): string {
  if (!ground) return words.reports.figures.refusals.unsaid;
  return (words.policies.choices as Record<string, string>)[ground] ?? ground;
}
