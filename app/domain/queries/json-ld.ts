import { type Language, localised } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { publicPage } from "../agencies/agency.ts";
import type { findPublicQuery } from "./public.server.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findPublicQuery>>>;

/**
 * A question on public record as search engines read it (schema.org, QAPage). An answer is the accepted one only where
 * the asker said so; who asked is named where they wanted to be.
 */
export function queryJsonLd(
  { query, answers }: Pick<Found, "query" | "answers">,
  { origin, language }: { origin: string; language: Language },
) {
  const addressOf = (path: string) => origin + localised(language, path);
  const url = addressOf(paths.query(query));
  const agency = {
    "@type": "GovernmentOrganization",
    name: language === "en" ? query.agencyNameEn : query.agencyName,
    url: addressOf(publicPage({ ...query, id: query.agencyId, kind: query.agencyKind })),
  };
  const told = answers.map(({ text, sentAt, speakerName, speakerPosition }) => ({
    ...{ "@type": "Answer", url, text, datePublished: sentAt, inLanguage: query.language },
    author: {
      ...{ "@type": "Person", name: speakerName, jobTitle: speakerPosition, worksFor: agency },
    },
  }));
  const accepted = query.confirmedAt ? told.at(-1) : undefined;
  const others = told.filter((answer) => answer !== accepted);
  return {
    ...{ "@context": "https://schema.org", "@type": "QAPage", "@id": url, url },
    publisher: agency,
    mainEntity: {
      ...{ "@type": "Question", name: query.title, text: query.text || query.title },
      ...{ inLanguage: query.language, datePublished: query.receivedAt },
      ...(query.asker && { author: authorOf(query.asker) }),
      answerCount: told.length,
      ...(accepted && { acceptedAnswer: accepted }),
      ...(others.length > 0 && { suggestedAnswer: others }),
    },
  };
}

function authorOf({ name, outlet }: { name: string | null; outlet: string | null }) {
  const organization = outlet ? { "@type": "Organization", name: outlet } : undefined;
  if (!name) return organization;
  return { "@type": "Person", name, ...(organization && { worksFor: organization }) };
}
