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
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { ProhibitionForm } from "#app/domain/notices/notice.ts";
import { recordProhibition } from "#app/domain/notices/notices.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return { meeting: (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ProhibitionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const signed = { by: officer, at: now() };
  const forbidden = await recordProhibition(db, meeting, submission.value, signed);
  const words = messagesFor(request).notices;
  if (!forbidden.ok) {
    const formErrors = [words.problems[forbidden.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.notice(meeting), words.prohibition.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.notices.prohibition.title} · ${words.common.product}` }];
};

export default function NoticeProhibition() {
  const { meeting } = useLoaderData<typeof loader>();
  const { notices, common } = useMessages();
  const words = notices.prohibition;
  const [form, fields] = useHouseForm(ProhibitionForm, {
    id: "prohibition",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.notice(meeting)}>{notices.title}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <HouseForm form={form}>
        <TextField field={fields.number} label={words.number} />
        <TextField field={fields.reason} label={words.reason} />
        <div className="flex flex-wrap gap-2">
          <Button>{words.submit}</Button>
          <ButtonLink to={paths.desk.notice(meeting)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
