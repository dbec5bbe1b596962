import { passText } from "#app/domain/invitations/entry-pass.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Card } from "./card.tsx";

/** What an invited journalist shows at the door. */
export function EntryPass({
  pass,
  substitute,
}: {
  pass: { code: string; picture: string };
  substitute: string | null;
}) {
  const words = useMessages().attendance.pass;
  return (
    <Card title={words.title}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <figure className="shrink-0 rounded-md border border-line bg-[#fff] p-2 text-center text-[#000]">
          <img src={pass.picture} alt={words.picture} width="160" height="160" />
          <figcaption className="font-mono text-lg">
            <span className="sr-only">{words.code}: </span>
            {passText(pass.code)}
          </figcaption>
        </figure>
        <div className="min-w-0 flex-1 basis-60">
          {substitute && <p className="mb-2 font-semibold">{words.substitute(substitute)}</p>}
          <p className="mb-2">{words.lead}</p>
          <p className="text-sm text-soft">{words.harmless}</p>
        </div>
      </div>
    </Card>
  );
}
