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
import { listBesideCommittee } from "#app/domain/agencies/agencies.server.ts";
import { ADDED_KINDS } from "#app/domain/agencies/agency.ts";
import { AgencyForm } from "#app/domain/agencies/agency-form.ts";
import { foundAgency } from "#app/domain/agencies/founding.server.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { provinceAsked } from "#app/http/province-asked.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceChoice, useProvinceName } from "#app/ui/province.tsx";

/** A province's office adds agencies of its province; an administrator, of the province they chose. */
async function provinceFor(request: Request) {
  const officer = await requireOfficer(request);
  if (officer.reach === "agency") notFound();
  return { officer, province: await findProvinceInHand(db, officer, provinceAsked(request)) };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { officer, province } = await provinceFor(request);
  const beside = province ? await listBesideCommittee(db, province.id, today()) : [];
  return {
    province,
    provinces: officer.reach === "country" ? await listProvinces(db) : [],
    departments: beside.filter(({ kind }) => kind === "department"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { officer, province = notFound() } = await provinceFor(request);
  const submission = parseWithZod(await request.formData(), { schema: AgencyForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { underId = null, symbol = null, fromDay = null, ...named } = submission.value;
  const details = { ...named, underId, symbol, fromDay };
  const founded = await foundAgency(db, province, details, { by: officer, at: now() });
  if (!founded.ok) {
    const field = founded.reason === "name-taken" ? "name" : "underId";
    return data(submission.reply({ fieldErrors: { [field]: [founded.reason] } }), { status: 409 });
  }
  const sentence = messagesFor(request).agencies.founding.done(details.name);
  return goToSaying(request, paths.desk.agencyProfile(founded), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.agencies.founding.title} · ${words.common.product}` }];
};

export default function NewAgency() {
  const { province, provinces, departments } = useLoaderData<typeof loader>();
  const { agencies, spokespersons } = useMessages();
  const words = agencies.founding;
  const nameOf = useProvinceName();
  const { name } = useNames();
  const [form, fields] = useHouseForm(AgencyForm, {
    id: "agency",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "department" },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersons()}>{spokespersons.registry.title}</LinkTo>}
        lead={province && words.lead(nameOf(province))}
      >
        {words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} />
      {province && (
        <HouseForm form={form}>
          <ChoiceField
            field={fields.kind}
            label={words.kind}
            options={ADDED_KINDS.map((kind) => ({ value: kind, label: agencies.kinds[kind] }))}
          />
          <SelectField
            field={fields.underId}
            label={words.under}
            hint={words.underHint}
            blank={words.noUnder}
            options={departments.map((one) => ({ value: one.id, label: name(one) }))}
          />
          <TextField field={fields.name} label={words.name} hint={words.nameHint} />
          <TextField field={fields.nameEn} label={words.nameEn} hint={words.nameEnHint} />
          <TextField field={fields.symbol} label={words.symbol} hint={words.symbolHint} />
          <TextField
            field={fields.fromDay}
            label={words.fromDay}
            hint={words.fromDayHint}
            type="date"
          />
          <div>
            <Button>{words.submit}</Button>
          </div>
        </HouseForm>
      )}
    </>
  );
}
