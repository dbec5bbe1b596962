import { fullName, fullNameInEnglish } from "#app/domain/areas/area.ts";
import type { Line } from "#app/domain/policies/law-book.ts";
import type { ListedPolicy } from "#app/domain/policies/policies.server.ts";
import type { PolicyKey } from "#app/domain/policies/policy.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { Facts } from "./card.tsx";
import { LinkTo } from "./link.tsx";
import { type Column, Table } from "./table.tsx";

/** What a reader of the law book may do with a line. */
export interface LineRights {
  set: boolean;
  end: boolean;
  verify: boolean;
}

export interface PolicyRow {
  key: PolicyKey;
  /** Nothing where no rule is in force. */
  line: Line | undefined;
  /** The key has no rule, not even one that has ended. */
  never?: boolean;
  may: LineRights;
}

/** Rules with what they say, for whom, since when, by what, and who vetted them. */
export function PolicyTable({ caption, rows }: { caption: string; rows: PolicyRow[] }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ key, line }) => line?.policy.id ?? key}
      columns={useColumns()}
    />
  );
}

/** For whom a rule holds: the country, a province, an agency by name. */
function useScopeName() {
  const language = useLanguage();
  const { scopes } = useMessages().policies;
  return (policy: ListedPolicy) => {
    if (policy.scope === "agency")
      return (language === "en" ? policy.agencyNameEn : policy.agencyName) ?? scopes.agency;
    if (policy.scope === "national" || !policy.provinceName) return scopes[policy.scope];
    const province = {
      level: "province",
      type: policy.provinceType ?? "",
      name: policy.provinceName,
      nameEn: policy.provinceNameEn ?? "",
    } as const;
    return language === "en" ? fullNameInEnglish(province) : fullName(province);
  };
}

const TONES = { stricter: "calm", same: "plain", looser: "late" } satisfies Record<
  string,
  BadgeTone
>;

function useColumns(): Column<PolicyRow>[] {
  const words = useMessages().policies;
  const { table } = words;
  const scopeName = useScopeName();
  return [
    {
      head: table.rule,
      names: true,
      cell: ({ key }) => <span className="font-semibold">{words.ruleName(key)}</span>,
    },
    {
      head: table.value,
      cell: ({ line, never }) =>
        line ? (
          <Value line={line} />
        ) : (
          <span className="text-soft">{never ? table.none : table.noneNow}</span>
        ),
    },
    {
      head: table.scope,
      cell: ({ line }) =>
        line && (
          <span className="grid min-w-20 justify-items-start gap-1">
            {scopeName(line.policy)}
            {line.comparison && (
              <Badge tone={TONES[line.comparison]}>{words.comparisons[line.comparison]}</Badge>
            )}
            {line.overtaken && <span className="text-sm text-late">{words.overtaken}</span>}
          </span>
        ),
    },
    {
      head: table.inForce,
      cell: ({ line }) =>
        line && (
          <span className="grid justify-items-start gap-1">
            <span className="min-w-24">
              {line.policy.untilDay
                ? table.span(shortDay(line.policy.fromDay), shortDay(line.policy.untilDay))
                : table.from(shortDay(line.policy.fromDay))}
            </span>
            {line.state === "coming" && <Badge tone="due">{table.coming}</Badge>}
          </span>
        ),
    },
    {
      head: table.basis,
      cell: ({ line }) =>
        line && (
          <>
            <Basis policy={line.policy} />
            <Checked policy={line.policy} />
          </>
        ),
    },
    { head: table.actions, acts: true, cell: (row) => <Actions row={row} /> },
  ];
}

function Value({ line: { policy, national } }: { line: Line }) {
  const { measure, clocks, table } = useMessages().policies;
  return (
    <>
      <span className="font-semibold">{measure(policy)}</span>
      {policy.clock && <span className="block text-sm text-soft">{clocks[policy.clock]}</span>}
      {national && (
        <span className="block text-sm text-soft">{table.national(measure(national))}</span>
      )}
    </>
  );
}

function Basis({ policy }: { policy: ListedPolicy }) {
  const { table } = useMessages().policies;
  return (
    <>
      <span lang="vi">{policy.legalRef}</span>
      <span className="block text-sm text-soft">
        {policy.statutory ? table.statutory : table.house}
      </span>
      {policy.reason && (
        <span className="block text-sm text-soft">{table.reason(policy.reason)}</span>
      )}
    </>
  );
}

function Checked({ policy: { verifiedBy, verifiedDay } }: { policy: ListedPolicy }) {
  const { table, unverified } = useMessages().policies;
  if (!verifiedBy || !verifiedDay) return <Badge tone="due">{unverified}</Badge>;
  return <Badge tone="done">{table.checkedBy(verifiedBy, shortDay(verifiedDay))}</Badge>;
}

function Actions({ row: { key, line, may } }: { row: PolicyRow }) {
  const { table, ruleName } = useMessages().policies;
  const links = [
    may.set && { to: paths.desk.policyNew(key), text: table.set },
    line && may.end && { to: paths.desk.policyEnd(line.policy), text: table.end },
    line && may.verify && { to: paths.desk.policyVerification(line.policy), text: table.verify },
  ].filter((link) => !!link);
  return (
    <span className="grid justify-items-start">
      {links.map(({ to, text }) => (
        <LinkTo key={to} to={to} className="whitespace-nowrap">
          {text}
          <span className="sr-only">: {ruleName(key)}</span>
        </LinkTo>
      ))}
    </span>
  );
}

/** One rule, on a page about it. */
export function PolicyFacts({ policy }: { policy: ListedPolicy }) {
  const { measure, ruleName, clocks, table } = useMessages().policies;
  const scopeName = useScopeName();
  const { fromDay, untilDay } = policy;
  return (
    <div className="mb-6">
      <Facts
        facts={[
          [table.rule, <strong key="rule">{ruleName(policy.key)}</strong>],
          [table.value, measure(policy) + (policy.clock ? `, ${clocks[policy.clock]}` : "")],
          [table.scope, scopeName(policy)],
          [
            table.inForce,
            untilDay
              ? table.span(shortDay(fromDay), shortDay(untilDay))
              : table.from(shortDay(fromDay)),
          ],
          [table.basis, <Basis key="basis" policy={policy} />],
          [table.checked, <Checked key="checked" policy={policy} />],
        ]}
      />
    </div>
  );
}
