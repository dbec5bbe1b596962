import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { dayOf, now, readDay, readLocalTime, startOf, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { dueFor } from "#app/domain/policies/due.server.ts";
import { type Line, lawBook } from "#app/domain/policies/law-book.ts";
import { listPoliciesFor, scopeOf } from "#app/domain/policies/policies.server.ts";
import {
  GROUPS,
  isPolicyKey,
  kindOf,
  mayBeLocal,
  maySet,
  POLICY_KEYS,
  type PolicyKey,
} from "#app/domain/policies/policy.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PlainSelect, PlainText } from "#app/ui/plain-field.tsx";
import { type PolicyRow, PolicyTable } from "#app/ui/policy-table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const [policies, calculation] = await Promise.all([
    listPoliciesFor(db, officer),
    calculate(officer, new URL(request.url).searchParams),
  ]);
  const chapters = lawBook(policies, today()).map(({ group, entries, past }) => ({
    group,
    rows: entries.flatMap(({ key, lines }): PolicyRow[] => {
      if (lines.length > 0) return lines.map((line, i) => rowOf(officer, key, line, i === 0));
      const never = !past.some(({ policy }) => policy.key === key);
      return [{ ...rowOf(officer, key, undefined, true), never }];
    }),
    past: past.map((line) => ({
      ...rowOf(officer, line.policy.key as PolicyKey, line, false),
      may: { set: false, end: false, verify: officer.role === "administrator" },
    })),
  }));
  const current = chapters.flatMap(({ rows }) =>
    rows.flatMap(({ line }) => (line?.state === "current" ? [line.policy] : [])),
  );
  const unverified = current.filter(({ verifiedBy }) => !verifiedBy).length;
  return { chapters, calculation, counts: { unverified, current: current.length } };
}

function rowOf(officer: Officer, key: PolicyKey, line: Line | undefined, first: boolean) {
  const set = first && (officer.reach === "country" || mayBeLocal(key));
  const end = !!line && !line.policy.untilDay && maySet(officer, scopeOf(line.policy));
  const verify = !!line && officer.role === "administrator";
  return { key, line, may: { set: set && officerSets(officer), end, verify } };
}

/** Somebody with a place to set rules for. */
function officerSets(officer: Officer): boolean {
  return officer.reach === "country" || officer.agencyId !== null;
}

/** What was asked of the calculator, and its answer for where the officer works. */
async function calculate(officer: Officer, query: URLSearchParams) {
  const asked = query.get("key") ?? "";
  const from = (query.get("from") ?? "").slice(0, 40);
  const key = isPolicyKey(asked) ? asked : undefined;
  if (!key) return { key: "reply.forwarded_opinion", from: shownTime(now()) };
  const day = readDay(from);
  const start = day ? startOf(day) : readLocalTime(from);
  if (!start) return { key, from, problem: true };
  const { agencyId, provinceId } = officer;
  const due = await dueFor(db, key, { start, agencyId, provinceId });
  return { key, from, start, due, now: now() };
}

/** 28/11/2026 08:30: as it can be typed back. */
function shownTime(moment: string): string {
  return shortTime(moment).split(" ").reverse().join(" ");
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.policies.title} · ${words.common.product}` }];
};

export default function Policies() {
  const { chapters, counts } = useLoaderData<typeof loader>();
  const words = useMessages().policies;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      {counts.unverified > 0 && (
        <Notice tone="warning" title={words.unverifiedTitle}>
          {words.unverifiedLead(counts.unverified, counts.current)}
        </Notice>
      )}
      <Calculator />
      <nav aria-label={words.toc} className="print:hidden mb-6">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {GROUPS.map((group) => (
            <li key={group}>
              <a href={`#${group}`} className="inline-flex min-h-8 items-center">
                {words.groups[group]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {chapters.map(({ group, rows, past }) => (
        <section key={group} id={group} className="mb-8">
          <h2 className="mb-3 text-xl">{words.groups[group]}</h2>
          <PolicyTable caption={words.groups[group]} rows={rows} />
          {past.length > 0 && (
            <details className="mt-2">
              <summary className="min-h-8 text-soft">{words.table.past(past.length)}</summary>
              <div className="mt-2">
                <PolicyTable caption={words.table.past(past.length)} rows={past} />
              </div>
            </details>
          )}
        </section>
      ))}
    </>
  );
}

const CLOCKED = POLICY_KEYS.filter((key) => kindOf(key).clock);

/** From this day, by this rule: until when, and how that is counted. */
function Calculator() {
  const { calculation } = useLoaderData<typeof loader>();
  const words = useMessages().policies;
  const texts = words.calculator;
  return (
    <Card title={texts.title} id="calculator">
      <p className="mb-3 text-soft">{texts.lead}</p>
      <Form
        method="get"
        className="grid items-end gap-3 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
      >
        <PlainSelect
          name="key"
          label={texts.key}
          value={calculation.key}
          options={CLOCKED.map((key) => ({ value: key, label: words.ruleName(key) }))}
        />
        <PlainText
          name="from"
          label={texts.from}
          hint={texts.fromHint}
          defaultValue={calculation.from}
          maxLength={40}
          autoComplete="off"
          problem={calculation.problem ? texts.badTime : undefined}
        />
        <Button>{texts.calculate}</Button>
      </Form>
      {calculation.start && (
        <div role="status" className="mt-5 grid gap-3 border-t border-line pt-4">
          {calculation.due ? (
            <Countdown due={calculation.due} now={calculation.now} />
          ) : (
            <p>
              {texts.noRule(words.ruleName(calculation.key), shortDay(dayOf(calculation.start)))}
            </p>
          )}
        </div>
      )}
    </Card>
  );
}
