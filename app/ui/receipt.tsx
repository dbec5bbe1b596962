import type { ReceiptContent } from "#app/domain/receipts/receipt.ts";
import { useLocalised, useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "./button.tsx";
import { Card, Facts } from "./card.tsx";
import { CodeBlock } from "./code-block.tsx";
import { PlainArea } from "./plain-field.tsx";
import { TimeText } from "./time.tsx";

/** How anybody checks a receipt with what their computer has. */
export const OPENSSL =
  "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in receipt.json -sigfile receipt.sig";

/** What a receipt says, for people. */
export function ReceiptFacts({ said }: { said: ReceiptContent }) {
  const words = useMessages().receipts.fields;
  const number = useNumber();
  const { speaker } = said;
  return (
    <>
      <Facts
        facts={[
          [words.title, <strong key="title">{said.title}</strong>],
          [words.kind, said.kind],
          [words.agency, said.agency.name],
          [words.agreedBy, said.agreedBy.join("; ")],
          [words.speaker, `${speaker.name}, ${speaker.position}`],
          [words.capacity, speaker.capacity],
          [words.basis, speaker.basis],
          [words.publishedAt, <TimeText key="at" at={said.publishedAt} long />],
          [
            words.corrects,
            said.corrects && (
              <a key="corrects" href={said.corrects} className="break-all">
                {said.corrects}
              </a>
            ),
          ],
          [words.reason, said.reason],
        ]}
      />
      {said.attachments.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-lg">{words.attachments}</h3>
          <ul className="grid gap-2">
            {said.attachments.map(({ name, bytes, sha256 }) => (
              <li key={sha256} className="wrap-anywhere">
                {name} ({number(bytes)} B)
                <code className="block text-sm break-all">{sha256}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-4 mb-1 text-lg">{words.text}</h3>
      <p lang={said.language} className="max-w-[70ch] whitespace-pre-line wrap-anywhere">
        {said.text}
      </p>
    </>
  );
}

/** The command by which anybody checks the receipt alone. */
export function SelfCheck() {
  const words = useMessages().receipts.self;
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-[70ch]">{words.lead}</p>
      <CodeBlock code={OPENSSL} what={words.command} />
      <p className="mt-3 max-w-[70ch]">{words.good}</p>
      <p className="mt-2 max-w-[70ch] text-soft">{words.pinned}</p>
    </Card>
  );
}

/** A text to be compared with the signed one. */
export function CompareForm({
  statement,
  pasted,
  problem,
}: {
  statement: { id: string };
  pasted?: string;
  problem?: string;
}) {
  const words = useMessages().receipts.compare;
  const to = useLocalised();
  return (
    <form method="post" action={to(paths.comparison(statement))} className="grid gap-3">
      <PlainArea
        name="text"
        label={words.field}
        hint={words.lead}
        problem={problem}
        defaultValue={pasted}
        rows={8}
        required
      />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </form>
  );
}
