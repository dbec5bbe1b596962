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
import { changeOutlet, findOutletFor } from "#app/domain/press/outlets.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { OutletFields } from "#app/ui/outlet-fields.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return { outlet: (await findOutletFor(db, officer, params.outlet ?? "")) ?? notFound() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const outlet = (await findOutletFor(db, officer, params.outlet ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: OutletForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const words = messagesFor(request).press;
  const changed = await changeOutlet(db, outlet, submission.value, { by: officer, at: now() });
  if (!changed.ok) {
    const fieldErrors = { name: [words.problems[changed.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const back = officer.reach === "country" ? { province: outlet.provinceId } : {};
  const sentence = words.outlets.changed(submission.value.name);
  return goToSaying(request, paths.desk.outlets(back), sentence);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.outlet.name ?? "" },
];

export default function Outlet() {
  const { outlet } = useLoaderData<typeof loader>();
  const { common, press } = useMessages();
  const [form, fields] = useHouseForm(OutletForm, {
    id: "outlet",
    lastResult: useActionData<typeof action>(),
    defaultValue: { name: outlet.name, type: outlet.type },
  });
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.outlets()}>{press.outlets.title}</LinkTo>}>
        {press.outlets.edit(outlet.name)}
      </PageTitle>
      <HouseForm form={form}>
        <OutletFields fields={fields} />
        <div>
          <Button>{common.save}</Button>
        </div>
      </HouseForm>
    </>
  );
}
