import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { lookUpCode } from "#app/domain/spokespersons/lookup.server.ts";
import type { Answer } from "#app/domain/spokespersons/lookup.ts";
import { embeddedPage, themeOf } from "#app/http/embedded.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { type Language, languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn } from "#app/ui/area-name.ts";
import { type Embedded, EmbeddedPage } from "#app/ui/embedded-card.tsx";

/** Who speaks for a unit now, as a small page for the frames of other sites: `?theme=`. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) throw new Response(null, { status: 429 });
  const { code = "" } = params;
  const answer = await lookUpCode(db, { code, at: now() });
  const language = languageOf(new URL(request.url).pathname);
  const card = answer ? cardOf(answer, language) : nobodysCard(code, language);
  const page = <EmbeddedPage language={language} theme={themeOf(request)} card={card} />;
  return embeddedPage(renderToStaticMarkup(page), answer ? 200 : 404);
}

/** For a code that stands for nothing: the page says so where it was framed, and leads to the lookup. */
function nobodysCard(code: string, language: Language): Embedded {
  const words = messagesIn(language);
  return {
    heading: words.common.product,
    around: null,
    speaker: null,
    others: [],
    note: words.openData.card.unknown(code),
    instead: [],
    page: config.ORIGIN + localised(language, paths.home()),
  };
}

function cardOf(
  { area, closed, speakers, successors, instead }: Answer,
  language: Language,
): Embedded {
  const { agencies, openData } = messagesIn(language);
  const words = openData.card;
  const { name, fullName } = namesIn(language);
  const [speaker = null, ...others] = speakers;
  const next = [
    ...successors.map((one) => ({ agency: name(one.agency), speaker: one.speaker })),
    ...(closed?.successors ?? []).map((one) => ({ agency: name(one), speaker: one.speaker })),
  ].flatMap(({ agency, speaker: other }) => (other ? [{ agency, speaker: other }] : []));
  const nobody = area.current
    ? words.nobody
    : words.now(successors.map((one) => fullName(one.area)).join(", "));
  return {
    heading: words.heading(language === "en" ? area.fullNameEn : `${area.type} ${area.name}`),
    around: area.level === "province" ? null : name(area.province),
    speaker,
    others,
    note: speaker ? null : closed ? agencies.closed.since(shortDay(closed.since)) : nobody,
    instead: instead ? [{ agency: name(instead.agency), speaker: instead.speaker }] : next,
    page: config.ORIGIN + localised(language, paths.area(area)),
  };
}
