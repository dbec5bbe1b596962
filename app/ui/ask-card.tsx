import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";

/** Where a journalist asks an agency, and where its answers stand. */
export function AskCard({ agency }: { agency: { id: string } }) {
  const words = useMessages().asking;
  return (
    <div className="print:hidden">
      <Card title={words.ask}>
        <p className="mb-4 text-soft">{words.askLead}</p>
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <ButtonLink to={paths.ask(agency)}>{words.title}</ButtonLink>
          <LinkTo to={paths.agencyQueries(agency)} className="py-2">
            {words.public.list}
          </LinkTo>
        </p>
      </Card>
    </div>
  );
}
