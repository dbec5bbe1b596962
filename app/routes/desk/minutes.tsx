import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { minutesOf, writeMinutes } from "#app/domain/afterwards/minutes.server.ts";
import { MinutesForm } from "#app/domain/afterwards/minutes.ts";
import { phaseOf } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { WrittenMinutes } from "#app/ui/written-minutes.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const [latest] = await minutesOf(db, meeting.id);
  return { meeting, latest: latest ?? null, isHeld: phaseOf(meeting) === "held" };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: MinutesForm });
  if (submission.status !== "success")
    return data({ result: submission.reply(), theirs: null }, { status: 400 });

  const written = await writeMinutes(db, meeting, submission.value, { by: officer, at: now() });
  const words = messagesFor(request).meetingRooms;
  if (!written.ok) {
    const result = submission.reply({ formErrors: [words.reasons[written.reason]] });
    const [theirs] = await minutesOf(db, meeting.id);
    return data({ result, theirs: theirs ?? null }, { status: 409 });
  }
  return goToSaying(request, paths.desk.minutes(meeting), words.minutes.saved(written.version));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.minutes.title} · ${words.common.product}` }];
};

export default function MinutesPage() {
  const { meeting, latest } = useLoaderData<typeof loader>();
  const { meetingRooms } = useMessages();
  const words = meetingRooms.minutes;
  const theirs = useActionData<typeof action>()?.theirs;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={
          <>
            {words.lead}{" "}
            <LinkTo to={paths.desk.meetingFiles(meeting, { kind: "minutes" })}>
              {words.addFile}
            </LinkTo>
          </>
        }
      >
        {words.title}
      </PageTitle>
      {meeting.cancelledAt && (
        <Notice tone="warning">{meetingRooms.reasons["is-cancelled"]}</Notice>
      )}
      {latest && <Standing />}
      {theirs && (
        <Card title={words.theirs}>
          <WrittenMinutes text={theirs.text} />
          <p className="mt-4 font-semibold">{words.yours}</p>
        </Card>
      )}
      {!meeting.cancelledAt && <Write key={theirs?.version ?? latest?.version} />}
      {latest && !theirs && (
        <Card title={words.shown}>
          <WrittenMinutes text={latest.text} />
        </Card>
      )}
    </>
  );
}

/** Whether what was written last is public, and the button that makes it so. */
function Standing() {
  const { meeting, latest, isHeld } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms.minutes;
  const to = useLocalised();
  if (!latest) return null;
  if (latest.publishedAt)
    return (
      <p className="mb-6">
        <Badge tone="done">{words.public(latest.version, shortTime(latest.publishedAt))}</Badge>
      </p>
    );
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      <Badge tone="due">{words.draft(latest.version)}</Badge>
      {isHeld ? (
        <Form
          method="post"
          action={to(paths.desk.minutesPublication(meeting))}
          className="flex flex-wrap items-center gap-3"
        >
          <input type="hidden" name="version" value={latest.version} />
          <SendButton>{words.publish}</SendButton>
          <span className="text-soft">{words.publishHint}</span>
        </Form>
      ) : (
        <span className="text-soft">{words.publishLater}</span>
      )}
    </div>
  );
}

function Write() {
  const { latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useMessages().meetingRooms.minutes;
  // What was before the writer's eyes stays what it was, whatever is loaded meanwhile.
  const [seen] = useState(answer?.theirs?.version ?? latest?.version ?? 0);
  const [form, fields] = useHouseForm(MinutesForm, {
    id: "minutes",
    lastResult: answer?.result,
    defaultValue: { text: latest?.text ?? "" },
  });
  return (
    <div className="mb-6">
      <HouseForm form={form}>
        <input type="hidden" name="seen" value={seen} />
        <TextArea field={fields.text} label={words.text} hint={words.textHint} rows={14} />
        <div>
          <Button>{words.save}</Button>
        </div>
      </HouseForm>
    </div>
  );
}
