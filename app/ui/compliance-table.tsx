import { useSearchParams } from "@remix-run/react";
import { CircleAlert, CircleCheck, Clock } from "lucide-react";
import {
  type Mark,
  type Marks,
  QUESTIONS,
  type Question,
} from "#app/domain/compliance/compliance.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Empty } from "./empty.tsx";
import { LinkTo } from "./link.tsx";
import { Table } from "./table.tsx";

interface Asked {
  id: string;
  name: string;
  marks: Marks;
}

/** Agency by agency, each answer leading to what it rests on. */
export function ComplianceTable({
  rows,
  sort,
  only,
}: {
  rows: Asked[];
  sort?: Question;
  only: boolean;
}) {
  const words = useMessages().compliance;
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies" className="mb-2 text-xl">
        {words.table}
      </h2>
      <ComplianceOrder sort={sort} only={only} />
      <MarkShapes />
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
              cell: (row) => (
                <LinkTo many to={paths.desk.agency(row)}>
                  {row.name}
                </LinkTo>
              ),
            },
            ...QUESTIONS.map((question) => ({
              head: words.questions[question],
              cell: (row: Asked) => <Answer of={row} question={question} />,
            })),
          ]}
        />
      )}
    </section>
  );
}

/** The ways to sort the table, and to see only those who lack something. */
export function ComplianceOrder({ sort, only }: { sort?: Question; only?: boolean }) {
  const words = useMessages().compliance;
  const [search] = useSearchParams();
  const asked = (changes: { sort?: Question; only?: "lacking" }) =>
    paths.desk.compliance({ province: search.get("province") ?? undefined, ...changes });
  const kept = only ? "lacking" : undefined;
  return (
    <ul className="print:hidden mb-3 flex flex-wrap gap-x-4 gap-y-1">
      {only !== undefined && (
        <li>
          <LinkTo to={asked({ sort, only: only ? undefined : "lacking" })}>
            {only ? words.all : words.only}
          </LinkTo>
        </li>
      )}
      {sort && (
        <li>
          <LinkTo to={asked({ only: kept })}>{words.byName}</LinkTo>
        </li>
      )}
      {QUESTIONS.filter((question) => question !== sort).map((question) => (
        <li key={question}>
          <LinkTo to={asked({ sort: question, only: kept })}>
            {words.sort(words.questions[question])}
          </LinkTo>
        </li>
      ))}
    </ul>
  );
}

/** One answer, leading to what it rests on; where nothing is asked there is nothing to look at. */
function Answer({ of, question }: { of: Asked; question: Question }) {
  const words = useMessages().compliance;
  const mark = of.marks[question];
  if (mark === "none")
    return (
      <span className="text-soft">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{words.marks.none}</span>
      </span>
    );
  return (
    <LinkTo many to={evidenceOf(of, question)} className={`mark ${COLOURS[mark]}`}>
      <svg aria-hidden="true">
        <use href={`#mark-${mark}`} />
      </svg>
      {words.marks[mark]}
    </LinkTo>
  );
}

/** The shapes beside the words, drawn once: a table may have a thousand. */
function MarkShapes() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      <symbol id="mark-yes" viewBox="0 0 24 24">
        <CircleCheck />
      </symbol>
      <symbol id="mark-waiting" viewBox="0 0 24 24">
        <Clock />
      </symbol>
      <symbol id="mark-no" viewBox="0 0 24 24">
        <CircleAlert />
      </symbol>
    </svg>
  );
}

const COLOURS: Record<Exclude<Mark, "none">, string> = {
  yes: "text-done",
  waiting: "text-due",
  no: "text-late",
};

function evidenceOf(agency: { id: string }, question: Question): string {
  if (question === "regulation") return paths.desk.regulation(agency);
  if (question === "trained") return paths.desk.training(agency);
  return paths.desk.agency(agency);
}
