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
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { isClosedBy, publicPage } from "#app/domain/agencies/agency.ts";
import { formerUnitOf } from "#app/domain/areas/committee.ts";
import { AskForm } from "#app/domain/queries/query-form.ts";
import { requestQuery } from "#app/domain/queries/requests.server.ts";
import { formStamp, isFilledByHand } from "#app/http/form-stamp.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { type AnyField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { AskerFields, QueryFields, withSentences } from "#app/ui/query-fields.tsx";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

/** An agency that can be asked: one of today's that is not closed. */
async function agencyAsked(id = "") {
  const agency = (await findAgency(db, id)) ?? notFound();
  return formerUnitOf(agency.id) || isClosedBy(agency, today()) ? notFound() : agency;
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const agency = await agencyAsked(params.agency);
  const sent = new URL(request.url).searchParams.has("sent");
  return { agency, sent, stamp: formStamp(now()) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const agency = await agencyAsked(params.agency);
  const form = await request.formData();
  const { problems } = messagesFor(request).asking;
  const submission = parseWithZod(form, { schema: AskForm });
  const refuse = (problem: keyof typeof problems, status: number) =>
    data(submission.reply({ formErrors: [problems[problem]] }), { status });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const at = now();
  if (!isFilledByHand(form.get("shown"), at)) return refuse("too-fast", 400);
  const { website: _, foreignPress, showName, ...asked } = submission.value;
  if (!(await mayTry("ask", context.address))) return refuse("too-many", 429);
  if (!(await mayTry("askOfAddress", asked.askerEmail))) return refuse("too-many-of-address", 429);
  if (!(await mayTry("askOfAgency", agency.id))) return refuse("too-many-of-agency", 429);
  await requestQuery(
    db,
    agency,
    {
      ...{ ...asked, text: asked.text ?? "", reference: asked.reference ?? null },
      ...{ askerPosition: asked.askerPosition ?? null, askerPhone: asked.askerPhone ?? null },
      ...{ foreignPress: foreignPress === "on", nameWithheld: showName !== "on" },
    },
    { language: languageOf(new URL(request.url).pathname), at },
  );
  return goTo(request, paths.ask(agency, { sent: "1" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.asking.title} · ${words.common.product}` }];
};

export default function Ask() {
  const { agency, sent } = useLoaderData<typeof loader>();
  const words = useMessages().asking;
  const { name } = useNames();
  const home = publicPage(agency);
  return (
    <>
      <PageTitle
        above={<LinkTo to={home}>{name(agency)}</LinkTo>}
        lead={!sent && words.lead(name(agency))}
      >
        {words.title}
      </PageTitle>
      {sent ? (
        <>
          <Notice tone="success" title={words.sent}>
            {words.sentLead}
          </Notice>
          <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <ButtonLink to={home}>{name(agency)}</ButtonLink>
            <LinkTo to={paths.ask(agency)} className="py-2">
              {words.another}
            </LinkTo>
          </p>
        </>
      ) : (
        <AskingForm />
      )}
    </>
  );
}

function AskingForm() {
  const { stamp } = useLoaderData<typeof loader>();
  const { asking: words, queryDesk } = useMessages();
  const [form, fields] = useHouseForm(AskForm, {
    id: "ask",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "question" },
  });
  return (
    <HouseForm form={form}>
      <p className="text-soft">{words.how}</p>
      <QueryFields fields={fields} />
      <AskerFields fields={fields} legend={queryDesk.new.asker} />
      <input type="hidden" name="shown" value={stamp} />
      <Trap field={fields.website} />
      <p className="text-sm text-soft">{words.privacy}</p>
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}

/** Nobody sees this box or comes to it by keyboard; if something is in it all the same, it shows itself. */
function Trap({ field }: { field: AnyField }) {
  const words = useMessages().asking;
  if (field.errors)
    return (
      <TextField
        field={withSentences(field, words.problems)}
        label={words.website}
        autoComplete="off"
      />
    );
  return (
    <div className="hidden">
      <label>
        {words.website}
        <input name={field.name} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
