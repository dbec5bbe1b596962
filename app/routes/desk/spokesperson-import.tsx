import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { importSpokespersons } from "#app/domain/spokespersons/import.server.ts";
import {
  type CheckedLine,
  type ImportProblem,
  linesOf,
} from "#app/domain/spokespersons/import-entry.ts";
import type { Draft } from "#app/domain/spokespersons/import-row.ts";
import { importSentence } from "#app/domain/spokespersons/refusal.ts";
import type { Capacity } from "#app/domain/spokespersons/speaker.ts";
import { isOfficialEmail } from "#app/domain/spokespersons/term.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { sentSpokespersons } from "#app/http/spokesperson-sheet.server.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import {
  type Language,
  languageOf,
  type Messages,
  messagesFor,
  messagesIn,
} from "#app/i18n/messages.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckedLines, type ShownLine, VerdictFilter } from "#app/ui/checked-lines.tsx";
import { FORM, SheetProblems, SheetToCheck } from "#app/ui/checked-sheet.tsx";
import { useCounted } from "#app/ui/counted.ts";
import { EnterWithProgress } from "#app/ui/import-progress.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SheetColumns } from "#app/ui/sheet-columns.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOfficer(request);
  return null;
}

/** Checks what was sent; enters it when it is what was checked. */
export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const form = await request.formData();
  const sent = await sentSpokespersons(form);
  if (!sent) return data({ nothing: true } as const, { status: 400 });

  const { sheetRead: sheet, isChecked, fileName } = sent;
  const signed = signedNow(officer);
  const options = { dryRun: !isChecked, fileName };
  const outcome = await importSpokespersons(db, officer, sheet, signed, options);
  const words = messagesFor(request);
  if (outcome.id) {
    const sentence = words.spokespersons.import.done(String(outcome.rows));
    return goToSaying(request, paths.desk.spokespersonImportDone({ id: outcome.id }), sentence);
  }
  const { ok, rows, problems, counts } = outcome;
  const lines = sheet.ok ? linesOf(sheet.rows, outcome) : [];
  const show = Show.catch(ok ? "all" : "problem").parse(form.get("show"));
  const wanted = lines.filter(({ verdict }) => show === "all" || verdict === show);
  const language = languageOf(new URL(request.url).pathname);
  const { text, mark, fromFile, headings, headingMark, given, sheets, sheet: sheetName } = sent;
  const answer = {
    ...{ nothing: false, ok, rows, counts, show, text, mark, fromFile, fileName },
    ...{ headings, headingMark, given, sheets, sheetName },
    changed: sent.checked !== "" && !isChecked,
    unknown: sheet.ok ? sheet.unknown : [],
    groups: sheet.ok ? sheet.groups : [],
    isRead: sheet.ok,
    problemCount: problems.length,
    problems: sheet.ok ? [] : problems.map((one) => worded(words, one)),
    wanted: wanted.length,
    lines: wanted.slice(0, SHOWN).map((line) => shownLine(line, language)),
    privateEmails: outcome.entries.filter(({ draft }) => !isOfficialEmail(draft.details.email))
      .length,
  } as const;
  return data(answer, { status: ok ? 200 : 400 });
}

const SHOWN = 200;

const Show = z.enum(["all", "new", "changed", "same", "problem"]);

function worded(words: Messages, problem: ImportProblem) {
  return { ...problem, sentence: importSentence(words, problem) };
}

function shownLine(
  { line, verdict, cells, entry, problems }: CheckedLine,
  language: Language,
): ShownLine {
  const words = messagesIn(language);
  const { agency, draft } = entry ?? {};
  const name = language === "en" ? agency?.nameEn : agency?.name;
  const details = draft?.details;
  const days = [cells.from, cells.until].filter(Boolean).map(readableDay).join(" – ");
  return {
    line,
    verdict,
    agency: name ?? (cells.agency_name || cells.agency_code || cells.area_code),
    padded: entry?.padded ?? null,
    name: details?.name ?? cells.name,
    position: details?.position ?? cells.position,
    contact: [details?.phone ?? cells.phone, details?.email ?? cells.email]
      .filter(Boolean)
      .join(" · "),
    capacity:
      draft?.kind === "assignment"
        ? words.spokespersons.capacity[draft.details.capacity]
        : draft
          ? `${words.spokespersons.capacity.authorised}: ${draft.details.matter}`
          : (words.spokespersons.capacity[cells.capacity as Capacity] ?? cells.capacity),
    term: draft ? termOf(draft, words) : days,
    isDelegation: draft?.kind === "delegation",
    instead:
      entry && "instead" in entry
        ? { name: entry.instead.name, lastDay: entry.instead.endDay ?? "" }
        : null,
    changes: entry && "changes" in entry ? entry.changes : [],
    remarks: entry?.remarks ?? [],
    problems: problems.map((one) => {
      const { column, sentence } = worded(words, one);
      return { column, sentence };
    }),
  };
}

/** A day that a field of dates gave, as people write it; whatever else was typed, as it was typed. */
function readableDay(typed: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? shortDay(typed) : typed;
}

