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
import { askedPage, disputeAnswer } from "#app/domain/queries/asker.server.ts";
import { DisputeForm } from "#app/domain/queries/query-form.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { refusedForm } from "#app/http/own-query.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const page = (await askedPage(db, token, now())) ?? notFound();
  return { token, title: page.query.title, may: page.moves.dispute };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const submission = parseWithZod(await request.formData(), { schema: DisputeForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  if (!(await mayTry("publicWrite", context.address))) {
    const formErrors = [messagesFor(request).common.errors[429].text];
    return data(submission.reply({ formErrors }), { status: 429 });
  }
  const outcome = await disputeAnswer(db, token, submission.value.dispute, now());
  if (outcome.ok) return goTo(request, paths.asked({ token }));
  if (outcome.reason === "unknown") return notFound();
  return refusedForm(request, submission, outcome);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.asking.asked.dispute} · ${words.common.product}` }];
};

export default function AskedDispute() {
  const { token, title, may } = useLoaderData<typeof loader>();
  const { queries, asking, common } = useMessages();
  const words = asking.asked;
  const [form, fields] = useHouseForm(DisputeForm, {
    id: "dispute",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle above={<LinkTo to={paths.asked({ token })}>{title}</LinkTo>}>
        {words.dispute}
      </PageTitle>
      {may ? (
        <HouseForm form={form}>
          <TextArea field={fields.dispute} label={words.disputeWhy} />
          <div className="flex flex-wrap gap-2">
            <Button>{words.disputeSubmit}</Button>
            <ButtonLink to={paths.asked({ token })}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      ) : (
        <Notice tone="warning">{queries.refusals["done-already"]}</Notice>
      )}
    </>
  );
}
