import { now, readInstant } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { LONGEST_QUERY } from "#app/domain/areas/areas.server.ts";
import { lookUp } from "#app/domain/spokespersons/lookup.server.ts";
import { answerJson } from "#app/domain/spokespersons/lookup.ts";
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
  const lines = answers.flatMap(({ area, successors, speakers }) => [
    [area.fullName, area.district, area.province.name].filter(Boolean).join(", "),
    ...successors.map((next) => `  → ${next.area.fullName}, ${next.area.province.name}`),
    ...speakers.map(
      (one) =>
        `  ${one.recommended ? "*" : " "} ${one.name}, ${one.position}, ${one.phone}, ${one.email} (${one.basis.number}, ${one.basis.date})`,
    ),
  ]);
  return {
    json: { query, on: at, results },
    lines: lines.length ? lines : ["Nothing is known by this name."],
  };
};
