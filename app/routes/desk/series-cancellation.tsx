import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSubmit } from "@remix-run/react";
import { dayOf, now, readDay } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { cancellableFrom, cancelSeries } from "#app/domain/invitations/series-changes.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { ReasonForm } from "#app/domain/meetings/meeting-form.ts";
import { findSeriesFor } from "#app/domain/meetings/series.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { longDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink, SendButton } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PlainSelect } from "#app/ui/plain-field.tsx";
import { SpanText } from "#app/ui/time.tsx";

/** From which of the series' dates on; everything that is left, unless the address says. */
function fromIn(request: Request) {
  return readDay(new URL(request.url).searchParams.get("from") ?? "") ?? "";
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const series = (await findSeriesFor(db, officer, params.series ?? "")) ?? notFound();
  const found = await cancellableFrom(db, series, "", now());
  const open = found.map(({ letters, meeting }) => {
    const { id, subject, startsAt, endsAt, zone, seriesDay } = meeting;
    return { id, subject, startsAt, endsAt, zone, letters, day: seriesDay ?? dayOf(startsAt) };
  });
  const from = fromIn(request) || (open[0]?.day ?? "");
  return { series, open, from };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const series = (await findSeriesFor(db, officer, params.series ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ReasonForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const cut = { from: fromIn(request), reason: submission.value.reason };
  const cancelled = await cancelSeries(db, series, cut, { by: officer, at: now() });
  const words = messagesFor(request);
  if (!cancelled.ok) {
    const formErrors = [words.meetings.reasons[cancelled.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const { meetings, letters } = cancelled;
  if (letters > 0) wake();
  const said = words.series.cancellation.done(meetings, letters);
  return goToSaying(request, paths.desk.series(series), said);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.series.cancellation.title} · ${words.common.product}` }];
};

export default function SeriesCancellation() {
  const { series, open, from } = useLoaderData<typeof loader>();
  const words = useMessages().series.cancellation;
  const [form, fields] = useHouseForm(ReasonForm, {
    id: "series-cancellation",
    lastResult: useActionData<typeof action>(),
  });
  const cut = open.filter(({ day }) => day >= from);
  const letters = cut.reduce((sum, one) => sum + one.letters, 0);
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.series(series)}>{open[0]?.subject}</LinkTo>}
        lead={words.untouched}
      >
        {words.title}
      </PageTitle>
      {open.length === 0 ? (
        <Notice>{words.none}</Notice>
      ) : (
        <>
          <FromWhich />
          <HouseForm form={form}>
            <Notice tone="warning" title={words.finally}>
              <p>{words.which(cut.length)}</p>
              <ul className="my-2 list-disc ps-6">
                {cut.map((meeting) => (
                  <li key={meeting.id}>
                    <SpanText {...meeting} />
                  </li>
                ))}
              </ul>
              <p>{words.letters(letters)}</p>
            </Notice>
            <TextField field={fields.reason} label={words.reason} />
            <div className="flex flex-wrap gap-2">
              <SendButton tone="danger">{words.submit(cut.length, letters)}</SendButton>
              <KeepLink />
            </div>
          </HouseForm>
        </>
      )}
    </>
  );
}

function KeepLink() {
  const { series } = useLoaderData<typeof loader>();
  const { keep } = useMessages().meetings.pages.cancellation;
  return <ButtonLink to={paths.desk.series(series)}>{keep}</ButtonLink>;
}

/** Which of the dates is the first to be called off; the address says it. */
function FromWhich() {
  const { open, from } = useLoaderData<typeof loader>();
  const words = useMessages().series.cancellation;
  const language = useLanguage();
  const submit = useSubmit();
  return (
    <Form
      method="get"
      onChange={({ currentTarget }) => submit(currentTarget, { replace: true })}
      className="mb-5 flex max-w-md flex-wrap items-end gap-3"
    >
      <div className="grow">
        <PlainSelect
          name="from"
          label={words.from}
          value={from}
          options={open.map(({ day }) => ({ value: day, label: longDay(day, language) }))}
        />
      </div>
      <noscript>
        <Button tone="plain">{words.show}</Button>
      </noscript>
    </Form>
  );
}
