import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import {
  importSpokespersons,
  readSpokespersonSheet,
} from "#app/domain/spokespersons/import.server.ts";
import type { ImportEntry } from "#app/domain/spokespersons/import-entry.ts";
import { importSentence } from "#app/domain/spokespersons/refusal.ts";
import { isOfficialEmail } from "#app/domain/spokespersons/term.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { sentSheet } from "#app/http/sheet.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { EnterSheet, SheetProblems, SheetToCheck, useCounted } from "#app/ui/checked-sheet.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { WhenText } from "#app/ui/speaker-card.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOfficer(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const sent = await sentSheet(await request.formData());
  if (!sent) return data({ nothing: true } as const, { status: 400 });

  const sheet = readSpokespersonSheet(sent.bytes);
  const isChecked = sent.checked === sent.mark;
  const signed = { by: officer, at: now() };
  const outcome = await importSpokespersons(db, officer, sheet, signed, { dryRun: !isChecked });
  const words = messagesFor(request);
  if (outcome.ok && isChecked) {
    const home = officer.reach === "agency" && officer.agencyId;
    const path = home ? paths.desk.agency({ id: home }) : paths.desk.spokespersons();
    return goToSaying(request, path, words.spokespersons.import.done(String(outcome.rows)));
  }
  const { ok, rows, problems, entries } = outcome;
  const answer = {
    nothing: false,
    ok,
    rows,
    text: sent.text,
    mark: sent.mark,
    fromFile: sent.fromFile,
    changed: sent.checked !== "" && !isChecked,
    unknown: sheet.ok ? sheet.unknown : [],
    problems: problems.map((one) => ({ ...one, sentence: importSentence(words, one) })),
    entries: ok ? entries.slice(0, SHOWN) : [],
    privateEmails: entries.filter(({ draft }) => !isOfficialEmail(draft.details.email)).length,
  } as const;
  return data(answer, { status: ok ? 200 : 400 });
}

