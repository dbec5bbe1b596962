import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FileUp, UserPlus } from "lucide-react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { readJournalistQuery } from "#app/domain/press/journalist-query.ts";
import { listJournalistsFor } from "#app/domain/press/journalists.server.ts";
import { PressListForm } from "#app/domain/press/press-list.ts";
import { findListFor, renameList } from "#app/domain/press/press-lists.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Bar } from "#app/ui/bar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { JournalistTable } from "#app/ui/journalist-table.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const list = (await findListFor(db, officer, params.list ?? "")) ?? notFound();
  const { page } = readJournalistQuery(new URL(request.url).searchParams);
  const members = await listJournalistsFor(db, officer, { listId: list.id, page });
  const province = officer.reach === "country" ? list.provinceId : undefined;
  return { list, ...members, province, today: today() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const list = (await findListFor(db, officer, params.list ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: PressListForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const words = messagesFor(request).press;
  const renamed = await renameList(db, list, submission.value.name, { by: officer, at: now() });
  if (!renamed.ok) {
    const fieldErrors = { name: [words.problems[renamed.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.pressList(list), words.list.renamed);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.list.name ?? "" },
];

export default function PressList() {
  const { list, journalists, total, page, pages, province, today } = useLoaderData<typeof loader>();
  const { common, press } = useMessages();
  const words = press.list;
  const to = useLocalised();
  const [form, fields] = useHouseForm(PressListForm, {
    id: "press-list",
    lastResult: useActionData<typeof action>(),
    defaultValue: { name: list.name },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.pressLists({ province })}>{press.lists.title}</LinkTo>}
        lead={press.journalists.found(total)}
        actions={
          <>
            <ButtonLink to={paths.desk.pressListMembers(list)} tone="primary">
              <UserPlus aria-hidden="true" className="size-4" />
              {words.addMembers}
            </ButtonLink>
            <ButtonLink to={paths.desk.journalistImport({ province, list: list.name })}>
              <FileUp aria-hidden="true" className="size-4" />
              {press.journalists.import}
            </ButtonLink>
          </>
        }
      >
        {list.name}
      </PageTitle>
      {journalists.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        <Form method="post" action={to(paths.desk.pressListRemoval(list))}>
          <JournalistTable
            caption={words.membersOf(list.name)}
            journalists={journalists}
            today={today}
            choosing={{ head: words.choose }}
          />
          <Bar>
            <Button tone="danger">{words.remove}</Button>
          </Bar>
        </Form>
      )}
      <Pager page={page} pages={pages} />
      <div className="mt-6">
        <Card title={words.rename}>
          <HouseForm form={form}>
            <TextField field={fields.name} label={press.lists.name} />
            <div>
              <Button tone="plain">{common.save}</Button>
            </div>
          </HouseForm>
        </Card>
      </div>
    </>
  );
}
