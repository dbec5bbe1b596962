import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { endOf, HOME_ZONE, localTime, now, readLocalTime, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { reachOf } from "#app/domain/agencies/agency.ts";
import { recordSending } from "#app/domain/reports/annual.server.ts";
import { SendingForm } from "#app/domain/reports/annual-form.ts";
import { evidenceOf } from "#app/domain/reports/evidence.server.ts";
import { paperDetails } from "#app/domain/reports/paper-details.server.ts";
import { readinessOf } from "#app/domain/reports/readiness.server.ts";
import { leftToDo } from "#app/domain/reports/readiness.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { reportAsked } from "#app/http/report-asked.server.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { DocumentField } from "#app/ui/document-field.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { year, agency, report, query } = await reportAsked(request, officer, params.year);
  const at = now();
  const reach = reachOf(agency);
  const evidence = await evidenceOf(db, reach, report.span, at);
  const [lines, details] = await Promise.all([
    readinessOf(db, reach, report.span, evidence, at),
    paperDetails(db, agency, { year, at }),
  ]);
  const { signature, signer, number } = details;
  return {
    ...{ year, query, number, until: report.span.until, left: leftToDo(lines) },
    isOpen: at < endOf(report.span.until),
    isAgain: report.sendings.length > 0,
    suggested: {
      ...{ day: today(), sentAt: localTime(at, HOME_ZONE), office: signature.at(-1) ?? "" },
      signer: /^…+$/.test(signer) ? "" : signer,
    },
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { year, agency, query } = await reportAsked(request, officer, params.year);
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: SendingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { sentAt: local, ...paper } = submission.value;
  const sentAt = readLocalTime(local, HOME_ZONE) ?? now();
  const file = await sentDocument(form.get("file"));
  const signed = { by: officer, at: now() };
  const sent = await recordSending(db, agency, year, { ...paper, sentAt, file }, signed);
  const words = messagesFor(request);
  if (!sent.ok) {
    const sentence = problemSentence(words, sent.reason, words.reports.refusals);
    return data(submission.reply({ formErrors: [sentence] }), { status: 409 });
  }
  return goToSaying(request, paths.desk.annualReport(year, query), words.reports.sending.done);
}

export const meta: MetaFunction = ({ location, params }) => {
  const words = messagesIn(languageOf(location.pathname));
  const title = words.reports.sending.title(Number(params.year));
  return [{ title: `${title} · ${words.common.product}` }];
};

/** The file is read apart from the form's own checks. */
const WithFile = SendingForm.extend({ file: z.unknown().optional() });

export default function AnnualSending() {
  const { year, query, number, until, left, isOpen, isAgain, suggested } =
    useLoaderData<typeof loader>();
  const { reports, common } = useMessages();
  const words = reports.sending;
  const [form, fields] = useHouseForm(WithFile, {
    id: "sending",
    lastResult: useActionData<typeof action>(),
    defaultValue: suggested,
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.annualReport(year, query)}>{reports.annual.title(year)}</LinkTo>
        }
        lead={words.lead}
      >
        {words.title(year)}
      </PageTitle>
      {isOpen ? (
        <Notice tone="warning">{words.open(until)}</Notice>
      ) : (
        <>
          {left > 0 && <Notice tone="warning">{words.left(left)}</Notice>}
          <HouseForm form={form} encType="multipart/form-data">
            <TextField field={fields.number} label={words.number} hint={words.numberHint(number)} />
            <TextField field={fields.day} label={words.day} type="date" />
            <TextField field={fields.office} label={words.office} />
            <TextField field={fields.signer} label={words.signer} />
            <TextField field={fields.sentAt} label={words.sentAt} type="datetime-local" />
            <DocumentField field={fields.file} label={words.file} />
            {isAgain && (
              <TextField field={fields.reason} label={words.reason} hint={words.reasonHint} />
            )}
            <div className="flex flex-wrap gap-2">
              <SendButton>{words.submit}</SendButton>
              <ButtonLink to={paths.desk.annualReport(year, query)}>{common.cancel}</ButtonLink>
            </div>
          </HouseForm>
        </>
      )}
    </>
  );
}
