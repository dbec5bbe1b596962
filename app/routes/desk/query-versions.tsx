import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { draftsOf } from "#app/domain/queries/drafts.server.ts";
import { type Stretch, wordDifference } from "#app/domain/statements/text-difference.ts";
import { requireOwnQuery } from "#app/http/own-query.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PlainSelect } from "#app/ui/plain-field.tsx";
import { QueryStep } from "#app/ui/query-step.tsx";
import { TimeText } from "#app/ui/time.tsx";

const Compared = z.object({
  before: z.coerce.number().int().catch(0),
  after: z.coerce.number().int().catch(0),
});

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { query, named } = await requireOwnQuery(request, params);
  const drafts = await draftsOf(db, query);
  const asked = Compared.parse(Object.fromEntries(new URL(request.url).searchParams));
  const find = (version: number) => drafts.find((draft) => draft.version === version);
  const after = find(asked.after) ?? drafts.at(-1);
  const before = find(asked.before) ?? drafts.at(-2) ?? drafts.at(0);
  return {
    query: named,
    drafts: drafts.map(({ version, text, savedAt, byName }) => ({
      ...{ version, text, savedAt, byName },
    })),
    compared:
      drafts.length > 1 && before && after
        ? {
            ...{ before: before.version, after: after.version },
            stretches: wordDifference(before.text, after.text),
          }
        : null,
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.versions.title} · ${words.common.product}` }];
};

export default function QueryVersions() {
  const { query, drafts, compared } = useLoaderData<typeof loader>();
  const says = useMessages().queryDesk.versions;
  const options = drafts.map(({ version }) => ({
    value: String(version),
    label: says.version(version),
  }));
  return (
    <QueryStep query={query} title={says.title}>
      {drafts.length === 0 && <Empty title={says.empty} />}
      {compared && (
        <Card title={says.compare}>
          <Form method="get" className="mb-4 flex flex-wrap items-end gap-3">
            <PlainSelect
              name="before"
              label={says.before}
              options={options}
              value={String(compared.before)}
            />
            <PlainSelect
              name="after"
              label={says.after}
              options={options}
              value={String(compared.after)}
            />
            <Button tone="plain">{says.submit}</Button>
          </Form>
          <Differences stretches={compared.stretches} />
        </Card>
      )}
      {drafts.toReversed().map(({ version, text, savedAt, byName }) => (
        <Card key={version} title={says.version(version)}>
          <p className="mb-2 text-sm text-soft">
            {byName} · <TimeText at={savedAt} />
          </p>
          <p className="whitespace-pre-line wrap-anywhere">{text}</p>
        </Card>
      ))}
    </QueryStep>
  );
}

/** What differs, told apart by more than colour, and to screen readers too. */
function Differences({ stretches }: { stretches: Stretch[] }) {
  const says = useMessages().queryDesk.versions;
  if (stretches.every(({ kind }) => kind === "same"))
    return <p className="text-soft">{says.same}</p>;
  return (
    <>
      <p className="mb-2 text-sm text-soft">{says.legend}</p>
      <p className="whitespace-pre-line wrap-anywhere">
        {stretches.map(({ text, kind }, place) => {
          const key = `${place} ${kind}`;
          if (kind === "gone")
            return (
              <del key={key} className="bg-late-wash text-late">
                {text}
              </del>
            );
          if (kind === "new")
            return (
              <ins key={key} className="bg-done-wash text-done underline">
                {text}
              </ins>
            );
          return <span key={key}>{text}</span>;
        })}
      </p>
    </>
  );
}
