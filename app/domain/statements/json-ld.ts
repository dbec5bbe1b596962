import { type Language, localised } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { publicPage } from "../agencies/agency.ts";
import { plainText, readMarkdown } from "../markdown/markdown.ts";
import type { PublicStatement } from "./public.server.ts";
import { isInParts, PARTS } from "./statement.ts";

/** A statement as search engines read it (schema.org): who said what, in which capacity, for whom, when. */
export function statementJsonLd(
  statement: PublicStatement,
  former: { id: string } | null,
  { origin, language }: { origin: string; language: Language },
) {
  const addressOf = (path: string) => origin + localised(language, path);
  const url = addressOf(paths.statement(statement));
  const agency = {
    "@type": "GovernmentOrganization",
    name: language === "en" ? statement.agencyNameEn : statement.agencyName,
    url: addressOf(
      publicPage({ ...statement, id: statement.agencyId, kind: statement.agencyKind }),
    ),
  };
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url,
    url,
    headline: statement.title,
    articleBody: isInParts(statement)
      ? PARTS.map((part) => statement[part])
          .filter(Boolean)
          .join("\n\n")
      : plainText(readMarkdown(statement.body)),
    inLanguage: statement.language,
    datePublished: statement.publishedAt,
    author: {
      "@type": "Person",
      name: statement.speakerName,
      jobTitle: statement.speakerPosition,
      worksFor: agency,
    },
    publisher: agency,
    isAccessibleForFree: true,
    ...(statement.correctionReason && { correction: statement.correctionReason }),
    ...(former && { isBasedOn: addressOf(paths.statement(former)) }),
  };
}
