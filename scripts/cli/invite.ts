import { db } from "#app/db.server.ts";
import { COUNTRY } from "#app/domain/accounts/officer.ts";
import { invite } from "#app/domain/invitations/invitations.server.ts";
import { findMeeting } from "#app/domain/meetings/meetings.server.ts";
import { findListByName, listMembers } from "#app/domain/press/press-lists.server.ts";
import type { Command } from "../cli.ts";
import { signedNow, wordsFor } from "./books.ts";
import { Refused } from "./refused.ts";

export const run: Command = async ([id = ""], flags) => {
  const { reasons } = wordsFor(flags).invitations;
  const meeting = await findMeeting(db, id);
  if (!meeting) throw new Refused(`There is no meeting ${id}.`);
  if (!flags.list) throw new Refused("Whom? Say --list NAME.");
  // The province's own list first; the command line reaches the others as well.
  const list =
    (await findListByName(db, meeting.provinceId, flags.list)) ??
    (await findListByName(db, undefined, flags.list));
  if (!list) throw new Refused(`There is no list named "${flags.list}".`);

  const outcome = await invite(db, meeting, await listMembers(db, list), signedNow(), {
    by: COUNTRY,
    despite: flags.despite,
  });
  if (!outcome.ok) throw new Refused(sentenceIn(reasons, wordsFor(flags), outcome.reason));
  const { invited, already } = outcome;
  return {
    json: { meeting: id, list: list.name, invited, already },
    lines: [`${invited} invited, ${already} already were.`],
  };
};

function sentenceIn(
  own: Record<string, string>,
  words: ReturnType<typeof wordsFor>,
  reason: string,
): string {
  const all: Record<string, string> = {
    ...words.meetings.reasons,
    ...words.notices.problems,
    ...own,
  };
  return all[reason] ?? reason;
}
