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
import { listSuppressedFor, suppress } from "#app/domain/press/suppression.server.ts";
import { ENTERED, SuppressionForm } from "#app/domain/press/suppression.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { provinceShown, requireProvince } from "#app/http/press-province.server.ts";
import { provinceAsked } from "#app/http/province-asked.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmailText } from "#app/ui/email.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceChoice } from "#app/ui/province.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const [shown, addresses] = await Promise.all([
    provinceShown(officer, request),
    listSuppressedFor(db, officer, provinceAsked(request)),
  ]);
  return { ...shown, addresses };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const province = await requireProvince(officer, request);
  const submission = parseWithZod(await request.formData(), { schema: SuppressionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { email, ground } = submission.value;
  const signed = { by: officer, at: now() };
  const { changed } = await suppress(db, { provinceId: province.id, email, ground }, signed);
  const words = messagesFor(request).answers.suppression;
  if (!changed)
    return data(submission.reply({ fieldErrors: { email: [words.already] } }), { status: 409 });
  const back = officer.reach === "country" ? { province: province.id } : {};
  return goToSaying(request, paths.desk.suppressedAddresses(back), words.added(email));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.answers.suppression.title} · ${words.common.product}` }];
};

export default function SuppressedAddresses() {
  const { province, provinces, addresses } = useLoaderData<typeof loader>();
  const { answers, press } = useMessages();
  const words = answers.suppression;
  const [form, fields] = useHouseForm(SuppressionForm, {
    id: "suppression",
    lastResult: useActionData<typeof action>(),
    defaultValue: { ground: "asked_by_telephone" },
  });
  const chosen = provinces.length > 0 ? province?.id : undefined;
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.journalists({ province: chosen })}>
            {press.journalists.title}
          </LinkTo>
        }
        lead={`${words.lead} ${words.accepted}`}
      >
        {words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} whole />
      {addresses.length === 0 ? (
        <Empty title={words.nobody} />
      ) : (
        <Table
          caption={words.caption}
          rows={addresses}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.email,
              names: true,
              cell: ({ email }) => <EmailText email={email} />,
            },
            {
              head: words.who,
              cell: ({ journalistId, name }) =>
                journalistId && (
                  <LinkTo to={paths.desk.journalist({ id: journalistId })}>{name}</LinkTo>
                ),
            },
            { head: words.ground, cell: ({ ground }) => words.grounds[ground] },
            { head: words.since, cell: ({ since }) => <TimeText at={since} /> },
            { head: words.by, cell: ({ byName }) => byName },
            {
              head: words.act,
              acts: true,
              cell: (address) => (
                <LinkTo to={paths.desk.suppressedAddress(address)}>
                  {words.act}
                  <span className="sr-only">: {address.email}</span>
                </LinkTo>
              ),
            },
          ]}
        />
      )}
      {province && (
        <div className="mt-6">
          <Card title={words.add}>
            <HouseForm form={form}>
              <p className="text-soft">{words.addLead}</p>
              <TextField field={fields.email} label={words.email} type="email" autoComplete="off" />
              <ChoiceField
                field={fields.ground}
                label={words.ground}
                options={ENTERED.map((value) => ({ value, label: words.grounds[value] }))}
              />
              <div>
                <Button>{words.submit}</Button>
              </div>
            </HouseForm>
          </Card>
        </div>
      )}
    </>
  );
}
