import type { Ending } from "#app/domain/spokespersons/endings.server.ts";
import { shortWhen } from "#app/domain/spokespersons/speaker.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { LinkTo } from "./link.tsx";

/** Somebody whose authority to speak ends soon. */
export function EndingLine({ ending }: { ending: Ending }) {
  const words = useMessages();
  const { name } = useNames();
  return (
    <>
      <LinkTo to={paths.desk.agency({ id: ending.agencyId })}>
        {name({ name: ending.agencyName, nameEn: ending.agencyNameEn })}
      </LinkTo>
      <p>{words.desk.home.ending(ending.name, shortWhen(ending.until))}</p>
      <p className="text-soft">{ending.matter ?? words.spokespersons.capacity[ending.capacity]}</p>
    </>
  );
}
