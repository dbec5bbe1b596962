import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { peopleOfAreas } from "#app/domain/press/area-coverage.server.ts";
import { readJournalistQuery } from "#app/domain/press/journalist-query.ts";
import { allJournalistsFor, listJournalistsFor } from "#app/domain/press/journalists.server.ts";
import { listOutletsFor } from "#app/domain/press/outlets.server.ts";
import { readChosen } from "#app/domain/press/press-list.ts";
import {
  addMembers,
  findListFor,
  listMembers,
  listPressListsFor,
} from "#app/domain/press/press-lists.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Bar } from "#app/ui/bar.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { JournalistFilter } from "#app/ui/journalist-filter.tsx";
import { JournalistTable } from "#app/ui/journalist-table.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";

const filterIn = (request: Request, list: { provinceId: string }) => ({
  ...readJournalistQuery(new URL(request.url).searchParams),
  provinceId: list.provinceId,
});

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const list = (await findListFor(db, officer, params.list ?? "")) ?? notFound();
  const query = filterIn(request, list);
  const [found, outlets, areas, lists, members] = await Promise.all([
    listJournalistsFor(db, officer, query),
    listOutletsFor(db, officer, list.provinceId),
    peopleOfAreas(db, list.provinceId),
    listPressListsFor(db, officer, list.provinceId),
    listMembers(db, list),
  ]);
  return { ...found, list, query, outlets, areas, lists, members, today: today() };
}

/** Adds whoever was ticked, or everybody whom the filter in the address finds. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const list = (await findListFor(db, officer, params.list ?? "")) ?? notFound();
  const form = await request.formData();
  const chosen = form.has("everyone")
    ? (await allJournalistsFor(db, officer, filterIn(request, list))).map(({ id }) => id)
    : readChosen(form);
  const words = messagesFor(request).press;
  if (chosen.length === 0)
    return data({ problem: words.problems["nobody-chosen"] }, { status: 400 });

  const { added } = await addMembers(db, list, chosen, { by: officer, at: now() });
  return goToSaying(request, paths.desk.pressList(list), words.list.added(added));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: words.press.list.addTitle(shown?.list.name ?? "") }];
};

export default function PressListMembers() {
  const shown = useLoaderData<typeof loader>();
  const { list, journalists, total } = shown;
  const { press } = useMessages();
  const words = press.list;
  const members = new Set(shown.members);
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.pressList(list)}>{list.name}</LinkTo>}
        lead={words.addLead}
      >
        {words.addTitle(list.name)}
      </PageTitle>
      {refused && <Notice tone="problem">{refused.problem}</Notice>}
      <JournalistFilter
        query={shown.query}
        outlets={shown.outlets}
        areas={shown.areas}
        lists={shown.lists}
        clear={paths.desk.pressListMembers(list)}
      />
      {journalists.length === 0 ? (
        <Empty title={press.journalists.noneFound} />
      ) : (
        <Form method="post">
          <JournalistTable
            caption={words.caption}
            journalists={journalists}
            today={shown.today}
            choosing={{
              head: words.choose,
              may: ({ id }) => !members.has(id),
              instead: words.isOnIt,
            }}
          />
          <Bar>
            <Button>{words.addChosen}</Button>
            <Button tone="plain" name="everyone" value="yes">
              {words.addEveryone(total)}
            </Button>
          </Bar>
        </Form>
      )}
      <Pager page={shown.page} pages={shown.pages} />
    </>
  );
}
