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
import { OutletForm } from "#app/domain/press/outlet.ts";
import { listOutlet, listOutletsFor } from "#app/domain/press/outlets.server.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { OutletFields } from "#app/ui/outlet-fields.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceChoice, useProvinceName } from "#app/ui/province.tsx";
import { Table } from "#app/ui/table.tsx";

const chosenIn = (request: Request) => new URL(request.url).searchParams.get("province");

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const chosen = chosenIn(request);
  const [province, outlets] = await Promise.all([
    findProvinceInHand(db, officer, chosen),
    listOutletsFor(db, officer, chosen),
  ]);
  const provinces = officer.reach === "country" ? await listProvinces(db) : [];
  return { province, provinces, outlets };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const province = (await findProvinceInHand(db, officer, chosenIn(request))) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: OutletForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const words = messagesFor(request).press;
  const outlet = submission.value;
  const listed = await listOutlet(db, province.id, outlet, { by: officer, at: now() });
  if (!listed.ok) {
    const fieldErrors = { name: [words.problems[listed.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const back = officer.reach === "country" ? { province: province.id } : {};
  return goToSaying(request, paths.desk.outlets(back), words.outlets.listed(outlet.name));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.press.outlets.title} · ${words.common.product}` }];
};

export default function Outlets() {
  const { province, provinces, outlets } = useLoaderData<typeof loader>();
  const chosen = provinces.length > 0 ? province?.id : undefined;
  const { common, press } = useMessages();
  const words = press.outlets;
  const nameOf = useProvinceName();
  const [form, fields] = useHouseForm(OutletForm, {
    id: "outlet",
    lastResult: useActionData<typeof action>(),
    defaultValue: { type: "mixed" },
  });
  const placeOf = (id: string) => provinces.find((one) => one.id === id);
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.journalists({ province: chosen })}>
            {press.journalists.title}
          </LinkTo>
        }
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} whole />
      {outlets.length === 0 ? (
        <Empty title={words.noneYet} />
      ) : (
        <Table
          caption={words.caption}
          rows={outlets}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.name,
              names: true,
              cell: (outlet) => <LinkTo to={paths.desk.outlet(outlet)}>{outlet.name}</LinkTo>,
            },
            { head: words.type, cell: ({ type }) => press.outletTypes[type] },
            ...(provinces.length > 0 && !province
              ? [
                  {
                    head: press.province.label,
                    cell: ({ provinceId }: { provinceId: string }) => {
                      const place = placeOf(provinceId);
                      return place && nameOf(place);
                    },
                  },
                ]
              : []),
            {
              head: words.journalists,
              numeric: true,
              cell: ({ id, provinceId, journalists }) => (
                <LinkTo
                  to={paths.desk.journalists({
                    outlet: id,
                    province: provinces.length > 0 ? provinceId : undefined,
                  })}
                >
                  {journalists}
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
              <OutletFields fields={fields} />
              <div>
                <Button>{common.save}</Button>
              </div>
            </HouseForm>
          </Card>
        </div>
      )}
    </>
  );
}
