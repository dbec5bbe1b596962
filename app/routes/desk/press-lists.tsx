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
import { PressListForm } from "#app/domain/press/press-list.ts";
import { createList, listPressListsFor } from "#app/domain/press/press-lists.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { provinceShown, requireProvince } from "#app/http/press-province.server.ts";
import { provinceAsked } from "#app/http/province-asked.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PressBooks } from "#app/ui/press-books.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const [shown, lists] = await Promise.all([
    provinceShown(officer, request),
    listPressListsFor(db, officer, provinceAsked(request)),
  ]);
  return { ...shown, lists };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const province = await requireProvince(officer, request);
  const submission = parseWithZod(await request.formData(), { schema: PressListForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const words = messagesFor(request).press;
  const { name } = submission.value;
  const created = await createList(db, province.id, name, { by: officer, at: now() });
  if (!created.ok) {
    const fieldErrors = { name: [words.problems[created.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.pressListMembers(created), words.lists.created(name));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.press.lists.title} · ${words.common.product}` }];
};

export default function PressLists() {
  const { province, provinces, lists } = useLoaderData<typeof loader>();
  const words = useMessages().press.lists;
  const [form, fields] = useHouseForm(PressListForm, {
    id: "press-list",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <PressBooks
      words={words}
      province={province}
      provinces={provinces}
      rows={lists}
      what={[
        {
          head: words.name,
          names: true,
          cell: (list) => <LinkTo to={paths.desk.pressList(list)}>{list.name}</LinkTo>,
        },
      ]}
      counts={[
        { head: words.members, numeric: true, cell: ({ members }) => members },
        {
          head: words.reachable,
          numeric: true,
          cell: ({ readers }) => readers,
        },
      ]}
      toAdd={words.create}
    >
      <HouseForm form={form}>
        <TextField field={fields.name} label={words.name} />
        <div>
          <Button>{words.create}</Button>
        </div>
      </HouseForm>
    </PressBooks>
  );
}
