import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { importJournalists } from "#app/domain/press/import.server.ts";
import { JOURNALIST_COLUMNS } from "#app/domain/press/journalist-sheet.ts";
import { findListByName, listPressListsFor } from "#app/domain/press/press-lists.server.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { readSheet } from "#app/domain/spreadsheets/csv.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { provinceAsked } from "#app/http/province-asked.ts";
import { notFound } from "#app/http/responses.ts";
import { sentSheet } from "#app/http/sheet.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { EnterSheet, SheetProblems, SheetToCheck } from "#app/ui/checked-sheet.tsx";
import { useCounted } from "#app/ui/counted.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PlainText } from "#app/ui/plain-field.tsx";
import { ProvinceChoice } from "#app/ui/province.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const province = await findProvinceInHand(db, officer, provinceAsked(request));
  const lists = province ? await listPressListsFor(db, officer, province.id) : [];
  const provinces = officer.reach === "country" ? await listProvinces(db) : [];
  const list = new URL(request.url).searchParams.get("list") ?? "";
  return { province, provinces, lists, list };
}

/** Checks what was sent; enters it when it is what was checked. */
export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const province = (await findProvinceInHand(db, officer, provinceAsked(request))) ?? notFound();
  const form = await request.formData();
  const said = {
    list: String(form.get("list") ?? ""),
    consentBasis: String(form.get("consentBasis") ?? "").slice(0, 200),
  };
  const sent = await sentSheet(form);
  if (!sent) return data({ ...said, sheet: undefined }, { status: 400 });

  const words = messagesFor(request);
  const isChecked = sent.checked === sent.mark;
  const dryRun = !isChecked;
  const sheet = sent.refused
    ? { ok: false as const, problems: sent.refused }
    : readSheet(sent.bytes, JOURNALIST_COLUMNS);
  const signed = { by: officer, at: now() };
  const outcome = await importJournalists(db, province.id, sheet, { ...said, dryRun }, signed);
  if (outcome.ok && !dryRun) {
    const onto = await findListByName(db, province.id, said.list);
    const back = officer.reach === "country" ? { province: province.id } : {};
    const path = onto ? paths.desk.pressList(onto) : paths.desk.journalists(back);
    return goToSaying(request, path, words.press.import.done(words.press.import.counts(outcome)));
  }

  const problems = outcome.problems.map((one) => ({
    ...one,
    sentence: problemSentence(words, one.problem, words.press.problems),
  }));
  const unknown = sheet.ok ? sheet.unknown : [];
  const changed = sent.checked !== "" && !isChecked;
  const checked = { ...sent, bytes: undefined, outcome, problems, unknown, changed };
  return data({ ...said, sheet: checked }, { status: outcome.ok ? 200 : 400 });
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.press.import.title} · ${words.common.product}` }];
};

export default function JournalistImport() {
  const { province, provinces, lists, list } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const all = useMessages();
  const { press, spreadsheets } = all;
  const words = press.import;
  const chosen = provinces.length > 0 ? province?.id : undefined;
  const sheet = answer?.sheet;
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.journalists({ province: chosen })}>
            {press.journalists.title}
          </LinkTo>
        }
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} />
      {answer && !sheet && <Notice tone="problem">{spreadsheets.form.nothing}</Notice>}
      {sheet?.changed && <Notice tone="warning">{spreadsheets.form.changed}</Notice>}
      {sheet && <Verdict sheet={sheet} />}
      {province && (
        <SheetToCheck text={sheet?.text} mark={sheet?.mark} fromFile={sheet?.fromFile}>
          <PlainText
            name="list"
            label={words.list}
            hint={words.listHint}
            list="lists"
            maxLength={120}
            autoComplete="off"
            defaultValue={answer?.list ?? list}
          />
          <datalist id="lists">
            {lists.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
          <PlainText
            name="consentBasis"
            label={words.consentBasis}
            hint={words.consentBasisHint}
            maxLength={200}
            defaultValue={answer?.consentBasis}
          />
        </SheetToCheck>
      )}
      <Columns />
    </>
  );
}

type Answered = NonNullable<ReturnType<typeof useActionData<typeof action>>>;

function Verdict({ sheet }: { sheet: NonNullable<Answered["sheet"]> }) {
  const { press, spreadsheets } = useMessages();
  const words = press.import;
  const counted = useCounted();
  const { outcome, problems, unknown, mark } = sheet;
  return (
    <>
      {outcome.ok ? (
        <Notice tone="success" title={words.ready}>
          <p className="mb-3">{words.wouldDo(words.counts(outcome))}</p>
          <EnterSheet mark={mark}>{words.confirm(outcome.rows)}</EnterSheet>
        </Notice>
      ) : (
        <>
          <Notice tone="problem" title={spreadsheets.form.bad(counted(problems.length))}>
            {spreadsheets.form.badLead}
          </Notice>
          <div className="mb-6">
            <SheetProblems problems={problems} columnNames={words.columnNames} />
          </div>
        </>
      )}
      {unknown.length > 0 && <Notice>{spreadsheets.form.ignored(unknown.join(", "))}</Notice>}
    </>
  );
}

/** Which columns a sheet may have. */
function Columns() {
  const { common, press } = useMessages();
  const words = press.import;
  return (
    <div className="mt-6">
      <Card title={words.columns}>
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
          {Object.entries(JOURNALIST_COLUMNS).map(([column, rule]) => (
            <div key={column} className="contents">
              <dt className="font-mono text-sm">{column}</dt>
              <dd className="mb-1">
                {words.columnNames[column as "name"]}
                {"required" in rule && ` (${common.required})`}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
