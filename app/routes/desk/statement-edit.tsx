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
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { isInParts, whyNotRewrite } from "#app/domain/statements/statement.ts";
import {
  contentsOf,
  contentsOfText,
  formOf,
  hiddenIn,
  StatementForm,
  TextForm,
  textFormOf,
} from "#app/domain/statements/statement-form.ts";
import { changeStatement, findStatementFor } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { type AnyField, HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatementFields, TextFields } from "#app/ui/statement-fields.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const speakers = await speakersOf(db, { id: statement.agencyId }, now());
  return { statement, barred: whyNotRewrite(statement), speakers: speakerChoices(speakers) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = isInParts(statement)
    ? parseWithZod(form, { schema: StatementForm.transform(inParts) })
    : parseWithZod(form, { schema: TextForm.transform(asText) });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { speakerId, edition, contents } = submission.value;
  const signed = { by: officer, at: now() };
  const changed = await changeStatement(db, statement, contents, { speakerId, edition }, signed);
  const words = messagesFor(request).statements;
  if (!changed.ok) {
    const formErrors = [words.refusals[changed.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const hidden = hiddenIn(form);
  const { statementDesk } = messagesFor(request);
  const sentence =
    hidden.length > 0 ? statementDesk.form.hidden(hidden.join(", ")) : words.form.saved;
  return goToSaying(request, paths.desk.statementApproval(statement), sentence);
}

const inParts = (filled: StatementForm) => {
  const { speakerId, edition = 0 } = filled;
  return { speakerId, edition, contents: contentsOf(filled) };
};
const asText = (filled: TextForm) => {
  const { speakerId, edition = 0 } = filled;
  return { speakerId, edition, contents: contentsOfText(filled) };
};

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statements.form.editTitle} · ${words.common.product}` }];
};

export default function StatementEdit() {
  const { statement, barred, speakers } = useLoaderData<typeof loader>();
  const words = useMessages().statements;
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.statement(statement)}>{statement.title}</LinkTo>}>
        {words.form.editTitle}
      </PageTitle>
      {barred ? (
        <Notice tone="warning">{words.refusals[barred]}</Notice>
      ) : isInParts(statement) ? (
        <InParts shown={{ statement, speakers }} />
      ) : (
        <AsText shown={{ statement, speakers }} />
      )}
    </>
  );
}

type Shown = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "statement" | "speakers">;

function InParts({ shown: { statement, speakers } }: { shown: Shown }) {
  const [form, fields] = useHouseForm(StatementForm, {
    id: "statement",
    lastResult: useActionData<typeof action>(),
    defaultValue: formOf(statement),
  });
  return (
    <HouseForm form={form}>
      <Edition field={fields.edition} />
      <StatementFields fields={fields} speakers={speakers} />
      <Buttons statement={statement} />
    </HouseForm>
  );
}

function AsText({ shown: { statement, speakers } }: { shown: Shown }) {
  const [form, fields] = useHouseForm(TextForm, {
    id: "statement",
    lastResult: useActionData<typeof action>(),
    defaultValue: textFormOf(statement),
  });
  return (
    <HouseForm form={form}>
      <Edition field={fields.edition} />
      <input type="hidden" name={fields.kind.name} defaultValue={fields.kind.initialValue} />
      <TextFields fields={fields} speakers={speakers} />
      <Buttons statement={statement} />
    </HouseForm>
  );
}

/** Of which edition this is a change. */
function Edition({ field }: { field: AnyField }) {
  return <input type="hidden" name={field.name} defaultValue={String(field.initialValue ?? "")} />;
}

function Buttons({ statement }: { statement: { id: string } }) {
  const { statements: words, common } = useMessages();
  return (
    <div className="flex flex-wrap gap-2">
      <SendButton>{words.form.submit}</SendButton>
      <ButtonLink to={paths.desk.statement(statement)}>{common.cancel}</ButtonLink>
    </div>
  );
}
