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
import { ArticleForm } from "#app/domain/afterwards/link.ts";
import { addLink, type LinkShown, linksOf } from "#app/domain/afterwards/links.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { listOutlets } from "#app/domain/press/outlets.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const [articles, outlets] = await Promise.all([
    linksOf(db, meeting.id, "article"),
    listOutlets(db, meeting.provinceId),
  ]);
  return { meeting, articles, outlets: outlets.map(({ name }) => name), today: today() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ArticleForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const article = { kind: "article" as const, ...submission.value };
  const added = await addLink(db, meeting, article, { by: officer, at: now() });
  const words = messagesFor(request).meetingRooms;
  if (!added.ok) {
    const field = added.reason === "day-in-future" ? "day" : "url";
    const fieldErrors = { [field]: [words.reasons[added.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = words.articles.added(article.title);
  return goToSaying(request, paths.desk.articles(meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.articles.title} · ${words.common.product}` }];
};

export default function Articles() {
  const { meeting, articles } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms.articles;
  const columns = useColumns();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <div className="mb-6">
        {articles.length === 0 ? (
          <Empty title={words.empty} />
        ) : (
          <Table caption={words.title} rows={articles} keyOf={({ id }) => id} columns={columns} />
        )}
      </div>
      {!meeting.cancelledAt && (
        <Card title={words.submit}>
          <AddArticle key={articles.length} />
        </Card>
      )}
    </>
  );
}

function useColumns(): Column<LinkShown>[] {
  const { meetingRooms, pressCorrections } = useMessages();
  const { articles: words, links } = meetingRooms;
  return [
    {
      head: words.name,
      names: true,
      cell: ({ title, url }) => (
        <a href={url} rel="noreferrer" className="wrap-anywhere">
          {title}
        </a>
      ),
    },
    { head: words.outlet, cell: ({ outlet }) => outlet },
    { head: words.day, cell: ({ day }) => day && shortDay(day) },
    {
      head: pressCorrections.title,
      acts: true,
      cell: ({ id, title }) => (
        <LinkTo to={paths.desk.correctionCaseNew({ article: id })}>
          {pressCorrections.open}
          <span className="sr-only">: {title}</span>
        </LinkTo>
      ),
    },
    {
      head: links.remove,
      acts: true,
      cell: (article) => (
        <RemoveButton to={paths.desk.meetingLinkRemoval(article)} what={article.title}>
          {links.remove}
        </RemoveButton>
      ),
    },
  ];
}

function AddArticle() {
  const { outlets, today } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms.articles;
  const [form, fields] = useHouseForm(ArticleForm, {
    id: "article",
    lastResult: useActionData<typeof action>(),
    defaultValue: { day: today },
  });
  return (
    <HouseForm form={form}>
      <TextField field={fields.title} label={words.name} autoComplete="off" />
      <TextField field={fields.url} label={words.url} type="url" />
      <div className="grid gap-5 sm:grid-cols-[1fr_12rem]">
        <TextField
          field={fields.outlet}
          label={words.outlet}
          list="article-outlets"
          autoComplete="off"
        />
        <TextField field={fields.day} label={words.day} type="date" />
      </div>
      <datalist id="article-outlets">
        {outlets.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}
