import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { ASKED_KINDS, QuestionForm } from "#app/domain/portal/question-form.ts";
import { agenciesToAsk, askFromRoom } from "#app/domain/portal/questions.server.ts";
import type { Visitor } from "#app/domain/portal/visitor.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { requireProof } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import {
  CheckField,
  ChoiceField,
  HouseForm,
  SelectField,
  TextArea,
  TextField,
  useHouseForm,
} from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

async function agenciesOf(visitor: Visitor) {
  const all = await Promise.all(
    visitor.records.map(async (own) => {
      const agencies = await agenciesToAsk(db, own, today());
      return agencies.map((agency) => ({ own, agency }));
    }),
  );
  return all.flat();
}

export async function loader({ request }: LoaderFunctionArgs) {
  const agencies = await agenciesOf(await requireProof(request));
  return { agencies: agencies.map(({ agency }) => agency) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireProof(request);
  const submission = parseWithZod(await request.formData(), { schema: QuestionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { asking, queries } = messagesFor(request);
  const { refusals } = queries;
  const refuse = (sentence: string, status: number) =>
    data(submission.reply({ formErrors: [sentence] }), { status });
  const { agencyId } = submission.value;
  const asked = (await agenciesOf(visitor)).find(({ agency }) => agency.id === agencyId);
  if (!asked) return refuse(refusals["agency-closed"], 409);
  if (!(await mayTry("ask", context.address))) return refuse(asking.problems["too-many"], 429);
  const language = languageOf(new URL(request.url).pathname);
  const { own, agency } = asked;
  const sent = await askFromRoom(db, own, agency, submission.value, { language, at: now() });
  if (!sent.ok) return refuse(refusals[sent.reason], 409);
  return goTo(request, paths.portal.questions({ done: "question" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.questions.ask} · ${words.common.product}` }];
};

export default function QuestionNew() {
  const { agencies } = useLoaderData<typeof loader>();
  const { portal, queries } = useMessages();
  const { questions: words } = portal;
  const { fields: says, kinds } = queries;
  const { name } = useNames();
  const [form, fields] = useHouseForm(QuestionForm, {
    id: "question",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "question" },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.portal.questions()}>{words.title}</LinkTo>}
        lead={words.lead}
      >
        {words.ask}
      </PageTitle>
      <HouseForm form={form}>
        <SelectField
          field={fields.agencyId}
          label={words.agency}
          blank
          options={agencies.map((agency) => ({ value: agency.id, label: name(agency) }))}
        />
        <ChoiceField
          field={fields.kind}
          label={says.kind}
          options={ASKED_KINDS.map((value) => ({ value, label: kinds[value] }))}
        />
        <TextField field={fields.title} label={says.title} hint={says.titleHint} />
        <TextArea field={fields.text} label={says.text} rows={6} />
        <CheckField field={fields.showName} label={says.showName} />
        <div>
          <Button>{words.ask}</Button>
        </div>
      </HouseForm>
    </>
  );
}
