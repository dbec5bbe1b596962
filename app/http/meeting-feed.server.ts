import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { type Format, meetingFeed } from "#app/domain/feeds/meeting-feed.server.ts";
import type { Whose } from "#app/domain/feeds/meeting-rows.server.ts";
import type { Teller } from "#app/domain/feeds/public-events.ts";
import { senderAddress } from "#app/domain/mail/sender.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { provinceOf } from "./asked-list.server.ts";
import { conditional } from "./conditional.ts";
import { notFound } from "./responses.ts";

/** In what language and under what address a request wants to be told of meetings. */
export function tellerFor(request: Request): Teller {
  const language = languageOf(new URL(request.url).pathname);
  const words = messagesIn(language);
  return { origin: config.ORIGIN, language, words, email: senderAddress() };
}

/** The meetings of the whole country as a feed. */
export function countryFeed(request: Request, format: Format) {
  const teller = tellerFor(request);
  return feedAnswer(request, teller, { name: teller.words.calendars.names.country, format });
}

/** The meetings of a province and its communes as a feed. */
export async function provinceFeed(request: Request, code: string | undefined, format: Format) {
  const teller = tellerFor(request);
  const province = await provinceOf(code);
  const called = teller.language === "en" ? province.fullNameEn : province.fullName;
  const name = teller.words.calendars.names.of(called);
  return feedAnswer(request, teller, { name, format, provinceCode: province.code });
}

/** The meetings of one agency as a feed. */
export async function agencyFeed(request: Request, id: string | undefined, format: Format) {
  const teller = tellerFor(request);
  const agency = (await findAgency(db, id ?? "")) ?? notFound();
  const called = teller.language === "en" ? agency.nameEn : agency.name;
  const name = teller.words.calendars.names.of(called);
  return feedAnswer(request, teller, { name, format, agencyId: agency.id });
}

const TYPES: Record<Format, string> = {
  ics: "text/calendar; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
};

async function feedAnswer(
  request: Request,
  teller: Teller,
  asked: Whose & { name: string; format: Format },
) {
  const { body, changedAt } = await meetingFeed(db, asked, teller, now());
  const headers = { "Content-Type": TYPES[asked.format], "Access-Control-Allow-Origin": "*" };
  return conditional(request, body, headers, { changedAt });
}
