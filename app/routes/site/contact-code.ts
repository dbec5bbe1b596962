import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findContact } from "#app/domain/publishing/contact.server.ts";
import { qrSvg } from "#app/domain/publishing/qr.server.ts";
import { compactVcard } from "#app/domain/publishing/vcard.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf } from "#app/i18n/messages.ts";
import { namesIn } from "#app/ui/area-name.ts";

/** The contact as a picture for the camera of a telephone. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { agency: agencyId = "", speaker: speakerId = "" } = params;
  const found = (await findContact(db, { agencyId, speakerId }, now())) ?? notFound();
  const { name } = namesIn(languageOf(new URL(request.url).pathname));
  return conditional(request, qrSvg(compactVcard(found.speaker, name(found.agency))), {
    "Content-Type": "image/svg+xml",
  });
}
