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
import { setStart } from "#app/domain/reports/annual.server.ts";
import { StartForm } from "#app/domain/reports/annual-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { reportAsked } from "#app/http/report-asked.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { year, report, query } = await reportAsked(request, officer, params.year);
  const { rules, span, note } = report;
  const lawFrom = rules.lawFrom ?? notFound();
  const [decree = ""] = rules.legalRef.span.split(",");
  return { year, query, whole: rules.span.from, lawFrom, decree, from: span.from, note };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { year, agency, report, query } = await reportAsked(request, officer, params.year);
  const submission = parseWithZod(await request.formData(), { schema: StartForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { start, note } = submission.value;
  const chosen = { fromLaw: start === "law", note };
  const set = await setStart(db, agency, report.rules, chosen, { by: officer, at: now() });
  const words = messagesFor(request).reports;
  if (!set.ok) {
    const formErrors = [words.refusals[set.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.annualReport(year, query), words.start.saved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.reports.start.title} · ${words.common.product}` }];
};

export default function AnnualStart() {
  const { year, query, whole, lawFrom, decree, from, note } = useLoaderData<typeof loader>();
  const { reports, common } = useMessages();
  const words = reports.start;
  const [form, fields] = useHouseForm(StartForm, {
    id: "start",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      start: from === lawFrom ? "law" : "span",
      note: note ?? words.suggested(lawFrom, decree),
    },
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.annualReport(year, query)}>{reports.annual.title(year)}</LinkTo>
        }
        lead={words.lead(lawFrom)}
      >
        {words.title}
      </PageTitle>
      <HouseForm form={form}>
        <ChoiceField
          field={fields.start}
          label={words.start}
          options={[
            { value: "span", label: words.span(whole) },
            { value: "law", label: words.law(lawFrom) },
          ]}
        />
        <TextField field={fields.note} label={words.note} />
        <div className="flex flex-wrap gap-2">
          <SendButton>{words.save}</SendButton>
          <ButtonLink to={paths.desk.annualReport(year, query)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
