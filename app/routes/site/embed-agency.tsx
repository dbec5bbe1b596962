import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { findListedAgency, type ListedAgency } from "#app/domain/agencies/directory.server.ts";
import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { embeddedPage, themeOf } from "#app/http/embedded.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { notFound } from "#app/http/responses.ts";
import { type Language, languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { namesIn } from "#app/ui/area-name.ts";
import { type Embedded, EmbeddedPage } from "#app/ui/embedded-card.tsx";

/** Who speaks for an agency now, as a small page for the frames of other sites: `?theme=`. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) throw new Response(null, { status: 429 });
  const agency = (await findListedAgency(db, params.id ?? "", now())) ?? notFound();
  const speakers = await speakersOf(db, agency, now());
  const language = languageOf(new URL(request.url).pathname);
  const card = cardOf(agency, speakers, language);
  const page = <EmbeddedPage language={language} theme={themeOf(request)} card={card} />;
  return embeddedPage(renderToStaticMarkup(page));
}

function cardOf(agency: ListedAgency, speakers: Speaker[], language: Language): Embedded {
  const words = messagesIn(language).openData.card;
  const { name } = namesIn(language);
  const [speaker = null, ...others] = speakers;
  return {
    heading: words.heading(name(agency)),
    around: agency.area.level === "province" ? null : name(agency.area.province),
    speaker,
    others,
    note: speaker ? null : words.nobody,
    instead: [],
    page: config.ORIGIN + localised(language, publicPage(agency)),
  };
}
