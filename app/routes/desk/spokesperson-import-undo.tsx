import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findImportFor } from "#app/domain/spokespersons/import-list.server.ts";
import { undoImport, undoingOf } from "#app/domain/spokespersons/import-undoing.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Blockers, TouchedCounts, TouchedPeople } from "#app/ui/touched-people.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const whole = (await findImportFor(db, officer, params.import ?? "")) ?? notFound();
  return { whole, ...(await undoingOf(db, whole)) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const whole = (await findImportFor(db, officer, params.import ?? "")) ?? notFound();
  const outcome = await undoImport(db, whole, signedNow(officer));
  if (!outcome.ok) return data({ reason: outcome.reason }, { status: 409 });
  const sentence = messagesFor(request).imports.doneUndoing;
  return goToSaying(request, paths.desk.spokespersonImportDone(whole), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.imports.undoTitle} · ${words.common.product}` }];
};

export default function SpokespersonImportUndo() {
  const { whole, counts, touched, blockers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useMessages().imports;
  const isOver = whole.undoneAt !== null || refused?.reason === "already-undone";
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.spokespersonImportDone(whole)}>
            {whole.fileName || words.pasted}
          </LinkTo>
        }
        lead={words.undoLead}
      >
        {words.undoTitle}
      </PageTitle>
      {isOver && <Notice>{words.alreadyUndone}</Notice>}
      {!isOver && blockers.length > 0 && (
        <Notice tone="problem" title={words.blocked}>
          <Blockers blockers={blockers} />
        </Notice>
      )}
      {!isOver && blockers.length === 0 && (
        <>
          <Card title={words.will}>
            <TouchedCounts counts={counts} />
            <Form method="post" className="mt-4">
              <SendButton tone="danger">{words.undo}</SendButton>
            </Form>
          </Card>
          <TouchedPeople touched={touched} counts={counts} />
        </>
      )}
    </>
  );
}