const SHOWN = 200;

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.spokespersons.import.title} · ${words.common.product}` }];
};

export default function SpokespersonImport() {
  const answer = useActionData<typeof action>();
  const { spokespersons, spreadsheets } = useMessages();
  const words = spokespersons.import;
  const checked = answer?.nothing === false ? answer : undefined;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersons()}>{spokespersons.registry.title}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      {answer?.nothing && <Notice tone="problem">{spreadsheets.form.nothing}</Notice>}
      {checked?.changed && <Notice tone="warning">{spreadsheets.form.changed}</Notice>}
      {checked && (checked.ok ? <Good checked={checked} /> : <Bad checked={checked} />)}
      <SheetToCheck text={checked?.text} mark={checked?.mark} fromFile={checked?.fromFile} />
      <HowTo />
    </>
  );
}

interface Checked {
  rows: number;
  mark: string;
  unknown: string[];
  problems: Parameters<typeof SheetProblems>[0]["problems"];
  entries: ImportEntry[];
  privateEmails: number;
}

function Bad({ checked: { problems } }: { checked: Checked }) {
  const { spokespersons, spreadsheets } = useMessages();
  const counted = useCounted();
  return (
    <>
      <Notice tone="problem" title={spreadsheets.form.bad(counted(problems.length))}>
        {spreadsheets.form.badLead}
      </Notice>
      <div className="mb-6">
        <SheetProblems problems={problems} columnNames={spokespersons.columns} />
      </div>
    </>
  );
}

function Good({ checked }: { checked: Checked }) {
  const { spokespersons, spreadsheets } = useMessages();
  const words = spokespersons.import;
  const counted = useCounted();
  const { rows, mark, unknown, entries, privateEmails } = checked;
  return (
    <>
      <Notice tone="success" title={words.good(counted(rows))}>
        <p className="mb-3">{words.goodLead}</p>
        <EnterSheet mark={mark}>{words.commit}</EnterSheet>
      </Notice>
      {unknown.length > 0 && <Notice>{spreadsheets.form.ignored(unknown.join(", "))}</Notice>}
      {privateEmails > 0 && (
        <Notice tone="warning">{words.privateEmails(counted(privateEmails))}</Notice>
      )}
      <div className="mb-6">
        <Entries entries={entries} />
        {rows > entries.length && (
          <p className="mt-2 text-soft">{spreadsheets.more(counted(rows - entries.length))}</p>
        )}
      </div>
    </>
  );
}

function Entries({ entries }: { entries: ImportEntry[] }) {
  const { spokespersons, spreadsheets } = useMessages();
  const { import: words, capacity, facts, form, registry } = spokespersons;
  const english = useLanguage() === "en";
  return (
    <Table
      caption={words.entriesCaption}
      rows={entries}
      keyOf={({ line }) => String(line)}
      columns={[
        { head: spreadsheets.line, cell: ({ line }) => line },
        {
          head: registry.agency,
          cell: ({ agency, padded }) => (
            <>
              {english ? agency.nameEn : agency.name}
              {padded && <span className="block text-sm text-due">{words.padded(padded)}</span>}
            </>
          ),
        },
        {
          head: form.name,
          names: true,
          cell: ({ draft: { details } }) => (
            <>
              <span className="font-semibold">{details.name}</span>
              <span className="block">{details.position}</span>
            </>
          ),
        },
        {
          head: facts.capacity,
          cell: ({ draft }) =>
            draft.kind === "delegation" ? (
              <>
                {capacity.authorised}
                <span className="block text-soft">{draft.details.matter}</span>
              </>
            ) : (
              capacity[draft.details.capacity]
            ),
        },
        { head: spokespersons.agency.term, cell: ({ draft }) => <Term draft={draft} /> },
      ]}
    />
  );
}

function Term({ draft }: { draft: ImportEntry["draft"] }) {
  const { agency } = useMessages().spokespersons;
  const [from, until] =
    draft.kind === "delegation"
      ? [draft.details.fromAt, draft.details.untilAt]
      : [draft.details.fromDay, draft.details.untilDay];
  return (
    <>
      <WhenText when={from} /> – {until ? <WhenText when={until} /> : agency.openEnded}
    </>
  );
}

const EXAMPLE = {
  heading:
    "mã đơn vị hành chính,họ tên,chức vụ,điện thoại,thư điện tử,tư cách,số quyết định,ngày quyết định,từ ngày,đến ngày,vụ việc",
  headingEn:
    "area_code,name,position,phone,email,capacity,decision_no,decision_date,from,until,matter",
  rows: [
    "30307,Nguyễn Văn A,Chủ tịch UBND phường,0296 3 000 001,nguyenvana@angiang.gov.vn,đứng đầu,118/QĐ-UBND,30/06/2025,01/07/2025,,",
    "30307,Trần Thị B,Phó Chủ tịch UBND phường,0296 3 000 002,tranthib@angiang.gov.vn,thường xuyên,87/QĐ-UBND,08/07/2026,10/07/2026,,",
  ],
  capacities: { "đứng đầu": "head", "thường xuyên": "regular" },
};

function HowTo() {
  const words = useMessages().spokespersons.import;
  const english = useLanguage() === "en";
  const rows = english
    ? EXAMPLE.rows.map((row) =>
        Object.entries(EXAMPLE.capacities).reduce((text, [vi, en]) => text.replace(vi, en), row),
      )
    : EXAMPLE.rows;
  return (
    <div className="mt-6">
      <Card title={words.how}>
        <ul className="grid max-w-[75ch] list-disc gap-1 ps-5">
          <li>{words.howRows}</li>
          <li>{words.howCode}</li>
          <li>{words.howCapacity}</li>
          <li>{words.howDates}</li>
        </ul>
        <p className="mt-4 mb-1 font-semibold">{words.example}</p>
        <pre className="whitespace-pre-wrap break-words rounded-md bg-wash p-3 text-sm">
          {[english ? EXAMPLE.headingEn : EXAMPLE.heading, ...rows].join("\n")}
        </pre>
      </Card>
    </div>
  );
}
