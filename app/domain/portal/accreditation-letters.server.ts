import { shortTime } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import { dueFor } from "../policies/due.server.ts";
import type { AccreditationFound } from "./accreditations.server.ts";
import { officeLetters, portalLetter } from "./letters.server.ts";

/** What was decided, on which ground, and how to object: in the journalist's language. */
export async function decisionLetter(
  db: Db,
  found: AccreditationFound,
  at: Moment,
): Promise<Letter> {
  const { provinceId, language, decision, ground, legalRef, limits, reason } = found;
  const words = messagesIn(language);
  const { letters, accreditation } = words.portal;
  const objection = await dueFor(db, "accreditation.objection", { start: at, provinceId });
  const refused = decision === "refused";
  return portalLetter(
    {
      ...(await common(db, found)),
      subject: letters.decision.subject(accreditation.standings[decision ?? "waiting"]),
      lead: letters.decision.lead(words.portal.forWhat(found.subject)),
      facts: [
        ...(limits ? [{ label: accreditation.limits, value: limits }] : []),
        ...(refused && ground
          ? [
              { label: accreditation.ground, value: words.policies.choices[ground] ?? ground },
              { label: accreditation.legalRef, value: legalRef ?? "" },
            ]
          : []),
        ...(found.groundVerifiedBy || !refused
          ? []
          : [{ label: accreditation.checked, value: words.policies.unverified }]),
      ],
      paragraphs: [
        ...(reason ? [reason] : []),
        ...(decision === "approved" ? [] : [letters.decision.objection(objection?.day ?? null)]),
      ],
    },
    at,
  );
}

/** What came of an objection. */
export async function reviewLetter(db: Db, found: AccreditationFound, at: Moment): Promise<Letter> {
  const { language, review, decision, limits, reviewText } = found;
  const { letters, accreditation, forWhat } = messagesIn(language).portal;
  return portalLetter(
    {
      ...(await common(db, found)),
      subject: letters.review.subject(accreditation.standings[review ?? "upheld"]),
      lead: letters.review.lead(forWhat(found.subject)),
      facts: [
        ...(review === "changed" && decision
          ? [{ label: accreditation.decision, value: accreditation.standings[decision] }]
          : []),
        ...(limits ? [{ label: accreditation.limits, value: limits }] : []),
      ],
      paragraphs: [reviewText ?? "", letters.review.further],
    },
    at,
  );
}

async function common(
  db: Db,
  { id, provinceId, language, name, email, ...rest }: AccreditationFound,
) {
  const { letters } = messagesIn(language).portal;
  return {
    ...{ kind: "portal-accreditation" as const, language, to: { name, email } },
    from: await officeLetters(db, provinceId),
    action: {
      lead: letters.decision.actionLead(shortTime(rest.requestedAt)),
      label: letters.decision.action,
      path: paths.portal.accreditation({ id }),
    },
    closing: letters.decision.closing,
  };
}
