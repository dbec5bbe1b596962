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
import { addVersion, findFileFor } from "#app/domain/press-kit/files.server.ts";
import { VersionForm } from "#app/domain/press-kit/press-file.ts";
import { fileProblems } from "#app/http/file-problems.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PressFileField } from "#app/ui/document-field.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return { file: (await findFileFor(db, officer, params.file ?? "")) ?? notFound() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const file = (await findFileFor(db, officer, params.file ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: VersionForm });
  const sent = await sentDocument(form.get("file"));
  if (submission.status !== "success" || !sent) return data(submission.reply(), { status: 400 });

  const replaced = await addVersion(db, file, sent, { by: officer, at: now() });
  const words = messagesFor(request);
  if (!replaced.ok)
    return data(submission.reply(fileProblems(words, replaced.reason)), { status: 409 });
  const sentence = words.meetingRooms.files.replaced(file.title, replaced.version);
  return goToSaying(request, paths.desk.meetingFile(file), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.files.addVersion} · ${words.common.product}` }];
};

export default function MeetingFileVersion() {
  const { file } = useLoaderData<typeof loader>();
  const { common, meetingRooms } = useMessages();
  const words = meetingRooms.files;
  const [form, fields] = useHouseForm(VersionForm, {
    id: "version",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meetingFile(file)}>{file.title}</LinkTo>}
        lead={words.addVersionHint}
      >
        {words.addVersion}
      </PageTitle>
      <HouseForm form={form} encType="multipart/form-data">
        <PressFileField field={fields.file} label={words.file} />
        <div className="flex flex-wrap gap-2">
          <Button>{words.addVersion}</Button>
          <ButtonLink to={paths.desk.meetingFile(file)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
