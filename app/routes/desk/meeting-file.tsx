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
import { changeFile, findFileFor } from "#app/domain/press-kit/files.server.ts";
import { FileDetailsForm, fileDetailsOf, filledOf } from "#app/domain/press-kit/press-file.ts";
import { fileProblems } from "#app/http/file-problems.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PressFileFields } from "#app/ui/press-file-fields.tsx";
import { PressFileState } from "#app/ui/press-file-state.tsx";
import { TimeText } from "#app/ui/time.tsx";
import { VersionLink } from "#app/ui/version-link.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const file = (await findFileFor(db, officer, params.file ?? "")) ?? notFound();
  return { file, at: now() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const file = (await findFileFor(db, officer, params.file ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: FileDetailsForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const details = fileDetailsOf(submission.value, file.meeting);
  const changed = await changeFile(db, file, details, { by: officer, at: now() });
  const words = messagesFor(request);
  if (!changed.ok)
    return data(submission.reply(fileProblems(words, changed.reason)), { status: 409 });
  const sentence = words.meetingRooms.files.changed(details.title);
  return goToSaying(request, paths.desk.meetingFile(file), sentence);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${shown?.file.title ?? ""} · ${words.common.product}` }];
};

export default function MeetingFile() {
  const { file, at } = useLoaderData<typeof loader>();
  const { meetingRooms } = useMessages();
  const words = meetingRooms.files;
  const { meeting, versions, withdrawnAt } = file;
  const mayChange = !withdrawnAt && !meeting.cancelledAt;
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo> ·{" "}
            <LinkTo to={paths.desk.meetingFiles(meeting)}>{words.title}</LinkTo>
          </>
        }
        lead={<PressFileState file={file} meeting={meeting} now={at} />}
        actions={
          !withdrawnAt && (
            <ButtonLink to={paths.desk.meetingFileWithdrawal(file)} tone="danger">
              {words.withdraw}
            </ButtonLink>
          )
        }
      >
        <span className="wrap-anywhere">{file.title}</span>
      </PageTitle>
      {withdrawnAt && (
        <Notice tone="warning">
          {words.withdrawnBecause(shortTime(withdrawnAt), file.withdrawReason ?? "")}
        </Notice>
      )}
      <Card
        title={words.versions}
        actions={
          mayChange && (
            <ButtonLink to={paths.desk.meetingFileVersion(file)}>{words.addVersion}</ButtonLink>
          )
        }
      >
        <ol className="grid gap-3">
          {versions.map((version, i) => (
            <li key={version.version} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="text-soft">
                {words.version(version.version)} · <TimeText at={version.addedAt} />
              </span>
              <VersionLink file={file} version={version} />
              {i === 0 && <Badge tone="calm">{words.newest}</Badge>}
            </li>
          ))}
        </ol>
        <p className="mt-3 text-sm text-soft">{words.versionsHint}</p>
      </Card>
      {mayChange && (
        <Card title={words.change}>
          <ChangeFile />
        </Card>
      )}
    </>
  );
}

function ChangeFile() {
  const { file } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms.files;
  const [form, fields] = useHouseForm(FileDetailsForm, {
    id: "file",
    lastResult: useActionData<typeof action>(),
    defaultValue: filledOf(file, file.meeting),
  });
  return (
    <HouseForm form={form}>
      <PressFileFields fields={fields} zone={file.meeting.zone} />
      <div>
        <Button>{words.save}</Button>
      </div>
    </HouseForm>
  );
}
