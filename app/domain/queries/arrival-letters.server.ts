import { HOME_ZONE } from "#app/clock.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Db, Language, Moment } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import type { Letter } from "../mail/letter.ts";
import { post } from "../mail/outbox.server.ts";
import { quietText } from "../mail/quiet.ts";
import { rulesFor } from "../reminders/rule.ts";
import { currentRules } from "../reminders/rules.server.ts";
import { dueFacts, letterOf } from "./letters.server.ts";
import type { QueryOfAgency } from "./queries.server.ts";
import type { Channel } from "./query.ts";

/** By these a query comes in while nobody at the desk is looking. */
const BY_ITSELF: readonly Channel[] = ["portal", "area_page", "mail"];

const LANGUAGES: readonly Language[] = ["vi", "en"];

/**
 * Tells the officers of an agency that a query has come, by itself or from another agency; whoever entered it knows.
 * Call it once, in the transaction that enters the query.
 */
export async function tellOffice(trx: Db, query: QueryOfAgency, { by, at }: Signature) {
  if (!BY_ITSELF.includes(query.channel) && !query.forwardedFromId) return;
  const officers = await trx
    .selectFrom("account")
    .select(["name", "email", "language"])
    .where("agencyId", "=", query.agencyId)
    .where("closedAt", "is", null)
    .where("id", "<>", by.id)
    .execute();
  if (officers.length === 0) return;
  const quiet = await quietHoursOf(trx, query);
  for (const language of LANGUAGES) {
    const readers = officers.filter((officer) => officer.language === language);
    if (readers.length === 0) continue;
    const letter = await arrivalLetter(trx, query, language, at);
    await post(
      trx,
      readers.map(({ name, email }) => ({ ...letter({ name, email }), quiet })),
      at,
    );
  }
}

/** The letter as each officer of a language gets it. */
async function arrivalLetter(
  db: Db,
  query: QueryOfAgency,
  language: Language,
  at: Moment,
): Promise<(to: { name: string; email: string }) => Letter> {
  const { queries, queryLetters, queryMail } = messagesIn(language);
  const words = queryMail.arrival;
  const { id, number, kind, channel, title, receivedAt, agencyId, agencyName, agencyNameEn } =
    query;
  const facts = [
    { label: queries.fields.kind, value: queries.kinds[kind] },
    { label: queryLetters.question, value: title },
    { label: words.channel, value: queries.channels[channel] },
    { label: queryLetters.received, value: shortTime(receivedAt) },
    ...(await dueFacts(db, { ...query, language })),
  ];
  return (to) =>
    letterOf(
      {
        ...{ kind: "query-arrival", language, queryId: id, to },
        agency: { id: agencyId, name: agencyName, nameEn: agencyNameEn },
        ...{
          subject: words.subject(number),
          heading: words.heading(number),
          lead: words.lead,
          facts,
        },
        action: { lead: words.actionLead, label: words.action, path: paths.desk.query(query) },
        closing: words.closing,
      },
      at,
    );
}

/** Nobody is written to in the quiet hours that the agency keeps for its press conferences. */
async function quietHoursOf(db: Db, query: QueryOfAgency): Promise<string | null> {
  const set = rulesFor(await currentRules(db), { ...query, kind: "press_conference" });
  return set ? quietText(set, HOME_ZONE) : null;
}
