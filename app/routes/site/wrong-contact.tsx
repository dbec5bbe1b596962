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
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { formerUnitOf } from "#app/domain/areas/committee.ts";
import {
  ContactReportForm,
  NO_ENTRY,
  REPORTED_FIELDS,
} from "#app/domain/spokespersons/contact-report-form.ts";
import {
  entriesToReport,
  reportContact,
} from "#app/domain/spokespersons/contact-reports.server.ts";
import { findProvinceOf } from "#app/domain/spokespersons/registry.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

export async function loader({ params, request }: LoaderFunctionArgs) {
  const agency = (await findAgency(db, params.agency ?? "")) ?? notFound();
  // Nobody calls an office of before: what was published of it is put right at the desk.
  if (formerUnitOf(agency.id)) return notFound();
  const query = new URL(request.url).searchParams;
  const entries = await entriesToReport(db, agency, now());
  const asked = query.get("entry");
  return {
    agency,
    province: await findProvinceOf(db, agency),
    entries,
    meant: entries.find(({ id }) => id === asked)?.id,
    received: query.has("received"),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const agency = (await findAgency(db, params.agency ?? "")) ?? notFound();
  // Nobody calls an office of before: what was published of it is put right at the desk.
  if (formerUnitOf(agency.id)) return notFound();
  const { problems } = messagesFor(request).contactReports.page;
  const submission = parseWithZod(await request.formData(), { schema: ContactReportForm });
  const refuse = (sentence: string, status: number) =>
    data(submission.reply({ formErrors: [sentence] }), { status });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  if (!(await mayTry("contactReport", context.address))) return refuse(problems["too-many"], 429);
  if (!(await mayTry("contactReportOfAgency", agency.id)))
    return refuse(problems["too-many-of-agency"], 429);

  const language = languageOf(new URL(request.url).pathname);
  const reported = await reportContact(db, agency, submission.value, { language, at: now() });
  if (!reported.ok) return refuse(problems[reported.reason], 409);
  return goTo(request, paths.wrongContact(agency, { received: "1" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.contactReports.page.title} · ${words.common.product}` }];
};

export default function WrongContact() {
  const { agency, province, received } = useLoaderData<typeof loader>();
  const { page: words } = useMessages().contactReports;
  const { name } = useNames();
  const home = publicPage(agency);
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={home}>{name(agency)}</LinkTo>
            {province && `, ${name(province)}`}
          </>
        }
        lead={!received && words.lead}
      >
        {words.title}
      </PageTitle>
      {received ? (
        <>
          <Notice tone="success" title={words.received}>
            {words.receivedLead}
          </Notice>
          <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <ButtonLink to={home}>{words.back}</ButtonLink>
            <LinkTo to={paths.wrongContact(agency)} className="py-2">
              {words.another}
            </LinkTo>
          </p>
        </>
      ) : (
        <ReportForm />
      )}
    </>
  );
}

function ReportForm() {
  const { entries, meant } = useLoaderData<typeof loader>();
  const { page: words, fields: names } = useMessages().contactReports;
  const [form, fields] = useHouseForm(ContactReportForm, {
    id: "wrong-contact",
    lastResult: useActionData<typeof action>(),
    defaultValue: { entry: meant ?? (entries.length === 0 ? NO_ENTRY : undefined) },
  });
  return (
    <HouseForm form={form}>
      <ChoiceField
        field={fields.entry}
        label={words.which}
        options={[
          ...entries.map(({ id, name, position, phone, email }) => ({
            value: id,
            label: `${name}, ${position} (${phone}, ${email})`,
          })),
          { value: NO_ENTRY, label: words.noEntry },
        ]}
      />
      <ChoiceField
        field={fields.field}
        label={words.field}
        options={REPORTED_FIELDS.map((value) => ({ value, label: names[value] }))}
      />
      <TextField
        field={fields.proposal}
        label={words.proposal}
        hint={words.proposalHint}
        autoComplete="off"
      />
      <TextArea field={fields.note} label={words.note} hint={words.noteHint} rows={3} />
      <TextField
        field={fields.reporterEmail}
        label={words.email}
        hint={words.emailHint}
        type="email"
        autoComplete="email"
      />
      <Trap field={fields.website} />
      <p className="text-sm text-soft">{words.privacy}</p>
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}

/** Nobody sees this box or comes to it by keyboard; if something is in it all the same, it shows itself. */
function Trap({ field }: { field: Parameters<typeof TextField>[0]["field"] }) {
  const { page: words } = useMessages().contactReports;
  if (field.errors)
    return (
      <>
        <Notice tone="problem">{words.problems["leave-empty"]}</Notice>
        <TextField field={field} label={words.website} autoComplete="off" />
      </>
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
