import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { COMMAND_LINE } from "#app/domain/audit/entry.ts";
import { findImportFor } from "#app/domain/spokespersons/import-list.server.ts";
import { undoingOf } from "#app/domain/spokespersons/import-undoing.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { useJustEntered } from "#app/ui/import-progress.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";
import { TouchedCounts, TouchedPeople } from "#app/ui/touched-people.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const whole = (await findImportFor(db, officer, params.import ?? "")) ?? notFound();
  const undoing = whole.undoneAt ? null : await undoingOf(db, whole);
  return { whole, undoing };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  const { fileName = "" } = data?.whole ?? {};
  return [{ title: `${fileName || words.imports.pasted} · ${words.common.product}` }];
};

export default function SpokespersonImportDone() {
  const { whole, undoing } = useLoaderData<typeof loader>();
  const { imports: words, spokespersons } = useMessages();
  const isJustEntered = useJustEntered();
  const number = useNumber();
  const { importedBy, importedByName, undoneAt, undoneByName } = whole;
  const by = importedBy === COMMAND_LINE.id ? words.commandLine : (importedByName ?? importedBy);
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersonImports()}>{words.title}</LinkTo>}
        actions={
          !undoneAt && (
            <ButtonLink to={paths.desk.spokespersonImportUndo(whole)}>{words.undo}</ButtonLink>
          )
        }
      >
        {whole.fileName || words.pasted}
      </PageTitle>
      {isJustEntered && !undoneAt && (
        <Notice tone="success">{spokespersons.import.done(number(whole.rows))}</Notice>
      )}
      {undoneAt && (
        <Notice>{words.undoneOn(shortTime(undoneAt), undoneByName ?? words.commandLine)}</Notice>
      )}
      <Card>
        <Facts
          facts={[
            [words.importedAt, <TimeText key="at" at={whole.importedAt} />],
            [words.by, by],
            [words.rows, number(whole.rows)],
            [words.did, undoing && <TouchedCounts key="did" counts={undoing.counts} />],
          ]}
        />
      </Card>
      {undoing && <TouchedPeople {...undoing} />}
    </>
  );
}
