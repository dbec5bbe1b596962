import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { complianceWithin } from "#app/domain/compliance/compliance.server.ts";
import {
  byQuestion,
  type Mark,
  type Marks,
  QUESTIONS,
  type Question,
  shareOf,
  standingOf,
} from "#app/domain/compliance/compliance.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { useCounted } from "#app/ui/checked-sheet.tsx";
import { ComplianceLegend, ComplianceMap, type Tile } from "#app/ui/compliance-map.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceChoice, useProvinceName } from "#app/ui/province.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const search = new URL(request.url).searchParams;
  const province = await findProvinceInHand(db, officer, search.get("province"));
  const [provinces, found] = await Promise.all([
    officer.reach === "country" ? listProvinces(db) : [],
    complianceWithin(db, officer, province?.id, now()),
  ]);
  const sort = QUESTIONS.find((question) => question === search.get("sort"));
  const only = search.get("only") === "lacking";
  const agencies = found.map(({ agency, marks }) => ({
    id: agency.id,
    name: agency.name,
    nameEn: agency.nameEn,
    provinceId: agency.provinceId,
    marks,
    standing: standingOf(marks),
  }));
  const shares = QUESTIONS.map((question) => ({
    question,
    ...shareOf(
      agencies.map(({ marks }) => marks),
      question,
    ),
  }));
  const listed = agencies.filter(({ standing }) => !only || standing !== "in-order");
  return {
    province,
    provinces,
    shares,
    sort,
    only,
    tiles: agencies.map(({ marks: _, ...tile }) => tile),
    // The country's agencies are shown as tiles alone: a table of them would be a book.
    rows: province ? (sort ? byQuestion(listed, sort) : listed) : [],
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.compliance.title} · ${words.common.product}` }];
};

export default function ComplianceBoard() {
  const { province, provinces, shares, tiles } = useLoaderData<typeof loader>();
  const { compliance: words, spokespersons } = useMessages();
  const counted = useCounted();
  const { name } = useNames();
  const provinceName = useProvinceName();
  const named = tiles.map((tile) => ({ ...tile, name: name(tile) }));
  const groups = province ? [province] : provinces;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersons()}>{spokespersons.registry.title}</LinkTo>}
        lead={words.lead}
      >
        {province ? `${words.title}: ${provinceName(province)}` : words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} whole />
      <dl className="mb-6 grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
        {shares.map(({ question, yes, asked }) => (
          <div key={question} className="rounded-md border border-line bg-sheet p-3">
            <dt className="font-semibold">{words.questions[question]}</dt>
            <dd>
              <span className="text-xl tabular-nums">
                {asked === 0 ? "–" : `${Math.round((yes / asked) * 100)} %`}
              </span>
              <span className="block text-sm text-soft">
                {words.share(counted(yes), counted(asked))}
              </span>
              <span className="block text-sm text-soft">{words.asks[question]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Card title={words.map}>
        <p className="mb-2 text-soft">{words.mapLead}</p>
        <ComplianceLegend tiles={named} />
        <div className={groups.length === 1 ? "" : "grid gap-6 sm:grid-cols-2 lg:grid-cols-3"}>
          {groups.map((group) => (
            <ComplianceMap
              key={group.id}
              title={provinceName(group)}
              tiles={tilesOf(named, group)}
              alone={groups.length === 1}
            />
          ))}
        </div>
      </Card>
      <Agencies />
    </>
  );
}

function tilesOf(tiles: (Tile & { provinceId: string })[], province: { id: string }) {
  return tiles.filter(({ provinceId }) => provinceId === province.id);
}

const TONES: Record<Exclude<Mark, "none">, BadgeTone> = {
  yes: "done",
  waiting: "due",
  no: "late",
};

/** Agency by agency, each answer leading to what it rests on. */
function Agencies() {
  const { province, rows, sort, only } = useLoaderData<typeof loader>();
  const words = useMessages().compliance;
  const { name } = useNames();
  const [search] = useSearchParams();
  const asked = (changes: { sort?: Question; only?: "lacking" }) =>
    paths.desk.compliance({ province: search.get("province") ?? undefined, ...changes });
  if (!province) return <p className="text-soft">{words.choose}</p>;
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies" className="mb-2 text-xl">
        {words.table}
      </h2>
      <ul className="print:hidden mb-3 flex flex-wrap gap-x-4 gap-y-1">
        <li>
          <LinkTo to={asked({ sort, only: only ? undefined : "lacking" })}>
            {only ? words.all : words.only}
          </LinkTo>
        </li>
        {sort && (
          <li>
            <LinkTo to={asked({ only: only ? "lacking" : undefined })}>{words.byName}</LinkTo>
          </li>
        )}
        {QUESTIONS.filter((question) => question !== sort).map((question) => (
          <li key={question}>
            <LinkTo to={asked({ sort: question, only: only ? "lacking" : undefined })}>
              {words.sort(words.questions[question])}
            </LinkTo>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <Table
          caption={words.table}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.agency,
              names: true,
              cell: (row) => <LinkTo to={paths.desk.agency(row)}>{name(row)}</LinkTo>,
            },
            ...QUESTIONS.map((question) => ({
              head: words.questions[question],
              cell: (row: (typeof rows)[number]) => <Answer of={row} question={question} />,
            })),
          ]}
        />
      )}
    </section>
  );
}

/** One answer, leading to what it rests on; where nothing is asked there is nothing to look at. */
function Answer({ of, question }: { of: Asked; question: Question }) {
  const words = useMessages().compliance;
  const { name } = useNames();
  const mark = of.marks[question];
  if (mark === "none")
    return (
      <span className="text-soft">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{words.marks.none}</span>
      </span>
    );
  return (
    <LinkTo to={evidenceOf(of, question)} className="no-underline">
      <Badge tone={TONES[mark]}>{words.marks[mark]}</Badge>
      <span className="sr-only">
        {words.questions[question]}. {words.evidence(name(of))}
      </span>
    </LinkTo>
  );
}

type Asked = { id: string; name: string; nameEn: string; marks: Marks };

function evidenceOf(agency: { id: string }, question: Question): string {
  if (question === "regulation") return paths.desk.regulation(agency);
  if (question === "trained") return paths.desk.training(agency);
  return paths.desk.agency(agency);
}
