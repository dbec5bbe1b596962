import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { line } from "#app/domain/fields.ts";
import { importJournalists } from "#app/domain/press/import.server.ts";
import { JOURNALIST_COLUMNS } from "#app/domain/press/journalist-sheet.ts";
import { findListByName, listPressListsFor } from "#app/domain/press/press-lists.server.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { readSheet, readText } from "#app/domain/spreadsheets/csv.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PlainText } from "#app/ui/plain-field.tsx";
import { ProvinceChoice } from "#app/ui/province.tsx";
import { type CheckedSheet, SheetForm } from "#app/ui/sheet-form.tsx";

const MOST_SHOWN = 200;

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = new URL(request.url).searchParams;
  const province = await findProvinceInHand(db, officer, query.get("province"));
  const lists = province ? await listPressListsFor(db, officer, province.id) : [];
  const provinces = officer.reach === "country" ? await listProvinces(db) : [];
  return { province, provinces, lists, list: query.get("list") ?? "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const chosen = new URL(request.url).searchParams.get("province");
  const province = (await findProvinceInHand(db, officer, chosen)) ?? notFound();
  const sent = await readForm(request);
  const words = messagesFor(request);
  const consent = line(200).safeParse(sent.consentBasis);
  const sheet = readSheet(sent.bytes, JOURNALIST_COLUMNS);
  const dryRun = sent.step !== "import" || !consent.success;
  const options = { list: sent.list, consentBasis: sent.consentBasis, dryRun };
  const signed = { by: officer, at: now() };
  const outcome = await importJournalists(db, province.id, sheet, options, signed);
  if (outcome.ok && !dryRun) {
    const list = await findListByName(db, province.id, sent.list);
    const back = officer.reach === "country" ? { province: province.id } : {};
    const sentence = words.press.import.done(words.press.import.counts(outcome));
    return goToSaying(
      request,
      list ? paths.desk.pressList(list) : paths.desk.journalists(back),
      sentence,
    );
  }

  const problems = outcome.problems.map(({ line: at, column, problem }) => ({
    line: at,
    column: nameOf(column, words.press.import.columnNames),
    sentence: problemSentence(words, problem, words.press.problems),
  }));
  const read = readText(sent.bytes);
  const checked: CheckedSheet = {
    stamp: signed.at,
    text: "text" in read ? read.text : "",
    problems: problems.slice(0, MOST_SHOWN),
    found: problems.length,
    ready: outcome.ok
      ? {
          rows: outcome.rows,
          sentence: words.press.import.wouldDo(words.press.import.counts(outcome)),
        }
      : null,
    notes:
      sheet.ok && sheet.unknown.length > 0
        ? [words.press.import.unknownColumns(sheet.unknown.join(", ").slice(0, 500))]
        : [],
  };
  const consentProblem =
    consent.error && problemSentence(words, consent.error.issues[0]?.message ?? "required");
  return data(
    { checked, list: sent.list, consentBasis: sent.consentBasis, consentProblem },
    { status: outcome.ok && consent.success ? 200 : 400 },
  );
}

async function readForm(request: Request) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const file = form.get("file");
  const isFile = file !== null && typeof file !== "string" && file.size > 0;
  return {
    bytes: isFile
      ? new Uint8Array(await file.arrayBuffer())
      : new TextEncoder().encode(text("pasted")),
    list: text("list"),
    consentBasis: text("consentBasis"),
    step: text("step"),
  };
}

function nameOf(column: string | null, names: Record<string, string>): string | null {
  return column && `${names[column] ?? column} (${column})`;
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.press.import.title} · ${words.common.product}` }];
};

export default function JournalistImport() {
  const { province, provinces, lists, list } = useLoaderData<typeof loader>();
  const chosen = provinces.length > 0 ? province?.id : undefined;
  const answer = useActionData<typeof action>();
  const { common, press } = useMessages();
  const words = press.import;
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
      {province && (
        <SheetForm checked={answer?.checked} placeholder="name,email,outlet,language,press_card_no">
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
            problem={answer?.consentProblem}
            maxLength={200}
            required
            defaultValue={answer?.consentBasis}
          />
        </SheetForm>
      )}
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
    </>
  );
}
