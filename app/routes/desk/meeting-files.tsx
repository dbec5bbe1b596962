import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { addFile, type FileWithVersions, filesOf } from "#app/domain/press-kit/files.server.ts";
import { FILE_KINDS, FileForm, fileDetailsOf } from "#app/domain/press-kit/press-file.ts";
import { fileProblems } from "#app/http/file-problems.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { PressFileField } from "#app/ui/document-field.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PressFileFields } from "#app/ui/press-file-fields.tsx";
import { PressFileState } from "#app/ui/press-file-state.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { VersionLink } from "#app/ui/version-link.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const asked = new URL(request.url).searchParams.get("kind");
  return {
    ...{ meeting, at: now(), files: await filesOf(db, meeting.id) },
    kind: FILE_KINDS.find((kind) => kind === asked) ?? "press_release",
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: FileForm });
  const sent = await sentDocument(form.get("file"));
  if (submission.status !== "success" || !sent) return data(submission.reply(), { status: 400 });

  const details = fileDetailsOf(submission.value, meeting);
  const added = await addFile(db, meeting, details, sent, { by: officer, at: now() });
  const words = messagesFor(request);
  if (!added.ok) return data(submission.reply(fileProblems(words, added.reason)), { status: 409 });
  const sentence = words.meetingRooms.files.added(details.title);
  return goToSaying(request, paths.desk.meetingFiles(meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.files.title} · ${words.common.product}` }];
};

export default function MeetingFiles() {
  const { meeting, files } = useLoaderData<typeof loader>();
  const { meetingRooms } = useMessages();
  const words = meetingRooms.files;
  const columns = useColumns();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      {meeting.cancelledAt && (
        <Notice tone="warning">{meetingRooms.reasons["is-cancelled"]}</Notice>
      )}
      <div className="mb-6">
        {files.length === 0 ? (
          <Empty title={words.empty} />
        ) : (
          <Table caption={words.title} rows={files} keyOf={({ id }) => id} columns={columns} />
        )}
      </div>
      {!meeting.cancelledAt && (
        <Card title={words.add}>
          <AddFile key={files.length} />
        </Card>
      )}
    </>
  );
}

function useColumns(): Column<FileWithVersions>[] {
  const { meeting, at } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms;
  return [
    {
      head: words.files.name,
      names: true,
      cell: (file) => (
        <span className="wrap-anywhere">
          <LinkTo to={paths.desk.meetingFile(file)}>{file.title}</LinkTo>
          <span className="block text-sm text-soft">
            {words.kinds[file.kind]} · {words.languages[file.language] ?? file.language} ·{" "}
            {words.files.version(file.versions[0].version)}
          </span>
        </span>
      ),
    },
    { head: words.files.audience, cell: ({ audience }) => words.audiences[audience] },
    {
      head: words.files.embargo,
      cell: (file) => <PressFileState file={file} meeting={meeting} now={at} />,
    },
    {
      head: words.files.file,
      cell: (file) => <VersionLink file={file} version={file.versions[0]} />,
    },
  ];
}

function AddFile() {
  const { meeting, at, kind } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms.files;
  const isToCome = meeting.startsAt > at && !meeting.postponedAt;
  const [form, fields] = useHouseForm(FileForm, {
    id: "file",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      ...{ kind, language: "vi", audience: isToCome ? "invited" : "everybody" },
      embargo: isToCome ? localTime(meeting.startsAt, meeting.zone) : "",
    },
  });
  return (
    <HouseForm form={form} encType="multipart/form-data">
      <PressFileFields fields={fields} zone={meeting.zone} />
      <PressFileField field={fields.file} label={words.file} />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}
