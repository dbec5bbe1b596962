import { shortWhen } from "#app/domain/spokespersons/speaker.ts";
import { type Term, type TermPhase, termPhaseOf } from "#app/domain/spokespersons/term.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { LinkTo } from "./link.tsx";
import { WhenText } from "./speaker-card.tsx";
import { type Column, Table } from "./table.tsx";

/** An agency's register: every assignment and delegation with where it stands at a moment. */
export function TermTable({ terms, at }: { terms: Term[]; at: Moment }) {
  const words = useMessages().spokespersons.agency;
  const columns = useColumns(at);
  return <Table caption={words.history} rows={terms} keyOf={({ id }) => id} columns={columns} />;
}

/** The way to record an end, while nobody has recorded one. */
export function EndLink({ term }: { term: Term | undefined }) {
  const { agency: words } = useMessages().spokespersons;
  if (!term || term.ended !== null) return null;
  const [to, what] =
    term.kind === "assignment"
      ? [paths.desk.assignmentEnd(term), words.end]
      : [paths.desk.delegationEnd(term), words.revoke];
  return (
    <LinkTo to={to}>
      {what}
      <span className="sr-only">: {term.name}</span>
    </LinkTo>
  );
}

const TONES: Record<TermPhase, BadgeTone> = { coming: "calm", current: "done", past: "plain" };

function useColumns(at: Moment): Column<Term>[] {
  const { agency: words, facts, capacity } = useMessages().spokespersons;
  return [
    {
      head: words.person,
      names: true,
      cell: ({ name, position }) => (
        <>
          <span className="font-semibold">{name}</span>
          <span className="block">{position}</span>
        </>
      ),
    },
    {
      head: facts.capacity,
      cell: (term) => (
        <>
          {capacity[term.capacity]}
          {term.matter && <span className="block text-soft">{term.matter}</span>}
          {term.grantorName && (
            <span className="block text-sm text-soft">
              {facts.grantor}: {term.grantorName}
            </span>
          )}
        </>
      ),
    },
    {
      head: words.term,
      cell: (term) => (
        <>
          <span className="whitespace-nowrap">
            <WhenText when={term.from} /> –
          </span>{" "}
          <span className="whitespace-nowrap">
            {term.until ? <WhenText when={term.until} /> : words.openEnded}
          </span>
        </>
      ),
    },
    {
      head: facts.basis,
      cell: ({ kind, basis, recordedAt }) => (
        <>
          {(kind === "delegation" ? facts.document : facts.decision)(
            basis.number,
            shortDay(basis.date),
          )}
          <span className="block text-sm text-soft">{words.recorded(shortTime(recordedAt))}</span>
        </>
      ),
    },
    { head: words.state, cell: (term) => <State term={term} at={at} /> },
  ];
}

function State({ term, at }: { term: Term; at: Moment }) {
  const { agency: words } = useMessages().spokespersons;
  const phase = termPhaseOf(term, at);
  const why = [term.endReason, term.endDecisionNo].filter(Boolean).join(", ");
  return (
    <span className="grid justify-items-start gap-1">
      <Badge tone={TONES[phase]}>{words.phases[phase]}</Badge>
      {why && <span className="text-sm text-soft">{why}</span>}
      {term.ended && term.planned && term.planned !== term.ended && (
        <span className="text-sm text-soft">{words.cutShort(shortWhen(term.planned))}</span>
      )}
      {phase === "coming" && <EndLink term={term} />}
    </span>
  );
}
