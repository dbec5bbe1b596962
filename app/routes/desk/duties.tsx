import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listDuties } from "#app/domain/duties/duties.server.ts";
import type { DutyState, Evidence } from "#app/domain/duties/duty.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Explanation } from "#app/ui/countdown.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceChoice } from "#app/ui/province.tsx";
import { Table } from "#app/ui/table.tsx";
import { DayOf, DayText } from "#app/ui/time.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const search = new URL(request.url).searchParams;
  const province = await findProvinceInHand(db, officer, search.get("province"));
  const [provinces, duties] = await Promise.all([
    officer.reach === "country" ? listProvinces(db) : [],
    listDuties(db, officer, now(), province?.id),
  ]);
  return { province, provinces, duties };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.duties.title} · ${words.common.product}` }];
};

const TONES: Record<DutyState, BadgeTone> = { calm: "calm", soon: "due", overdue: "late" };

export default function Duties() {
  const { province, provinces, duties } = useLoaderData<typeof loader>();
  const { duties: words, meetings } = useMessages();
  const { name } = useNames();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meetings()}>{meetings.pages.list.title}</LinkTo>}
        lead={words.lead}
        actions={<ButtonLink to={paths.desk.meetingNew()}>{words.plan}</ButtonLink>}
      >
        {words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} whole />
      {duties.length === 0 ? (
        <Empty title={words.none}>{words.noneLead}</Empty>
      ) : (
        <Table
          caption={words.title}
          rows={duties}
          keyOf={({ key, agency }) => `${key} ${agency.id}`}
          columns={[
            {
              head: words.duty,
              names: true,
              cell: ({ key, due }) => (
                <>
                  <span className="font-semibold">{words.names[key]}</span>
                  <span className="block text-sm text-soft">{words.counts[key]}</span>
                  <details className="mt-1">
                    <summary className="w-fit text-sm">{words.explain}</summary>
                    <div className="mt-2">
                      <Explanation due={due} />
                    </div>
                  </details>
                </>
              ),
            },
            {
              head: words.agency,
              names: true,
              cell: ({ agency }) => <LinkTo to={paths.desk.agency(agency)}>{name(agency)}</LinkTo>,
            },
            {
              head: words.due,
              cell: ({ due, state }) => (
                <>
                  <DayText day={due.day} />
                  <span className="block">
                    <Badge tone={TONES[state]}>{words.states[state]}</Badge>
                  </span>
                </>
              ),
            },
            { head: words.last, cell: ({ last }) => <Shown of={last} none={words.never} /> },
            {
              head: words.planned,
              cell: ({ planned }) => <Shown of={planned} none={words.nothing} />,
            },
          ]}
        />
      )}
    </>
  );
}

function Shown({ of, none }: { of: Evidence | undefined; none: string }) {
  if (!of) return <span className="text-soft">{none}</span>;
  return (
    <>
      <LinkTo to={of.of === "meeting" ? paths.desk.meeting(of) : paths.desk.statement(of)}>
        {of.subject}
      </LinkTo>
      <span className="block text-sm text-soft">
        <DayOf at={of.at} />
      </span>
    </>
  );
}
