import type { PublicStatement } from "#app/domain/statements/public.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "./agency-name.ts";
import { Badge } from "./badge.tsx";
import { LinkTo } from "./link.tsx";
import { SpeakerLine } from "./statement-text.tsx";
import { TimeText } from "./time.tsx";

/** What agencies have said, newest first, each in its own language, with what became of it. */
export function StatementList({
  statements,
  ofSeveral,
}: {
  statements: PublicStatement[];
  /** Of several agencies: each is named. */
  ofSeveral?: boolean;
}) {
  const { statements: words } = useMessages();
  const agencyName = useAgencyName();
  return (
    <ul>
      {statements.map((statement) => (
        <li key={statement.id} className="border-b border-line py-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
            <span>
              <TimeText at={statement.publishedAt} /> · {words.kinds[statement.kind]}
            </span>
            <StandingBadge statement={statement} />
          </p>
          <h2 className="text-xl wrap-anywhere" lang={statement.language}>
            <LinkTo to={paths.statement(statement)}>{statement.title}</LinkTo>
          </h2>
          {ofSeveral && <p>{agencyName(statement)}</p>}
          <p className={ofSeveral ? "text-soft" : undefined}>
            <SpeakerLine statement={statement} />
          </p>
        </li>
      ))}
    </ul>
  );
}

type Standing = Pick<PublicStatement, "retractedAt" | "correctedById" | "correctsId">;

/** Whether a published text was taken back, put right, or puts another right; nothing of most. */
export function StandingBadge({ statement }: { statement: Standing }) {
  const { site } = useMessages().statementDesk;
  if (statement.retractedAt) return <Badge tone="late">{site.retracted}</Badge>;
  if (statement.correctedById) return <Badge tone="late">{site.corrected}</Badge>;
  return statement.correctsId ? <Badge tone="done">{site.correction}</Badge> : null;
}
