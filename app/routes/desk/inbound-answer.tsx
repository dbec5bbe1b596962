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
import { CALENDAR_REPLIES, TakingForm } from "#app/domain/inbound/settling-form.ts";
import { candidatesFor, findInboundFor, takeAsAnswer } from "#app/domain/inbound/tray.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ChoiceField, HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { InboundHead } from "#app/ui/inbound-head.tsx";
import { InboundReasonText } from "#app/ui/inbound-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { raw, ...mail } = (await findInboundFor(db, officer, params.mail ?? "")) ?? notFound();
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  const candidates = await candidatesFor(db, officer, mail, { search, now: now() });
  return { mail, search, candidates };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const mail = (await findInboundFor(db, officer, params.mail ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: TakingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const signed = { by: officer, at: now() };
  const outcome = await takeAsAnswer(db, officer, mail, submission.value, signed);
  const words = messagesFor(request).inbound.take;
  if (!outcome.ok)
    return data(submission.reply({ formErrors: [words.problems[outcome.reason]] }), {
      status: 409,
    });
  return goToSaying(request, paths.desk.inbound(), words.done(outcome.name));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.inbound.take.title} · ${words.common.product}` }];
};

export default function InboundAnswer() {
  const { mail, search, candidates } = useLoaderData<typeof loader>();
  const { inbound } = useMessages();
  const words = inbound.take;
  return (
    <>
      <InboundHead mail={mail} />
      {mail.settledAt ? (
        <Notice tone="warning">{words.problems.settled}</Notice>
      ) : (
        <Card title={words.title}>
          <p className="mb-2">{words.lead}</p>
          <p className="mb-4 text-soft">
            <InboundReasonText {...mail} />
          </p>
          <SearchForm label={words.search} value={search} />
          {candidates.length === 0 ? <p className="mt-4">{words.nobody}</p> : <Choose />}
        </Card>
      )}
    </>
  );
}

function Choose() {
  const { mail, candidates } = useLoaderData<typeof loader>();
  const { inbound, common } = useMessages();
  const words = inbound.take;
  const only = candidates.length === 1 ? candidates[0]?.id : undefined;
  const [form, fields] = useHouseForm(TakingForm, {
    id: "taking",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      invitationId: candidates.find(({ id }) => id === mail.invitationId)?.id ?? only,
      reply: mail.reply ?? undefined,
    },
  });
  return (
    <div className="mt-4">
      <HouseForm form={form}>
        <ChoiceField
          field={fields.invitationId}
          label={words.whose}
          options={candidates.map(({ id, name, outletName, subject, startsAt }) => ({
            value: id,
            label: [name, outletName, subject, shortTime(startsAt)].filter(Boolean).join(" · "),
          }))}
        />
        <ChoiceField
          field={fields.reply}
          label={words.reply}
          options={CALENDAR_REPLIES.map((value) => ({ value, label: inbound.replies[value] }))}
        />
        <div className="flex flex-wrap gap-2">
          <SendButton>{words.submit}</SendButton>
          <ButtonLink to={paths.desk.inboundMail(mail)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </div>
  );
}
