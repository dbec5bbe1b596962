import { now, readDay, readInstant } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { LONGEST_QUERY } from "#app/domain/areas/areas.server.ts";
import { lookUp } from "#app/domain/spokespersons/lookup.server.ts";
import { type Answer, answerJson } from "#app/domain/spokespersons/lookup.ts";
import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import type { Command } from "../cli.ts";
import { wordsFor } from "./books.ts";
import { Refused } from "./refused.ts";

export const run: Command = async (texts, flags) => {
  const query = texts.join(" ").trim();
  if (!query || query.length > LONGEST_QUERY)
    throw new Refused(`Look up a name of 1 to ${LONGEST_QUERY} characters.`);
  const at = flags.on === undefined ? now() : readInstant(flags.on);
  if (!at) throw new Refused(`--on ${flags.on} is neither a day (2026-03-01) nor an instant.`);
  const limit = Number(flags.limit ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 50)
    throw new Refused("--limit takes a whole number from 1 to 50.");

  const words = wordsFor(flags);
  const answers = await lookUp(db, { query, limit, at });
  const results = answers.map((answer) => answerJson(answer, words));
  const lines = answers.flatMap(linesOf);
  return {
    json: { query, on: readDay(flags.on ?? "") ?? at, results },
    lines: lines.length ? lines : ["Nothing is known by this name."],
  };
};

function linesOf({ area, agency, successors, speakers }: Answer): string[] {
  const around = area.level === "province" ? [] : [area.district, area.province.name];
  return [
    [agency?.kind && agency.name, area.fullName, ...around].filter(Boolean).join(", "),
    ...successors.map(
      ({ area: next, speaker }) =>
        `  → ${next.fullName}, ${next.province.name}: ${speaker ? contactOf(speaker) : NOBODY}`,
    ),
    ...speakers.map(
      (one) =>
        `  ${one.recommended ? "*" : " "} ${contactOf(one)} (${one.basis.number}, ${one.basis.date})`,
    ),
    ...(agency && speakers.length === 0 ? [`    ${NOBODY}`] : []),
  ];
}

const NOBODY = "nobody is on record";

function contactOf({ name, position, phone, email }: Speaker): string {
  return [name, position, phone, email].join(", ");
}
