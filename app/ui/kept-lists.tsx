import { useEffect, useState } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";

/** A guest list that the door's page keeps on this device. */
interface KeptList {
  meeting: string;
  page?: string;
  guests: number;
  unsent: number; // arrivals taken down without a network
  isOld: boolean;
}

interface Store {
  keptLists(): Promise<KeptList[]>;
  clearList(list: KeptList, how?: { unsentToo: boolean }): Promise<void>;
}

const STORE = "/check-in-store.js";
const openStore = (): Promise<Store> => import(/* @vite-ignore */ STORE);

/** Begun once a page: what is told of the lists waits for it, since looking into a list just removed would make it anew. */
let clearing: Promise<KeptList[]> | undefined;
const clearOldOnce = () => {
  clearing ??= clearOld();
  return clearing;
};

/** Takes guest lists of meetings long over off this device, whichever page of the desk is opened, and says so. */
export function OldLists() {
  const words = useMessages().desk.keptLists;
  const [cleared, setCleared] = useState<KeptList[]>([]);
  useEffect(() => {
    void clearOldOnce().then(setCleared, () => {});
  }, []);
  const unsent = cleared.reduce((sum, list) => sum + list.unsent, 0);
  return (
    <div role="status">
      {cleared.length > 0 && (
        <Notice>
          {words.cleared(cleared.length)}{" "}
          {unsent > 0 && (
            <>
              {words.unsent(unsent)} <LinkTo to={paths.desk.account()}>{words.toAccount}</LinkTo>
            </>
          )}
        </Notice>
      )}
    </div>
  );
}

async function clearOld(): Promise<KeptList[]> {
  // A device that keeps nothing at all need not load what would look into it.
  const bases = "indexedDB" in window ? await indexedDB.databases?.() : [];
  if (bases?.length === 0) return [];
  const { keptLists, clearList } = await openStore();
  const old = (await keptLists()).filter(
    ({ isOld, guests, unsent }) => isOld && (guests || !unsent),
  );
  for (const list of old) await clearList(list);
  return old;
}

/** What the door's page keeps on this device, with a button that clears it; nothing where nothing is kept. */
export function ListsOnDevice() {
  const words = useMessages().desk.keptLists;
  const [lists, setLists] = useState<KeptList[]>();
  const [isCleared, setCleared] = useState(false);
  useEffect(() => {
    void clearOldOnce()
      .then(openStore, openStore)
      .then(({ keptLists }) => keptLists())
      .then(setLists, () => {});
  }, []);
  const clear = async () => {
    const { clearList } = await openStore();
    for (const list of lists ?? []) await clearList(list, { unsentToo: true });
    setLists([]);
    setCleared(true);
  };
  const unsent = lists?.reduce((sum, list) => sum + list.unsent, 0) ?? 0;
  if (!isCleared && (!lists || lists.length === 0)) return null;
  return (
    <Card title={words.title}>
      {isCleared ? (
        <p role="status">{words.nothing}</p>
      ) : (
        <>
          <p className="mb-4 max-w-[70ch]">
            {words.lead(lists?.length ?? 0)} {unsent > 0 && words.losing(unsent)}
          </p>
          <Button type="button" tone="danger" onClick={clear}>
            {words.clear}
          </Button>
        </>
      )}
    </Card>
  );
}
