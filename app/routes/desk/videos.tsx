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
import { VideoForm } from "#app/domain/afterwards/link.ts";
import { addLink, linksOf } from "#app/domain/afterwards/links.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  return { meeting, videos: await linksOf(db, meeting.id, "video") };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: VideoForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { url, title = "" } = submission.value;
  const signed = { by: officer, at: now() };
  const added = await addLink(db, meeting, { kind: "video", url, title }, signed);
  const words = messagesFor(request).meetingRooms;
  if (!added.ok)
    return data(submission.reply({ fieldErrors: { url: [words.reasons[added.reason]] } }), {
      status: 409,
    });
  return goToSaying(request, paths.desk.videos(meeting), words.videos.added);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.videos.title} · ${words.common.product}` }];
};

export default function Videos() {
  const { meeting, videos } = useLoaderData<typeof loader>();
  const { meetingRooms } = useMessages();
  const words = meetingRooms.videos;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <div className="mb-6">
        {videos.length === 0 ? (
          <Empty title={words.empty} />
        ) : (
          <ul className="grid gap-3">
            {videos.map((video) => (
              <li
                key={video.id}
                className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-sheet p-4"
              >
                <span className="min-w-0 wrap-anywhere">
                  <a href={video.url} rel="noreferrer">
                    {video.title || words.untitled}
                  </a>
                  <span className="block text-sm text-soft">{video.url}</span>
                </span>
                <RemoveButton
                  to={paths.desk.meetingLinkRemoval(video)}
                  what={video.title || video.url}
                >
                  {meetingRooms.links.remove}
                </RemoveButton>
              </li>
            ))}
          </ul>
        )}
      </div>
      {!meeting.cancelledAt && (
        <Card title={words.submit}>
          <AddVideo key={videos.length} />
        </Card>
      )}
    </>
  );
}

function AddVideo() {
  const words = useMessages().meetingRooms.videos;
  const [form, fields] = useHouseForm(VideoForm, {
    id: "video",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <HouseForm form={form}>
      <TextField field={fields.url} label={words.url} hint={words.urlHint} type="url" />
      <TextField field={fields.title} label={words.name} hint={words.nameHint} />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}
