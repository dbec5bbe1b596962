import { dayBefore, endOf } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Day } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import type { LetterBody } from "../mail/letter-body.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
import { quarterDays } from "./confirmation.ts";

/** An entry as the public list shows it. */
export interface PublishedEntry {
  id: string;
  agencyId: string;
  agencyName: string;
  name: string;
  position: string;
  phone: string;
  email: string;
  capacity: "head" | "regular";
  fromDay: Day;
  untilDay: Day | null;
  decisionNo: string;
  decisionDay: Day;
}

/** The letter that asks a spokesperson, at the address that is published, whether their entry is still right. */
export function confirmationLetter(
  entry: PublishedEntry,
  { id, token, quarter }: { id: string; token: string; quarter: string },
  sender: string,
): Letter {
  const body = bodyOf(entry, { token, quarter }, sender);
  return plainLetter(body, entry, {
    ...{ kind: "confirmation", confirmationId: id, agencyId: entry.agencyId },
    expiresAt: endOf(lastDayOf(quarter)),
  });
}

function bodyOf(
  entry: PublishedEntry,
  { token, quarter }: { token: string; quarter: string },
  sender: string,
): LetterBody {
  const { confirmations, spokespersons } = messagesIn("vi");
  const { letter } = confirmations;
  const { facts, capacity } = spokespersons;
  const named = confirmations.quarter(quarter);
  return {
    language: "vi",
    subject: letter.subject(entry.agencyName, named),
    sender,
    heading: letter.heading,
    salutation: letter.salutation(entry.name),
    lead: letter.lead(entry.agencyName, named),
    changes: [],
    factsLead: letter.factsLead,
    facts: [
      { label: letter.agency, value: entry.agencyName },
      { label: letter.name, value: entry.name },
      { label: facts.position, value: entry.position },
      { label: facts.capacity, value: capacity[entry.capacity] },
      { label: facts.phone, value: entry.phone },
      { label: facts.email, value: entry.email },
      { label: letter.term, value: termOf(entry, facts.noEnd) },
      { label: facts.basis, value: facts.decision(entry.decisionNo, shortDay(entry.decisionDay)) },
    ],
    paragraphs: [],
    action: {
      lead: letter.howTo,
      label: letter.action,
      url: absolute(paths.confirmation({ token })),
    },
    closing: letter.closing(shortDay(lastDayOf(quarter))),
    footer: letter.footer,
    unsubscribe: null,
  };
}

function termOf({ fromDay, untilDay }: PublishedEntry, noEnd: string): string {
  return `${shortDay(fromDay)} – ${untilDay ? shortDay(untilDay) : noEnd}`;
}

function lastDayOf(quarter: string): Day {
  return dayBefore(quarterDays(quarter).next);
}
