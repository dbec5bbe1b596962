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
import { AnswerForm, DATA_GROUND_REFS, DATA_GROUNDS } from "#app/domain/portal/data-request.ts";
import { answerRequest, findRequestFor } from "#app/domain/portal/data-requests.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, SelectField, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findRequestFor(db, officer, params.request ?? "")) ?? notFound();
  const { id, name, kind, text, answeredAt } = found;
  return { asked: { id, name, kind, text, answeredAt } };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { id } = (await findRequestFor(db, officer, params.request ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AnswerForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const done = await answerRequest(db, officer, id, submission.value, signed);
  const { portal } = messagesFor(request);
  if (!done.ok) {
    const formErrors = [portal.data.problems[done.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.dataRequest({ id }), portal.desk.answered);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.desk.answerTitle} · ${words.common.product}` }];
};

export default function DataAnswer() {
  const { asked } = useLoaderData<typeof loader>();
  const { desk: words, data: says } = useMessages().portal;
  const [form, fields] = useHouseForm(AnswerForm, {
    id: "data-answer",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.dataRequest(asked)}>{asked.name}</LinkTo>}
        lead={says.kinds[asked.kind]}
      >
        {words.answerTitle}
      </PageTitle>
      {asked.answeredAt ? (
        <Notice tone="warning">{says.problems["answered-already"]}</Notice>
      ) : (
        <HouseForm form={form}>
          <ChoiceField
            field={fields.outcome}
            label={words.answerTitle}
            options={(["accepted", "partly", "refused"] as const).map((value) => ({
              value,
              label: says.outcomes[value],
            }))}
          />
          <SelectField
            field={fields.ground}
            label={words.groundOfData}
            hint={words.groundOfDataHint}
            blank
            options={DATA_GROUNDS.map((value) => ({
              value,
              label: `${says.grounds[value]} (${DATA_GROUND_REFS[value]})`,
            }))}
          />
          <TextArea field={fields.answer} label={says.answer} hint={words.answerHint} rows={6} />
          <div>
            <SendButton>{words.submitAnswer}</SendButton>
          </div>
        </HouseForm>
      )}
    </>
  );
}
