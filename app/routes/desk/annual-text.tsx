import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listTexts, type ReportText, writeText } from "#app/domain/reports/annual.server.ts";
import { TextForm } from "#app/domain/reports/annual-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { reportAsked } from "#app/http/report-asked.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { year, agency, report, query } = await reportAsked(request, officer, params.year);
  const texts = await listTexts(db, agency, year);
  return { year, query, edition: report.edition, texts };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { year, agency, query } = await reportAsked(request, officer, params.year);
  const submission = parseWithZod(await request.formData(), { schema: TextForm });
  if (submission.status !== "success")
    return data({ form: submission.reply(), theirs: null }, { status: 400 });

  const signed = { by: officer, at: now() };
  const written = await writeText(db, agency, year, submission.value, signed);
  const words = messagesFor(request).reports;
  if (!written.ok) {
    const [theirs = null] = await listTexts(db, agency, year);
    const form = submission.reply({ formErrors: [words.refusals[written.reason]] });
    return data({ form, theirs }, { status: 409 });
  }
  return goToSaying(request, paths.desk.annualReport(year, query), words.text.saved);
}

export const meta: MetaFunction = ({ location, params }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.reports.text.title(Number(params.year))} · ${words.common.product}` }];
};

export default function AnnualText() {
  const { year, query, edition, texts } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const { reports, common } = useMessages();
  const [current, ...former] = texts;
  const [form, fields] = useHouseForm(TextForm, {
    id: "text",
    lastResult: last?.form,
    defaultValue: { difficulties: current?.difficulties, proposals: current?.proposals },
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.annualReport(year, query)}>{reports.annual.title(year)}</LinkTo>
        }
        lead={reports.text.lead}
      >
        {reports.text.title(year)}
      </PageTitle>
      {last?.theirs && <Theirs text={last.theirs} />}
      <HouseForm form={form}>
        {/* After a refusal it is the edition that was just shown: saved again, both have been seen. */}
        <input
          type="hidden"
          name={fields.edition.name}
          value={last?.theirs?.edition ?? edition}
          readOnly
        />
        <TextArea field={fields.difficulties} label={reports.annual.difficulties} rows={10} />
        <TextArea field={fields.proposals} label={reports.annual.proposals} rows={10} />
        <div className="flex flex-wrap gap-2">
          <SendButton>{reports.text.save}</SendButton>
          <ButtonLink to={paths.desk.annualReport(year, query)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
      {texts.length > 0 && (
        <div className="mt-8">
          <Card title={reports.annual.editions}>
            <ol className="grid gap-3">
              {[...(current ? [current] : []), ...former].map((text) => (
                <li key={text.edition}>
                  <details>
                    <summary>
                      {reports.annual.edition(text.edition)}:{" "}
                      {reports.annual.writtenBy(text.writtenByName, shortTime(text.writtenAt))}
                    </summary>
                    <div className="mt-2">
                      <TextShown text={text} />
                    </div>
                  </details>
                </li>
              ))}
            </ol>
          </Card>
        </div>
      )}
    </>
  );
}

function Theirs({ text }: { text: ReportText }) {
  const words = useMessages().reports.text;
  return (
    <Notice tone="warning" title={words.theirs(text.writtenByName, shortTime(text.writtenAt))}>
      <TextShown text={text} />
    </Notice>
  );
}

function TextShown({ text }: { text: Pick<ReportText, "difficulties" | "proposals"> }) {
  const { text: words, annual } = useMessages().reports;
  return (
    <Facts
      facts={(["difficulties", "proposals"] as const).map((part) => [
        annual[part],
        <span key={part} className="wrap-anywhere whitespace-pre-line">
          {text[part] || words.empty}
        </span>,
      ])}
    />
  );
}
