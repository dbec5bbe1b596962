import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { readReceipt } from "#app/domain/receipts/receipt.ts";
import { findReceipt } from "#app/domain/receipts/receipts.server.ts";
import { compareWith, LONGEST_PASTED } from "#app/domain/statements/comparison.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { CompareForm } from "#app/ui/receipt.tsx";
import { TextDifference } from "#app/ui/text-difference.tsx";

async function signedText(id: string | undefined) {
  const receipt = (await findReceipt(db, id ?? "")) ?? notFound();
  const said = readReceipt(receipt.content) ?? notFound();
  return { id: receipt.statementId, title: said.title, language: said.language, text: said.text };
}

export async function loader({ params }: LoaderFunctionArgs) {
  const { id, title, language } = await signedText(params.statement);
  return { statement: { id, title, language } };
}

/** Compares and forgets: nothing of what was pasted is kept. */
export async function action({ params, request }: ActionFunctionArgs) {
  const signed = await signedText(params.statement);
  const pasted = String((await request.formData()).get("text") ?? "");
  const words = messagesFor(request).receipts.compare;
  if (pasted.trim() === "")
    return data({ pasted: "", problem: words.empty, compared: null }, { status: 400 });
  if (pasted.length > LONGEST_PASTED)
    return data({ pasted: "", problem: words.tooLong, compared: null }, { status: 413 });
  return data({ pasted, problem: null, compared: compareWith(signed.text, pasted) });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.receipts.compare.title} · ${words.common.product}` },
    { name: "robots", content: "noindex" },
  ];
};

export default function Comparison() {
  const { statement } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useMessages().receipts;
  const says = words.compare;
  const compared = answer?.compared;
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.receipt(statement)} lang={statement.language}>
            {statement.title}
          </LinkTo>
        }
      >
        {says.title}
      </PageTitle>
      {compared && (
        <>
          <Notice tone={compared.result === "differs" ? "warning" : "success"}>
            {compared.result === "differs" ? says.differs(compared.places) : says[compared.result]}
          </Notice>
          {compared.hidden.length > 0 && (
            <Notice tone="warning">{says.hidden(compared.hidden.join(", "))}</Notice>
          )}
          {compared.stretches.length > 0 && (
            <Card>
              <TextDifference stretches={compared.stretches} language={statement.language} />
            </Card>
          )}
        </>
      )}
      <Card title={compared ? says.again : says.title}>
        <CompareForm
          statement={statement}
          pasted={answer?.pasted}
          problem={answer?.problem ?? undefined}
        />
      </Card>
    </>
  );
}
