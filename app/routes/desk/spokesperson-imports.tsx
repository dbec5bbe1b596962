import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { COMMAND_LINE } from "#app/domain/audit/entry.ts";
import { listImportsFor } from "#app/domain/spokespersons/import-list.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const words = messagesIn(languageOf(new URL(request.url).pathname));
  const imports = await listImportsFor(db, officer);
  const nameOf = (id: string | null, name: string | null) =>
    id === COMMAND_LINE.id ? words.imports.commandLine : (name ?? id ?? "");
  return {
    imports: imports.map((one) => ({ ...one, by: nameOf(one.importedBy, one.importedByName) })),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.imports.title} · ${words.common.product}` }];
};

export default function SpokespersonImports() {
  const { imports } = useLoaderData<typeof loader>();
  const { imports: words, spokespersons } = useMessages();
  const number = useNumber();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersons()}>{spokespersons.registry.title}</LinkTo>}
        lead={words.lead}
        actions={
          <ButtonLink to={paths.desk.spokespersonImport()}>
            {spokespersons.registry.import}
          </ButtonLink>
        }
      >
        {words.title}
      </PageTitle>
      {imports.length === 0 ? (
        <Empty title={words.none}>
          <LinkTo to={paths.desk.spokespersonImport()}>{spokespersons.registry.import}</LinkTo>
        </Empty>
      ) : (
        <Table
          caption={words.title}
          rows={imports}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.file,
              names: true,
              cell: (one) => (
                <LinkTo to={paths.desk.spokespersonImportDone(one)} className="font-semibold">
                  {one.fileName || words.pasted}
                </LinkTo>
              ),
            },
            { head: words.rows, numeric: true, cell: ({ rows }) => number(rows) },
            { head: words.importedAt, cell: ({ importedAt }) => <TimeText at={importedAt} /> },
            { head: words.by, cell: ({ by }) => by },
            {
              head: words.state,
              cell: ({ undoneAt }) =>
                undoneAt ? (
                  <Badge>{words.undone}</Badge>
                ) : (
                  <Badge tone="done">{words.standing}</Badge>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
