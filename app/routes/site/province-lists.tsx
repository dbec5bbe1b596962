import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader() {
  const provinces = (await placesOf(db)).provinces();
  return {
    provinces: provinces.map(({ code, fullName, fullNameEn }) => ({ code, fullName, fullNameEn })),
  };
}

export const meta: MetaFunction = ({ location, matches }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.publishing.lists.title} · ${words.common.product}` },
    { name: "description", content: words.publishing.lists.lead },
    canonical({ location, matches }),
  ];
};

export default function ProvinceLists() {
  const { provinces } = useLoaderData<typeof loader>();
  const { lists } = useMessages().publishing;
  const { fullName } = useNames();
  return (
    <>
      <PageTitle lead={lists.lead}>{lists.title}</PageTitle>
      <ul className="columns-[14rem] gap-x-6">
        {provinces.map((province) => (
          <li key={province.code} className="break-inside-avoid">
            <LinkTo to={paths.provinceList(province)} className="inline-block py-2">
              {fullName(province)}
            </LinkTo>
          </li>
        ))}
      </ul>
    </>
  );
}
