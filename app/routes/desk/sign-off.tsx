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
import { statementFiles } from "#app/domain/statements/files.server.ts";
import { answerSignOff, findSignOffFor } from "#app/domain/statements/sign-offs.server.ts";
import { whyNotRewrite } from "#app/domain/statements/statement.ts";
import { SignOffForm } from "#app/domain/statements/statement-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatementFiles } from "#app/ui/statement-files.tsx";
import { SpeakerLine, StatementText } from "#app/ui/statement-text.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findSignOffFor(db, officer, params.signOff ?? "")) ?? notFound();
  const files = await statementFiles(db, found.statement);
  return { ...found, files, barred: whyNotRewrite(found.statement) ?? null };
}

/** A yes to the edition that was on the page. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { signOff } = (await findSignOffFor(db, officer, params.signOff ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: SignOffForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const answered = await answerSignOff(db, signOff, submission.value, signed);
  const words = messagesFor(request);
  if (!answered.ok) {
    const formErrors = [words.statements.refusals[answered.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.signOff(signOff), words.statementDesk.signOffs.signed);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statementDesk.signOffs.answerTitle} · ${words.common.product}` }];
};

export default function SignOffPage() {
  const { statement, signOff, files, barred } = useLoaderData<typeof loader>();
  const { statements: words, statementDesk } = useMessages();
  const says = statementDesk.signOffs;
  const isEnglish = useLanguage() === "en";
  const to = useLocalised();
  const author = isEnglish ? statement.agencyNameEn : statement.agencyName;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.statements()}>{statementDesk.list.title}</LinkTo>}
        lead={says.answerLead(author)}
      >
        {says.answerTitle}
      </PageTitle>
      <div className="grid items-start gap-x-8 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Card title={statement.title}>
            <p className="mb-4 text-soft">
              {words.speaks}: <SpeakerLine statement={statement} />
            </p>
            <StatementText statement={statement} />
          </Card>
          {files.length > 0 && (
            <Card title={statementDesk.desk.files}>
              <StatementFiles
                files={files.map((file) => ({ ...file, isTranslation: file.isTranslation === 1 }))}
                hrefOf={(file) => to(paths.desk.statementFileContent(file))}
              />
            </Card>
          )}
        </div>
        <div className="min-w-0">
          <p className="mb-3 font-semibold">
            {says.own(isEnglish ? signOff.agencyNameEn : signOff.agencyName)}
          </p>
          {signOff.state !== "waiting" && (
            <Notice tone={signOff.state === "signed" ? "success" : "warning"}>
              {says.states[signOff.state]}
              {signOff.objection && <p className="whitespace-pre-line">{signOff.objection}</p>}
            </Notice>
          )}
          {barred ? (
            <Notice tone="warning">{words.refusals[barred]}</Notice>
          ) : (
            signOff.state !== "signed" && <Agree />
          )}
        </div>
      </div>
    </>
  );
}

function Agree() {
  const { statement, signOff } = useLoaderData<typeof loader>();
  const says = useMessages().statementDesk.signOffs;
  const [form, fields] = useHouseForm(SignOffForm, {
    id: "sign-off",
    lastResult: useActionData<typeof action>(),
    defaultValue: { edition: statement.edition },
  });
  return (
    <HouseForm form={form}>
      <input
        type="hidden"
        name={fields.edition.name}
        defaultValue={String(fields.edition.initialValue ?? "")}
      />
      <TextField field={fields.signer} label={says.signer} hint={says.signerHint} />
      <div className="flex flex-wrap gap-2">
        <SendButton>{says.sign}</SendButton>
        <ButtonLink to={paths.desk.signOffObjection(signOff)}>{says.object}</ButtonLink>
      </div>
    </HouseForm>
  );
}
