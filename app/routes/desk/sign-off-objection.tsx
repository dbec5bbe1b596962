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
import { answerSignOff, findSignOffFor } from "#app/domain/statements/sign-offs.server.ts";
import { ObjectionForm } from "#app/domain/statements/statement-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return (await findSignOffFor(db, officer, params.signOff ?? "")) ?? notFound();
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { signOff } = (await findSignOffFor(db, officer, params.signOff ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ObjectionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const answered = await answerSignOff(db, signOff, submission.value, signed);
  const words = messagesFor(request);
  if (!answered.ok) {
    const formErrors = [words.statements.refusals[answered.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.signOff(signOff), words.statementDesk.signOffs.objected);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statementDesk.signOffs.object} · ${words.common.product}` }];
};

export default function SignOffObjection() {
  const { statement, signOff } = useLoaderData<typeof loader>();
  const { statementDesk, common } = useMessages();
  const says = statementDesk.signOffs;
  const [form, fields] = useHouseForm(ObjectionForm, {
    id: "objection",
    lastResult: useActionData<typeof action>(),
    defaultValue: { edition: statement.edition },
  });
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.signOff(signOff)}>{statement.title}</LinkTo>}>
        {says.object}
      </PageTitle>
      <HouseForm form={form}>
        <input
          type="hidden"
          name={fields.edition.name}
          defaultValue={String(fields.edition.initialValue ?? "")}
        />
        <TextArea field={fields.objection} label={says.objection} rows={5} />
        <div className="flex flex-wrap gap-2">
          <SendButton>{says.object}</SendButton>
          <ButtonLink to={paths.desk.signOff(signOff)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
