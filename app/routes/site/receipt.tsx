import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { readReceipt } from "#app/domain/receipts/receipt.ts";
import { findReceipt } from "#app/domain/receipts/receipts.server.ts";
import { findPublicStatement } from "#app/domain/statements/public.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card, Facts } from "#app/ui/card.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { CompareForm, ReceiptFacts, SelfCheck } from "#app/ui/receipt.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const found = (await findPublicStatement(db, params.statement ?? "")) ?? notFound();
  const receipt = await findReceipt(db, found.statement.id);
  const { id, title, language } = found.statement;
  const said = receipt && readReceipt(receipt.content);
  return {
    statement: { id, title, language },
    said: said ?? null,
    signed: receipt && {
      sha256: receipt.sha256,
      keyId: receipt.keyId,
      signature: receipt.signature,
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location, matches }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    {
      title: `${words.receipts.title}: ${data?.statement.title ?? ""} · ${words.common.product}`,
    },
    canonical({ location, matches }),
  ];
};

export default function ReceiptPage() {
  const { statement, said, signed } = useLoaderData<typeof loader>();
  const words = useMessages().receipts;
  const to = useLocalised();
  return (
    <>
      <PageTitle
        above={
          <>
            {words.of}{" "}
            <LinkTo to={paths.statement(statement)} lang={statement.language}>
              {statement.title}
            </LinkTo>
          </>
        }
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      {!said || !signed ? (
        <Notice>{words.none}</Notice>
      ) : (
        <>
          <Card title={words.signed}>
            <ReceiptFacts said={said} />
            <div className="mt-5 border-t border-line pt-4">
              <Facts
                facts={[
                  [words.fields.sha256, <Code key="hash">{signed.sha256}</Code>],
                  [
                    words.fields.key,
                    <LinkTo key="key" to={paths.receipts()}>
                      <code>{signed.keyId}</code>
                    </LinkTo>,
                  ],
                  [words.fields.signature, <Code key="signature">{signed.signature}</Code>],
                ]}
              />
              <ul className="print:hidden mt-4 flex flex-wrap gap-x-6 gap-y-2">
                {(["json", "sig", "pdf"] as const).map((format) => (
                  <li key={format}>
                    <a href={to(paths.receiptFile(statement, format))} className="py-1">
                      {words.files[format]}
                    </a>
                  </li>
                ))}
                <li>
                  <a href={to(paths.receiptKey({ id: signed.keyId }))} className="py-1">
                    {words.files.pem}
                  </a>
                </li>
              </ul>
            </div>
          </Card>
          <SelfCheck />
          <Card title={words.compare.title} id="compare">
            <CompareForm statement={statement} />
          </Card>
        </>
      )}
    </>
  );
}

function Code({ children }: { children: string }) {
  return <code className="text-sm break-all">{children}</code>;
}
