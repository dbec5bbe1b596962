import type { listOpenPromises } from "#app/domain/questions/promises.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { useNames } from "./area-name.ts";
import { CountdownBadge } from "./countdown.tsx";
import { LinkTo } from "./link.tsx";
import { TimeText } from "./time.tsx";

type Promised = Awaited<ReturnType<typeof listOpenPromises>>[number];

/** A question that an answer is owed to: what, whose it is to answer, and by when. */
export function PromiseLine({ promise, at }: { promise: Promised; at: Moment }) {
  const words = useMessages().questions.promise;
  const { name } = useNames();
  return (
    <>
      <LinkTo to={paths.desk.promise(promise)} className="line-clamp-3">
        {promise.text}
      </LinkTo>
      <p>
        {promise.owner} · {name({ name: promise.agencyName, nameEn: promise.agencyNameEn })}
      </p>
      {promise.due ? (
        <CountdownBadge due={promise.due} now={at} />
      ) : (
        <p className="text-due">
          {words.dueAt}: <TimeText at={promise.dueAt} />
        </p>
      )}
    </>
  );
}
