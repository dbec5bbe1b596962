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
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { provinceShown, requireProvince } from "#app/http/press-province.server.ts";
import { provinceAsked } from "#app/http/province-asked.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { OutletFields } from "#app/ui/outlet-fields.tsx";
import { PressBooks } from "#app/ui/press-books.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const [shown, outlets] = await Promise.all([
    provinceShown(officer, request),
    listOutletsFor(db, officer, provinceAsked(request)),
  ]);
  return { ...shown, outlets };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const province = await requireProvince(officer, request);
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
  const { common, press } = useMessages();
  const words = press.outlets;
  const [form, fields] = useHouseForm(OutletForm, {
    id: "outlet",
    lastResult: useActionData<typeof action>(),
    defaultValue: { type: "mixed" },
  });
  return (
    <PressBooks
      words={words}
      province={province}
      provinces={provinces}
      rows={outlets}
      what={[
        {
          head: words.name,
          names: true,
          cell: (outlet) => <LinkTo to={paths.desk.outlet(outlet)}>{outlet.name}</LinkTo>,
        },
        { head: words.type, cell: ({ type }) => press.outletTypes[type] },
      ]}
      counts={[
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
      toAdd={words.add}
    >
      <HouseForm form={form}>
        <OutletFields fields={fields} />
        <div>
          <Button>{common.save}</Button>
        </div>
      </HouseForm>
    </PressBooks>
  );
}
