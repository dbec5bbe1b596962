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
import { listAgenciesFor } from "#app/domain/agencies/agencies.server.ts";
import { OfficeForm } from "#app/domain/closings/office-form.ts";
import { findStranded, reassignAccount } from "#app/domain/closings/officers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { HouseForm, SelectField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const id = params.account ?? "";
  const account = (await findStranded(db, officer, id, today())) ?? notFound();
  const agencies = await listAgenciesFor(db, officer, account.provinceId, today());
  return { account, agencies };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const id = params.account ?? "";
  const account = (await findStranded(db, officer, id, today())) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: OfficeForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const given = await reassignAccount(db, officer, account, submission.value, signedNow(officer));
  const words = messagesFor(request).offices;
  if (!given.ok) {
    const fieldErrors = { agencyId: [words.problems[given.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const { name } = namesIn(languageOf(new URL(request.url).pathname));
  return goToSaying(request, paths.desk.home(), words.done(given.name, name(given.agency)));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.offices.title} · ${words.common.product}` }];
};

export default function AccountOffice() {
  const { account, agencies } = useLoaderData<typeof loader>();
  const { offices: words, desk } = useMessages();
  const { name } = useNames();
  const [form, fields] = useHouseForm(OfficeForm, {
    id: "office",
    lastResult: useActionData<typeof action>(),
  });
  const former = name({ name: account.agencyName, nameEn: account.agencyNameEn });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.home()}>{desk.home.title}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <Card title={account.name}>
        <Facts
          facts={[
            [words.officer, `${account.name} (${account.email})`],
            [
              words.former,
              account.untilDay
                ? `${former}, ${words.closedSince(shortDay(account.untilDay))}`
                : former,
            ],
          ]}
        />
      </Card>
      <HouseForm form={form}>
        <SelectField
          field={fields.agencyId}
          label={words.fresh}
          blank={words.choose}
          options={agencies.map((one) => ({ value: one.id, label: name(one) }))}
        />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}
