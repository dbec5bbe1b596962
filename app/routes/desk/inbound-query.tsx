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
import { agenciesToAsk, takeAsQuery } from "#app/domain/inbound/query-taking.server.ts";
import { AskingForm } from "#app/domain/inbound/settling-form.ts";
import { showIncoming } from "#app/domain/inbound/showing.server.ts";
import { findInboundFor } from "#app/domain/inbound/tray.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { QUERY_KINDS } from "#app/domain/queries/query.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ChoiceField, HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { InboundHead } from "#app/ui/inbound-head.tsx";
import { Notice } from "#app/ui/notice.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { raw, ...mail } = (await findInboundFor(db, officer, params.mail ?? "")) ?? notFound();
  const [shown, agencies] = await Promise.all([
    raw && showIncoming(raw),
    agenciesToAsk(db, officer, mail, today()),
  ]);
  return {
    mail,
    text: shown ? shown.text : null,
    agencies: agencies.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    own: officer.agencyId,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const mail = (await findInboundFor(db, officer, params.mail ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AskingForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { reference = null, ...said } = submission.value;
  const signed = { by: officer, at: now() };
  const outcome = await takeAsQuery(db, officer, mail, { ...said, reference }, signed);
  const { inbound, queries, queryMail } = messagesFor(request);
  if (!outcome.ok) {
    const { settled } = inbound.take.problems;
    const problems = { ...queries.refusals, ...queryMail.taking.problems, settled };
    return data(submission.reply({ formErrors: [problems[outcome.reason]] }), { status: 409 });
  }
  wake();
  const { number, agency } = outcome;
  const isEnglish = languageOf(new URL(request.url).pathname) === "en";
  // What was taken for another agency is that one's to read from now on.
  const next = agency.id === officer.agencyId ? paths.desk.query(outcome) : paths.desk.inbound();
  const name = isEnglish ? agency.nameEn : agency.name;
  return goToSaying(request, next, queryMail.taking.done(number, name));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryMail.taking.title} · ${words.common.product}` }];
};

export default function InboundQuery() {
  const { mail, text, agencies } = useLoaderData<typeof loader>();
  const { inbound, queryMail } = useMessages();
  const words = queryMail.taking;
  const problem = mail.settledAt
    ? inbound.take.problems.settled
    : text === null
      ? words.problems.unread
      : agencies.length === 0 && words.noAgency;
  return (
    <>
      <InboundHead mail={mail} />
      {problem ? (
        <Notice tone="warning">{problem}</Notice>
      ) : (
        <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
          <Card title={words.title}>
            <p className="mb-4">{words.lead}</p>
            <Take />
          </Card>
          <Card title={words.text}>
            <p className="mb-3 text-soft">{inbound.mail.stranger}</p>
            <p className="whitespace-pre-line wrap-anywhere">
              {text?.trim() || inbound.mail.noText}
            </p>
          </Card>
        </div>
      )}
    </>
  );
}

function Take() {
  const { mail, agencies, own } = useLoaderData<typeof loader>();
  const { queries, queryMail, common } = useMessages();
  const words = queryMail.taking;
  const { name } = useNames();
  const only = agencies.length === 1 ? agencies[0]?.id : undefined;
  const [form, fields] = useHouseForm(AskingForm, {
    id: "asking",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      agencyId: only ?? agencies.find(({ id }) => id === own)?.id,
      ...{ kind: "question", title: mail.subject.slice(0, 200), language: "vi" },
    },
  });
  return (
    <HouseForm form={form}>
      <SelectField
        field={fields.agencyId}
        label={words.agency}
        blank={only ? undefined : words.choose}
        options={agencies.map((agency) => ({ value: agency.id, label: name(agency) }))}
      />
      <SelectField
        field={fields.kind}
        label={words.kind}
        options={QUERY_KINDS.map((value) => ({ value, label: queries.kinds[value] }))}
      />
      <TextField field={fields.title} label={words.name} />
      <TextField field={fields.reference} label={words.reference} hint={words.referenceHint} />
      <ChoiceField
        field={fields.language}
        label={words.language}
        options={(["vi", "en"] as const).map((value) => ({
          value,
          label: queries.languages[value],
        }))}
      />
      <div className="flex flex-wrap gap-2">
        <SendButton>{words.submit}</SendButton>
        <ButtonLink to={paths.desk.inboundMail(mail)}>{common.cancel}</ButtonLink>
      </div>
    </HouseForm>
  );
}
