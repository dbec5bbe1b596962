import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { countUnits } from "#app/domain/areas/history.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader() {
  return { origin: config.ORIGIN, units: await countUnits(db) };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.site.about.title} · ${words.common.product}` }];
};

/** The collections that the map was taken from, with the holders of their rights (db/data/SOURCES.md). */
const SOURCES = {
  dvhcvn: { repository: "dvhcvn/20250701", rights: "© 2025 dvhcvn" },
  zindont: {
    repository: "zindont/vietnam-address-kit",
    rights: "© 2026 vietnam-address-kit contributors",
  },
  tranngocminhhieu: {
    repository: "tranngocminhhieu/vietnamadminunits",
    rights: "© 2025 Tran Ngoc Minh Hieu",
  },
  thanglequoc: {
    repository: "thanglequoc/vietnamese-provinces-database",
    rights: "© 2021 Thang Le Quoc",
  },
};

export default function About() {
  const { origin, units } = useLoaderData<typeof loader>();
  const { title, lead, what, api, sources, privacy } = useMessages().site.about;
  const uses = Object.entries(SOURCES) as [keyof typeof SOURCES, (typeof SOURCES)["dvhcvn"]][];
  return (
    <>
      <PageTitle lead={lead}>{title}</PageTitle>
      <Card title={what.title}>
        <Paragraphs texts={what.text} />
      </Card>
      <Card title={api.title} id="api">
        <Paragraphs texts={[api.text]} />
        <p className="mt-4 mb-1">{api.lookup}</p>
        <Example address={paths.api.lookup("my binh long xuyen")} origin={origin} />
        <p className="mb-1">{api.area}</p>
        <Example address={paths.api.area("30307", { on: "2026-03-01" })} origin={origin} />
        <p className="flex flex-wrap gap-x-6">
          <LinkTo to={paths.openData()} className="py-2">
            {api.more}
          </LinkTo>
          <LinkTo to={paths.embed()} className="py-2">
            {api.embed}
          </LinkTo>
        </p>
      </Card>
      <Card title={sources.title} id="sources">
        <Paragraphs texts={[sources.text(units.provinces, units.communes)]} />
        <ul className="my-4 grid list-disc grid-cols-[minmax(0,1fr)] gap-2 ps-6 wrap-anywhere">
          {uses.map(([key, { repository, rights }]) => (
            <li key={key}>
              <a href={`https://github.com/${repository}`}>{repository}</a>: {sources.uses[key]} (
              {rights})
            </li>
          ))}
        </ul>
        <Paragraphs texts={[sources.gaps]} />
      </Card>
      <Card title={privacy.title} id="privacy">
        <Paragraphs texts={privacy.text} />
      </Card>
    </>
  );
}

function Paragraphs({ texts }: { texts: ReactNode[] }) {
  return (
    <div className="grid max-w-[70ch] gap-3">
      {texts.map((text) => (
        <p key={String(text)}>{text}</p>
      ))}
    </div>
  );
}

function Example({ address, origin }: { address: string; origin: string }) {
  return (
    <p className="mb-3 rounded-sm bg-wash px-3 py-2 wrap-anywhere">
      <a href={address}>{origin + address}</a>
    </p>
  );
}
