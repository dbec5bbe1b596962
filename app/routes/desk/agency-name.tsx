import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { AgencyNameForm } from "#app/domain/agencies/agency-form.ts";
import { renameAgency } from "#app/domain/agencies/renaming.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyAbove } from "#app/ui/agency-above.tsx";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  return { agency, day: today() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AgencyNameForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { symbol = null, ...named } = submission.value;
  const renamed = await renameAgency(db, agency, { ...named, symbol }, signedNow(officer));
  if (!renamed.ok) {
    const isDay = renamed.reason === "name-in-future" || renamed.reason === "name-before-start";
    const fieldErrors = { [isDay ? "fromDay" : "name"]: [renamed.reason] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = messagesFor(request).agencies.renaming.done(named.name);
  return goToSaying(request, paths.desk.agencyProfile(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.agencies.renaming.title} · ${words.common.product}` }];
};

export default function AgencyName() {
  const { agency, day } = useLoaderData<typeof loader>();
  const { renaming: words, founding } = useMessages().agencies;
  const [form, fields] = useHouseForm(AgencyNameForm, {
    id: "name",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      name: agency.name,
      nameEn: agency.nameEn,
      symbol: agency.symbol ?? "",
      fromDay: day,
    },
  });
  return (
    <>
      <PageTitle above={<AgencyAbove agency={agency} />} lead={words.lead}>
        {words.title}
      </PageTitle>
      <HouseForm form={form}>
        <TextField field={fields.name} label={founding.name} hint={founding.nameHint} />
        <TextField field={fields.nameEn} label={founding.nameEn} hint={founding.nameEnHint} />
        <TextField field={fields.symbol} label={founding.symbol} hint={founding.symbolHint} />
        <TextField field={fields.fromDay} label={words.fromDay} type="date" />
        <TextField field={fields.basis} label={words.basis} hint={words.basisHint} />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}
