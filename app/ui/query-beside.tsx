import type { DeskPage } from "#app/domain/queries/desk-page.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";
import { StageBadge } from "./mail-state.tsx";
import { TimeText } from "./time.tsx";

/** Until when question and answer are the asker's alone, and what may be done about that. */
export function QueryScoop({
  whole: { query, scoop },
}: {
  whole: Pick<DeskPage, "scoop"> & { query: { id: string } };
}) {
  const says = useMessages().queries.page;
  const { opensAt, isOpen, keptBack, never } = scoop;
  return (
    <Card title={says.scoop}>
      {keptBack !== null ? (
        <p className="wrap-anywhere">{says.keptBack(keptBack)}</p>
      ) : never ? (
        <p className="text-soft">{says.scoopNever}</p>
      ) : isOpen ? (
        <p>
          {says.scoopOpen} <LinkTo to={paths.query(query)}>{says.publicPage}</LinkTo>
        </p>
      ) : opensAt ? (
        <p>{says.scoopUntil(shortTime(opensAt))}</p>
      ) : (
        <p className="text-soft">{says.scoopBefore}</p>
      )}
      {opensAt && keptBack === null && (
        <p className="mt-3 flex flex-wrap gap-2">
          {!isOpen && <ButtonLink to={paths.desk.queryOpening(query)}>{says.open}</ButtonLink>}
          <ButtonLink to={paths.desk.queryKeepingBack(query)}>{says.keepBack}</ButtonLink>
        </p>
      )}
    </Card>
  );
}

/** Lines to take that are close to the question. */
export function LinesNear({ whole: { near } }: { whole: Pick<DeskPage, "near"> }) {
  const says = useMessages().queries.page;
  if (near.length === 0) return null;
  return (
    <Card title={says.near}>
      <ul className="grid gap-3">
        {near.map(({ id, topic, answer }) => (
          <li key={id}>
            <LinkTo to={paths.desk.line({ id })}>{topic}</LinkTo>
            <span className="line-clamp-3 text-sm text-soft">{answer}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The letters that were sent about it. */
export function QueryLetters({ whole: { letters } }: { whole: Pick<DeskPage, "letters"> }) {
  const { queries, mail } = useMessages();
  const says = queries.page;
  return (
    <Card title={says.letters}>
      {letters.length === 0 && <p className="text-soft">{says.noLetters}</p>}
      <ul className="grid gap-3">
        {letters.map(({ id, kind, to, stage, postedAt, problem }) => (
          <li key={id}>
            <span className="flex flex-wrap items-center gap-2">
              {mail.kinds[kind]} <StageBadge stage={stage} />
            </span>
            <span className="block text-sm text-soft wrap-anywhere">
              {to} · <TimeText at={postedAt} />
            </span>
            {problem && stage !== "sent" && (
              <span className="block text-sm text-late">{mail.serverSaid(problem)}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
