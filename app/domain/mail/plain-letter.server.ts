import type { Letter } from "./letter.ts";
import { htmlOf, type LetterBody, textOf } from "./letter-body.ts";
import { senderNamed } from "./sender.server.ts";

type About = Pick<Letter, "kind" | "expiresAt"> & Partial<Letter>;

/** A letter as the outbox takes it, of what it says and to whom: without a calendar, and about no invitation unless it says so. */
export function plainLetter(
  body: LetterBody,
  to: { name: string; email: string },
  about: About,
): Letter {
  return {
    ...{ invitationId: null, revision: 0, to: to.email, toName: to.name },
    ...{ from: senderNamed(body.sender), subject: body.subject },
    ...{ text: textOf(body), html: htmlOf(body), calendarMethod: null, calendar: null },
    unsubscribeUrl: body.unsubscribe?.url ?? null,
    ...about,
  };
}
