import { shortWhen } from "#app/domain/spokespersons/speaker.ts";
import { stateOf, type Term } from "#app/domain/spokespersons/term.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
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

/**
 * What can be done about an entry, what is done most often first. That it was a mistake stands last and apart:
 * nobody ends an entry that way.
 */
export function TermActions({ term }: { term: Term | undefined }) {
  const { spokespersons, register } = useMessages();
  if (!term || term.annulledAt) return null;
  const { agency: words } = spokespersons;
  const isAssignment = term.kind === "assignment";
  const actions: [to: string, what: string, when: boolean][] = [
    [paths.desk.publication(term), register.unpublished.publish, isAssignment && !term.publishedAt],
    [paths.desk.correction(term), register.correction.link, isAssignment],
    [
      paths.desk.unavailability(term),
      register.unavailability.link,
      term.capacity === "regular" && term.ended === null && !!term.publishedAt,
    ],
    [paths.desk.assignmentEnd(term), words.end, isAssignment && term.ended === null],
    [paths.desk.delegationEnd(term), words.revoke, !isAssignment && term.ended === null],
  ];
  const annulment = isAssignment
    ? paths.desk.assignmentAnnulment(term)
    : paths.desk.delegationAnnulment(term);
  return (
    <ul className="flex w-full flex-wrap items-baseline gap-x-4 gap-y-1">
      {actions
        .filter(([, , when]) => when)
        .map(([to, what]) => (
          <li key={to}>
            <LinkTo to={to} className="text-ink">
              {what}
              <span className="sr-only">: {term.name}</span>
            </LinkTo>
          </li>
        ))}
      <li className="ml-auto">
        <LinkTo to={annulment} className="text-sm text-soft">
          {register.annulment.link}
          <span className="sr-only">: {term.name}</span>
        </LinkTo>
      </li>
    </ul>
  );
}

const TONES: Record<ReturnType<typeof stateOf>, BadgeTone> = {
  coming: "calm",
  current: "done",
  past: "plain",
  annulled: "late",
  unpublished: "due",
};

function useColumns(at: Moment): Column<Term>[] {
  const { agency: words, facts, capacity } = useMessages().spokespersons;
  return [
    {
      head: words.person,
      names: true,
      cell: ({ name, position, annulledAt }) => (
        <>
          <span className={`font-semibold ${annulledAt ? "line-through" : ""}`}>{name}</span>
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
      cell: (term) => <Basis term={term} />,
    },
    { head: words.state, cell: (term) => <State term={term} at={at} /> },
  ];
}

/** By which paper, who signed it, where its copy is; when it was entered and when it became public. */
function Basis({ term }: { term: Term }) {
  const { spokespersons, register } = useMessages();
  const { agency: words, facts } = spokespersons;
  const to = useLocalised();
  const { kind, basis, documentId, recordedAt, publishedAt, besideReason } = term;
  return (
    <>
      {(kind === "delegation" ? facts.document : facts.decision)(
        basis.number,
        shortDay(basis.date),
      )}
      {basis.signer && (
        <span className="block text-sm text-soft">
          {register.signer}: {basis.signer}
        </span>
      )}
      {documentId && (
        <a className="block text-sm" href={to(paths.desk.document({ id: documentId }))}>
          {register.document}
        </a>
      )}
      {besideReason && (
        <span className="block text-sm text-soft">{register.besideMark(besideReason)}</span>
      )}
      <span className="block text-sm text-soft">{words.recorded(shortTime(recordedAt))}</span>
      {publishedAt && publishedAt !== recordedAt && (
        <span className="block text-sm text-soft">
          {register.published(shortTime(publishedAt))}
        </span>
      )}
    </>
  );
}

function State({ term, at }: { term: Term; at: Moment }) {
  const { spokespersons, register } = useMessages();
  const { agency: words } = spokespersons;
  const state = stateOf(term, at);
  const why = [
    term.endKind && register.states[term.endKind],
    term.endReason,
    term.endDecisionNo,
  ].filter(Boolean);
  return (
    <span className="grid justify-items-start gap-1">
      <Badge tone={TONES[state]}>
        {state === "annulled" || state === "unpublished"
          ? register.states[state]
          : words.phases[state]}
      </Badge>
      {term.annulledAt && (
        <span className="text-sm text-soft">
          {register.annulled(shortTime(term.annulledAt), term.annulReason ?? "")}
        </span>
      )}
      {why.length > 0 && <span className="text-sm text-soft">{why.join(", ")}</span>}
      {term.ended && term.planned && term.planned !== term.ended && (
        <span className="text-sm text-soft">{words.cutShort(shortWhen(term.planned))}</span>
      )}
      {state !== "current" && <TermActions term={term} />}
    </span>
  );
}
