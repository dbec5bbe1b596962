import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { listReceiptKeys } from "#app/domain/receipts/receipt-key.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { CodeBlock } from "#app/ui/code-block.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { PageTitle } from "#app/ui/page-title.tsx";
import { OPENSSL } from "#app/ui/receipt.tsx";

export async function loader() {
  return { keys: await listReceiptKeys(db) };
}

export const meta: MetaFunction = ({ location, matches }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.receipts.keys.title} · ${words.common.product}` },
    { name: "description", content: words.receipts.keys.lead },
    canonical({ location, matches }),
  ];
};

export default function Receipts() {
  const { keys } = useLoaderData<typeof loader>();
  const words = useMessages().receipts;
  const to = useLocalised();
  return (
    <>
      <PageTitle lead={words.keys.lead}>{words.keys.title}</PageTitle>
      {keys.map(({ id, pem, firstUsedAt }, place) => (
        <Card
          key={id}
          title={<span className="font-mono">{id}</span>}
          actions={<a href={to(paths.receiptKey({ id }))}>{words.keys.download}</a>}
        >
          <p className="mb-3 flex flex-wrap items-center gap-3 text-soft">
            <Badge tone={place === 0 ? "done" : "plain"}>
              {place === 0 ? words.keys.current : words.keys.former}
            </Badge>
            {firstUsedAt ? words.keys.since(shortTime(firstUsedAt)) : words.keys.unused}
          </p>
          <CodeBlock code={pem.trim()} what={words.fields.key} />
        </Card>
      ))}
      <Card title={words.keys.how}>
        <p className="mb-3 max-w-[70ch]">{words.keys.howText}</p>
        <CodeBlock code={OPENSSL} what={words.self.command} />
      </Card>
    </>
  );
}
