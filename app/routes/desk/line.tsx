import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { changeLine, findLineFor } from "#app/domain/queries/lines.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { lineSent } from "#app/http/line-sent.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { LineForm } from "#app/ui/line-form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const line = (await findLineFor(db, officer, params.line ?? "")) ?? notFound();
  const { id, topic, question, answer, fromDay, untilDay, edition, figures, archivedAt } = line;
  return {
    line: { id, topic, question, answer, fromDay, untilDay: untilDay ?? "", edition },
    ...{ figures, isArchived: archivedAt !== null },
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const line = (await findLineFor(db, officer, params.line ?? "")) ?? notFound();
  return lineSent(request, (details, edition) =>
    changeLine(db, line, details, edition, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${data?.line.topic ?? ""} · ${words.common.product}` }];
};

export default function LineToTake() {
  const { line, figures, isArchived } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = useMessages().linesToTake;
  const to = useLocalised();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.lines()}>{words.title}</LinkTo>}
        actions={
          !isArchived && (
            <Form method="post" action={to(paths.desk.lineArchiving(line))}>
              <SendButton tone="plain">{words.archive}</SendButton>
            </Form>
          )
        }
      >
        {isArchived ? line.topic : words.edit}
      </PageTitle>
      {isArchived ? (
        <>
          <Notice tone="warning">{words.isArchived}</Notice>
          <p className="whitespace-pre-line wrap-anywhere">{line.answer}</p>
        </>
      ) : (
        <LineForm line={line} figures={figures} answered={answered} />
      )}
    </>
  );
}
