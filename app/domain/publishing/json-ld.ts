import type { Language } from "#app/i18n/messages.ts";
import { localised } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { AreaEntry } from "../areas/atlas.ts";
import type { Committee } from "../areas/committee.ts";
import type { Speaker } from "../spokespersons/speaker.ts";
import { agencyPage } from "./agency-page.ts";
import type { ListEntry } from "./list-entry.ts";

interface Shown {
  origin: string;
  language: Language;
}

/** An agency with who speaks for it, as search engines read it (schema.org). */
export function agencyJsonLd(
  { area, agency, speakers }: { area: AreaEntry; agency: Committee; speakers: Speaker[] },
  shown: Shown,
) {
  return {
    "@context": "https://schema.org",
    ...organization({ ...agency, areaCode: area.code }, speakers, shown),
    areaServed: { "@type": "AdministrativeArea", name: area.fullName, identifier: area.code },
  };
}

/** A province's list, agency by agency. */
export function listJsonLd(
  { province, entries }: { province: AreaEntry; entries: ListEntry[] },
  shown: Shown,
) {
  return {
    "@context": "https://schema.org",
    "@type": "ItemList",
    name: province.fullName,
    url: addressOf(paths.provinceList(province), shown),
    numberOfItems: entries.length,
    itemListElement: entries.map(({ agency, speakers }, place) => ({
      "@type": "ListItem",
      position: place + 1,
      item: organization(agency, speakers, shown),
    })),
  };
}

function organization(
  agency: { id: string; name: string; nameEn: string; areaCode: string },
  speakers: Speaker[],
  shown: Shown,
) {
  const url = addressOf(agencyPage(agency), shown);
  return {
    "@type": "GovernmentOrganization",
    "@id": `${url}#${agency.id}`,
    name: shown.language === "en" ? agency.nameEn : agency.name,
    alternateName: shown.language === "en" ? agency.name : agency.nameEn,
    url,
    ...(speakers.length > 0 && {
      contactPoint: speakers.map(({ name, phone, email }) => ({
        "@type": "ContactPoint",
        contactType: "press",
        name,
        telephone: phone,
        email,
      })),
      employee: speakers.map(({ name, position }) => ({
        "@type": "Person",
        name,
        jobTitle: position,
      })),
    }),
  };
}

function addressOf(path: string, { origin, language }: Shown): string {
  return origin + localised(language, path);
}
