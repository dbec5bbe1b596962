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
import { DismissalForm } from "#app/domain/inbound/settling-form.ts";
import { dismissInbound, findInboundFor } from "#app/domain/inbound/tray.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { InboundHead } from "#app/ui/inbound-head.tsx";
import { Notice } from "#app/ui/notice.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { raw, ...mail } = (await findInboundFor(db, officer, params.mail ?? "")) ?? notFound();
  return { mail };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const mail = (await findInboundFor(db, officer, params.mail ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: DismissalForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const signed = { by: officer, at: now() };
  const outcome = await dismissInbound(db, mail, submission.value.reason, signed);
  const words = messagesFor(request).inbound;
  if (!outcome.ok)
    return data(submission.reply({ formErrors: [words.take.problems[outcome.reason]] }), {
      status: 409,
    });
  return goToSaying(request, paths.desk.inbound(), words.dismissal.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.inbound.dismissal.title} · ${words.common.product}` }];
};

export default function InboundDismissal() {
  const { mail } = useLoaderData<typeof loader>();
  const { inbound, common } = useMessages();
  const words = inbound.dismissal;
  const [form, fields] = useHouseForm(DismissalForm, {
    id: "dismissal",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <InboundHead mail={mail} />
      {mail.settledAt ? (
        <Notice tone="warning">{inbound.take.problems.settled}</Notice>
      ) : (
        <Card title={words.title}>
          <p className="mb-4">{words.lead}</p>
          <HouseForm form={form}>
            <TextArea field={fields.reason} label={words.reason} hint={words.hint} rows={2} />
            <div className="flex flex-wrap gap-2">
              <SendButton>{words.submit}</SendButton>
              <ButtonLink to={paths.desk.inboundMail(mail)}>{common.cancel}</ButtonLink>
            </div>
          </HouseForm>
        </Card>
      )}
    </>
  );
}
