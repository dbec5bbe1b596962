import type { pressingQueries } from "#app/domain/queries/pressing.server.ts";
import type { listRefusedSchedules } from "#app/domain/statements/schedule.server.ts";
import type { listSignOffsFor } from "#app/domain/statements/sign-offs.server.ts";
import type { StatementRefusal } from "#app/domain/statements/statement.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { useNames } from "./area-name.ts";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";
import { HouseClock, LawClock, UrgencyBadge } from "./query-clocks.tsx";

export interface PressToDoList {
  pressing: Awaited<ReturnType<typeof pressingQueries>>;
  refused: Awaited<ReturnType<typeof listRefusedSchedules>>;
  signOffs: Awaited<ReturnType<typeof listSignOffsFor>>;
  accreditations: { open: number; objected: number };
  dataRequests: number;
}

/** Whether nothing of the press's affairs waits for anybody here. */
export const isNothing = (list: PressToDoList) =>
  list.pressing.counts.open + list.refused.length + list.signOffs.length === 0 &&
  list.accreditations.open + list.accreditations.objected + list.dataRequests === 0;

/** What the press and its texts want of an officer today; what is in order is not mentioned. */
export function PressToDo({ list, at }: { list: PressToDoList; at: Moment }) {
  const { pressToDo: words, queries, statements } = useMessages();
  const { name } = useNames();
  const number = useNumber();
  const { pressing, refused, signOffs, accreditations, dataRequests } = list;
  return (
    <>
      {pressing.counts.open > 0 && (
        <Card title={queries.title}>
          <ul className="grid gap-3">
            {pressing.queries.map((query) => (
              <li key={query.id}>
                <LinkTo to={paths.desk.query(query)} className="wrap-anywhere">
                  {query.number} · {query.title}
                </LinkTo>
                <p className="flex flex-wrap items-center gap-2">
                  <UrgencyBadge urgency={query.urgency} />
                  {query.clocks.statutory ? (
                    <LawClock clocks={query.clocks} query={query} now={at} />
                  ) : (
                    <HouseClock clocks={query.clocks} query={query} now={at} />
                  )}
                </p>
              </li>
            ))}
            <li>
              <LinkTo to={paths.desk.queries()}>
                {queries.list.counts(pressing.counts.open, pressing.counts.late)}
              </LinkTo>
            </li>
          </ul>
        </Card>
      )}
      {refused.length > 0 && (
        <Card title={words.refused}>
          <ul className="grid gap-3">
            {refused.map(({ id, title, scheduleProblem, agencyName, agencyNameEn }) => (
              <li key={id}>
                <LinkTo to={paths.desk.statement({ id })}>{title}</LinkTo>
                <span className="block text-soft">
                  {name({ name: agencyName, nameEn: agencyNameEn })}
                </span>
                <p className="text-late">
                  {statements.refusals[scheduleProblem as StatementRefusal]}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {signOffs.length > 0 && (
        <Card title={words.signOffs}>
          <ul className="grid gap-3">
            {signOffs.map(({ id, title, agencyName, agencyNameEn }) => (
              <li key={id}>
                <LinkTo to={paths.desk.signOff({ id })}>{title}</LinkTo>
                <span className="block text-soft">
                  {words.by(name({ name: agencyName, nameEn: agencyNameEn }))}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {accreditations.open + accreditations.objected > 0 && (
        <Card title={words.accreditations}>
          {accreditations.open > 0 && (
            <p>
              <LinkTo to={paths.desk.accreditations()}>
                {words.open(number(accreditations.open))}
              </LinkTo>
            </p>
          )}
          {accreditations.objected > 0 && (
            <p>
              <LinkTo to={paths.desk.accreditations({ shelf: "objected" })}>
                {words.objected(number(accreditations.objected))}
              </LinkTo>
            </p>
          )}
        </Card>
      )}
      {dataRequests > 0 && (
        <Card title={words.dataRequests}>
          <LinkTo to={paths.desk.dataRequests()}>{words.requests(number(dataRequests))}</LinkTo>
        </Card>
      )}
    </>
  );
}
