import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { agencyPage } from "#app/domain/publishing/agency-page.ts";
import { findContact } from "#app/domain/publishing/contact.server.ts";
import { vcard } from "#app/domain/publishing/vcard.server.ts";
import { plainly } from "#app/domain/spreadsheets/sheet.ts";
import { conditional } from "#app/http/conditional.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The contact of someone who may speak now; once they no longer may, there is none to save. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { agency: agencyId = "", speaker: speakerId = "" } = params;
  const found = (await findContact(db, { agencyId, speakerId }, now())) ?? notFound();
  const { agency, speaker, changedAt } = found;
  const language = languageOf(new URL(request.url).pathname);
  const addressOf = (path: string) => config.ORIGIN + localised(language, path);
  const name = language === "en" ? agency.nameEn : agency.name;
  const card = vcard(
    {
      ...{ speaker, changedAt, agency: { name } },
      source: addressOf(paths.contact(speaker)),
      page: addressOf(agencyPage(agency)),
    },
    messagesIn(language),
  );
  return conditional(
    request,
    card,
    {
      "Content-Type": "text/vcard; charset=utf-8",
      "Content-Disposition": `attachment; filename="${plainly(speaker.name).replaceAll(" ", "-")}.vcf"`,
    },
    { changedAt },
  );
}
