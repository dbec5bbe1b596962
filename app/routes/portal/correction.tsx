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
import { CorrectionForm } from "#app/domain/portal/data-request.ts";
import { requestOnData } from "#app/domain/portal/data-requests.server.ts";
import { requireRecord } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  return { own };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  const submission = parseWithZod(await request.formData(), { schema: CorrectionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const language = languageOf(new URL(request.url).pathname);
  const wanted = { kind: "correction", text: submission.value.text } as const;
  const asked = await requestOnData(db, own, wanted, { language, at: now() });
  if (!asked.ok) {
    const formErrors = [messagesFor(request).portal.data.problems[asked.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goTo(request, paths.portal.data({ done: "correction" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.data.correct} · ${words.common.product}` }];
};

export default function Correction() {
  const { own } = useLoaderData<typeof loader>();
  const words = useMessages().portal.data;
  const { name: place } = useNames();
  const [form, fields] = useHouseForm(CorrectionForm, {
    id: "correction",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.portal.data()}>{words.title}</LinkTo> · {place(own.province)}
          </>
        }
        lead={words.correctLead}
      >
        {words.correct}
      </PageTitle>
      <HouseForm form={form}>
        <TextArea field={fields.text} label={words.correctText} rows={6} />
        <div>
          <Button>{words.correct}</Button>
        </div>
      </HouseForm>
    </>
  );
}
