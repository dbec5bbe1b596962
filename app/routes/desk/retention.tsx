import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { meetingsWithGuests } from "#app/domain/retention/guests.server.ts";
import {
  BY_ITSELF,
  listRuns,
  rulesInForce,
  wouldRemove,
} from "#app/domain/retention/retention.server.ts";
import type { Removed } from "#app/domain/retention/retention.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";
import { DayText, TimeText } from "#app/ui/time.tsx";

const NEXT = 5;

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const at = now();
  const { provinceId, agencyId } = officer;
  const [rules, runs, next, meetings] = await Promise.all([
    rulesInForce(db, today(), { provinceId, agencyId }),
    listRuns(db),
    // What belongs to no agency is an administrator's business, and so is the sum of all agencies.
    officer.reach === "country" ? wouldRemove(db, at) : undefined,
    meetingsWithGuests(db, at, officer),
  ]);
  return {
    next: next ?? null,
    meetings: meetings.slice(0, NEXT),
    rules: rules.map(({ key, rule }) => ({
      key,
      rule: rule && {
        ...{ key, value: rule.held.value, unit: rule.held.unit, clock: rule.held.clock },
        legalRef: rule.held.legalRef,
      },
    })),
    runs: runs.map(({ id, beganAt, endedAt, by, byName, removed }) => ({
      ...{ id, beganAt, isOver: endedAt !== null, byName: by === BY_ITSELF.id ? null : byName },
      removed: removed ? (JSON.parse(removed) as Removed) : null,
    })),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.retention.title} · ${words.common.product}` }];
};

export default function Retention() {
  const words = useMessages().retention;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <Notice>{words.kept}</Notice>
      <Rules />
      <Next />
      <Runs />
    </>
  );
}

function Rules() {
  const { rules } = useLoaderData<typeof loader>();
  const { retention: words, policies } = useMessages();
  return (
    <Card title={words.rules} actions={<LinkTo to={paths.desk.policies()}>{words.change}</LinkTo>}>
      <Table
        caption={words.rules}
        rows={rules}
        keyOf={({ key }) => key}
        columns={[
          { head: words.rule, names: true, cell: ({ key }) => words.what[key] },
          { head: words.months, cell: ({ rule }) => (rule ? policies.measure(rule) : "–") },
          { head: words.basis, cell: ({ rule }) => rule?.legalRef ?? "–" },
        ]}
      />
    </Card>
  );
}

function Next() {
  const { next, meetings } = useLoaderData<typeof loader>();
  const words = useMessages().retention;
  const said = next && words.said({ ...next });
  return (
    <Card title={words.next}>
      {next && <p className="mb-4">{said ? `${words.nextLead} ${said}.` : words.nothingNext}</p>}
      {meetings.length > 0 ? (
        <Table
          caption={words.nextMeeting}
          rows={meetings}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.nextMeeting,
              names: true,
              cell: (meeting) => (
                <LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>
              ),
            },
            { head: words.on, cell: ({ keptUntil }) => <DayText day={keptUntil} /> },
          ]}
        />
      ) : (
        !next && <p className="text-soft">{words.nothingNext}</p>
      )}
    </Card>
  );
}

function Runs() {
  const { runs } = useLoaderData<typeof loader>();
  const words = useMessages().retention;
  return (
    <section aria-labelledby="runs">
      <h2 id="runs" className="mb-3 text-xl">
        {words.runs}
      </h2>
      {runs.length === 0 ? (
        <Empty title={words.noRuns}>{words.noRunsLead}</Empty>
      ) : (
        <Table
          caption={words.runs}
          rows={runs}
          keyOf={({ id }) => id}
          columns={[
            { head: words.at, names: true, cell: ({ beganAt }) => <TimeText at={beganAt} /> },
            { head: words.by, cell: ({ byName }) => byName ?? words.itself },
            {
              head: words.removed,
              cell: ({ isOver, removed }) => {
                if (!isOver || !removed) return words.unfinished;
                return words.said({ ...removed }) || words.nothing;
              },
            },
          ]}
        />
      )}
    </section>
  );
}
