import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { agencyPage } from "#app/domain/publishing/agency-page.ts";
import { changesOf } from "#app/domain/spokespersons/changes.server.ts";
import {
  changeCursor,
  changeSentence,
  readChangeCursor,
} from "#app/domain/spokespersons/changes.ts";
import { provinceOf } from "#app/http/asked-list.server.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { Empty } from "#app/ui/empty.tsx";
import { atomLink, canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";

const PAGE = 50;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const province = await provinceOf(params.code);
  const before = readChangeCursor(new URL(request.url).searchParams.get("before") ?? "");
  const range = { until: now(), limit: PAGE + 1, before };
  const found = await changesOf(db, { provinceId: province.id }, range);
  const changes = found.slice(0, PAGE);
  const last = changes.at(-1);
  return {
    province,
    changes,
    isOlder: !!before,
    older: found.length > PAGE && last ? changeCursor(last) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  if (!shown) return [{ title: words.common.product }];
  const title = words.publishing.changes.title(namesIn(language).fullName(shown.province));
  const feed = localised(language, paths.provinceFeed(shown.province));
  return [
    { title: `${title} · ${words.common.product}` },
    { name: "description", content: words.publishing.changes.lead },
    canonical({ location, matches }),
    atomLink(feed, words.publishing.list.feed),
  ];
};

export default function ProvinceChanges() {
  const { province, changes, isOlder, older } = useLoaderData<typeof loader>();
  const words = useMessages();
  const text = words.publishing.changes;
  const { fullName, name } = useNames();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.provinceList(province)}>{text.back}</LinkTo>}
        lead={text.lead}
      >
        {text.title(fullName(province))}
      </PageTitle>
      {changes.length === 0 && <Empty title={text.none} />}
      <ol className="mb-6">
        {changes.map((change) => (
          <li key={change.id} id={change.id} className="border-b border-line py-3">
            <p className="text-soft">
              <TimeText at={change.at} /> ·{" "}
              <LinkTo to={agencyPage({ ...change.agency, areaCode: change.areaCode })}>
                {name(change.agency)}
              </LinkTo>
            </p>
            <p>{changeSentence(words, change)}</p>
          </li>
        ))}
      </ol>
      <p className="print:hidden flex flex-wrap gap-x-6 gap-y-2">
        {isOlder && <LinkTo to={paths.provinceChanges(province)}>{text.newest}</LinkTo>}
        {older && (
          <LinkTo to={paths.provinceChanges(province, { before: older })} rel="next">
            {text.older}
          </LinkTo>
        )}
        <LinkTo to={paths.provinceFeed(province)}>{text.feed}</LinkTo>
      </p>
    </>
  );
}