function termOf({ kind, details }: Draft, words: Messages): string {
  if (kind === "delegation") return `${shortTime(details.fromAt)} – ${shortTime(details.untilAt)}`;
  const { fromDay, untilDay } = details;
  return `${shortDay(fromDay)} – ${untilDay ? shortDay(untilDay) : words.spokespersons.agency.openEnded}`;
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.spokespersons.import.title} · ${words.common.product}` }];
};

export default function SpokespersonImport() {
  const answer = useActionData<typeof action>();
  const { spokespersons, spreadsheets, imports } = useMessages();
  const words = spokespersons.import;
  const checked = answer?.nothing === false ? (answer as Checked) : undefined;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersons()}>{spokespersons.registry.title}</LinkTo>}
        lead={words.lead}
        actions={<ButtonLink to={paths.desk.spokespersonImports()}>{imports.list}</ButtonLink>}
      >
        {words.title}
      </PageTitle>
      {answer?.nothing && <Notice tone="problem">{spreadsheets.form.nothing}</Notice>}
      {checked?.changed && <Notice tone="warning">{spreadsheets.form.changed}</Notice>}
      {checked && <Verdicts checked={checked} />}
      <SheetToCheck
        text={checked?.text}
        mark={checked?.mark}
        fromFile={checked?.fromFile}
        before={checked && <Said checked={checked} />}
        whole
      />
      <HowTo />
    </>
  );
}

type Answer = Exclude<ReturnType<typeof useActionData<typeof action>>, undefined>;
type Checked = Extract<Answer, { mark: string }>;

function Verdicts({ checked }: { checked: Checked }) {
  const { spokespersons, spreadsheets, imports } = useMessages();
  const counted = useCounted();
  const localised = useLocalised();
  const { ok, isRead, problems, problemCount, counts, rows, show, lines, wanted, unknown, groups } =
    checked;
  const columnNames: Record<string, string> = spokespersons.columns;
  const isUnread = !isRead && checked.headings.length === 0 && problems.length === 1;
  const asksForColumns = lacksColumns(checked);
  return (
    <>
      {ok ? (
        <Good checked={checked} />
      ) : isUnread ? (
        <Notice tone="problem" title={spreadsheets.form.unreadable}>
          <p>{problems[0]?.sentence}</p>
        </Notice>
      ) : asksForColumns ? (
        <Notice tone="problem" title={imports.mapping.needed(missingOf(problems, columnNames))} />
      ) : (
        <Notice tone="problem" title={spreadsheets.form.bad(counted(problemCount))}>
          <p>{spreadsheets.form.badLead}</p>
          <Button
            tone="plain"
            form={FORM}
            formAction={localised(paths.desk.spokespersonImportProblems())}
            className="mt-3"
          >
            {imports.downloadProblems}
          </Button>
        </Notice>
      )}
      {unknown.length > 0 && <Notice>{spreadsheets.form.ignored(unknown.join(", "))}</Notice>}
      {groups.length > 0 && (
        <Notice>{imports.groups(counted(groups.length), groups.slice(0, 50).join(", "))}</Notice>
      )}
      <div className="mb-6">
        {isRead ? (
          <>
            <VerdictFilter counts={counts} total={rows} show={show} />
            <CheckedLines lines={lines} />
            {wanted > lines.length && (
              <p className="mt-2 text-soft">{spreadsheets.more(counted(wanted - lines.length))}</p>
            )}
          </>
        ) : (
          !isUnread &&
          !asksForColumns && <SheetProblems problems={problems} columnNames={columnNames} />
        )}
      </div>
    </>
  );
}

/** Nothing is wrong with the rows yet: it must only be said what the columns mean. */
function lacksColumns({ isRead, headings, problems }: Checked): boolean {
  return (
    !isRead && headings.length > 0 && problems.every(({ problem }) => problem === "column-missing")
  );
}

function missingOf(problems: Checked["problems"], columnNames: Record<string, string>): string {
  return problems.map(({ column }) => columnNames[column ?? ""] ?? column).join(", ");
}

function Good({ checked: { rows, mark, counts, privateEmails } }: { checked: Checked }) {
  const { spokespersons, imports } = useMessages();
  const words = spokespersons.import;
  const counted = useCounted();
  if (counts.same === rows) return <Notice tone="success" title={imports.allSame} />;
  return (
    <>
      <Notice tone="success" title={words.good(counted(rows))}>
        <p className="mb-3">{words.goodLead}</p>
        <EnterWithProgress mark={mark}>{words.commit}</EnterWithProgress>
      </Notice>
      {privateEmails > 0 && (
        <Notice tone="warning">{words.privateEmails(counted(privateEmails))}</Notice>
      )}
    </>
  );
}

/** What was said about the sheet that was sent, to be said otherwise. */
function Said({ checked }: { checked: Checked }) {
  const { imports } = useMessages();
  const { headings, headingMark, given, isRead, fileName, sheets, sheetName } = checked;
  return (
    <>
      <input type="hidden" name="fileName" value={fileName} />
      {sheets.length > 1 && (
        <div>
          <input type="hidden" name="sheets" value={JSON.stringify(sheets)} />
          <input type="hidden" name="sheetRead" value={sheetName} />
          <p className="mb-2">{imports.sheets(sheetName)}</p>
          <div className="flex flex-wrap gap-2">
            {sheets
              .filter(({ name }) => name !== sheetName)
              .map(({ name }) => (
                <Button key={name} tone="plain" name="sheet" value={name}>
                  {name}
                </Button>
              ))}
          </div>
        </div>
      )}
      {headings.length > 0 && (
        <SheetColumns headings={headings} mark={headingMark} given={given} open={!isRead} />
      )}
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
  const { formerUnits, spokespersons } = useMessages();
  const words = spokespersons.import;
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
          <li>{formerUnits.import.how}</li>
        </ul>
        <p className="mt-4 mb-1 font-semibold">{words.example}</p>
        <pre className="whitespace-pre-wrap break-words rounded-md bg-wash p-3 text-sm">
          {[english ? EXAMPLE.headingEn : EXAMPLE.heading, ...rows].join("\n")}
        </pre>
      </Card>
    </div>
  );
}
