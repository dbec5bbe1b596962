import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { FILE_LANGUAGES } from "#app/domain/press-kit/press-file.ts";
import { StatementFileForm } from "#app/domain/statements/file-form.ts";
import { addStatementFile, statementFiles } from "#app/domain/statements/files.server.ts";
import { whyNotRewrite } from "#app/domain/statements/statement.ts";
import { findStatementFor } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { PressFileField } from "#app/ui/document-field.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { CheckField, HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const files = await statementFiles(db, statement);
  return { statement, files, barred: whyNotRewrite(statement) ?? null };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: StatementFileForm });
  const sent = await sentDocument(form.get("file"));
  if (submission.status !== "success" || !sent) return data(submission.reply(), { status: 400 });
  const { title, language, isTranslation } = submission.value;
  const details = { title, language, isTranslation: isTranslation === "on" };
  const signed = { by: officer, at: now() };
  const added = await addStatementFile(db, statement, details, sent, signed);
  const words = messagesFor(request);
  if (!added.ok) {
    const own: Record<string, string> = words.statements.refusals;
    const fieldErrors = { file: [own[added.reason] ?? added.reason] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = words.statementDesk.files.added(title);
  return goToSaying(request, paths.desk.statementFiles(statement), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statementDesk.files.title} · ${words.common.product}` }];
};

export default function StatementFiles() {
  const { statement, files, barred } = useLoaderData<typeof loader>();
  const { statements, statementDesk, meetingRooms } = useMessages();
  const says = statementDesk.files;
  const to = useLocalised();
  const number = useNumber();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.statement(statement)}>{statement.title}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      {barred && <Notice tone="warning">{statements.refusals[barred]}</Notice>}
      <div className="mb-6">
        {files.length === 0 ? (
          <Empty title={says.empty} />
        ) : (
          <Table
            caption={says.title}
            rows={files}
            keyOf={({ id }) => id}
            columns={[
              {
                head: says.file,
                names: true,
                cell: (file) => (
                  <span className="wrap-anywhere">
                    <a href={to(paths.desk.statementFileContent(file))}>{file.title}</a>
                    <span className="block text-sm text-soft">
                      {file.name} · {number(Math.max(1, Math.round(file.bytes / 1024)))} KB
                    </span>
                  </span>
                ),
              },
              {
                head: says.language,
                cell: ({ language, isTranslation }) => (
                  <>
                    {meetingRooms.languages[language] ?? language}
                    {isTranslation === 1 && ` · ${says.isTranslation}`}
                  </>
                ),
              },
              ...(barred
                ? []
                : [
                    {
                      head: says.remove,
                      acts: true,
                      cell: (file: (typeof files)[number]) => (
                        <Form method="post" action={to(paths.desk.statementFileRemoval(file))}>
                          <Button tone="danger" aria-label={`${says.remove}: ${file.title}`}>
                            {says.remove}
                          </Button>
                        </Form>
                      ),
                    },
                  ]),
            ]}
          />
        )}
      </div>
      {!barred && (
        <Card title={says.add}>
          <AddFile key={files.length} />
        </Card>
      )}
    </>
  );
}

function AddFile() {
  const { statementDesk, meetingRooms } = useMessages();
  const says = statementDesk.files;
  const [form, fields] = useHouseForm(StatementFileForm, {
    id: "file",
    lastResult: useActionData<typeof action>(),
    defaultValue: { language: "vi" },
  });
  return (
    <HouseForm form={form} encType="multipart/form-data">
      <TextField field={fields.title} label={says.name} autoComplete="off" />
      <SelectField
        field={fields.language}
        label={says.language}
        options={FILE_LANGUAGES.map((value) => ({
          value,
          label: meetingRooms.languages[value] ?? value,
        }))}
      />
      <CheckField field={fields.isTranslation} label={says.translation} />
      <PressFileField field={fields.file} label={says.file} />
      <div>
        <SendButton>{says.submit}</SendButton>
      </div>
    </HouseForm>
  );
}
