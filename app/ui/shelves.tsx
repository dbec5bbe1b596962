import type { ReactNode } from "react";
import { Empty } from "./empty.tsx";
import { PageTitle } from "./page-title.tsx";
import { type Tab, Tabs } from "./tabs.tsx";

/** A list in shelves: what it is, its shelves side by side, and what stands on the open one, or that nothing does. */
export function Shelves({
  title,
  lead,
  tabs,
  empty,
  children,
}: {
  title: string;
  lead: string;
  tabs: Tab[];
  empty: string | false;
  children: ReactNode;
}) {
  return (
    <>
      <PageTitle lead={lead}>{title}</PageTitle>
      <div className="mb-3">
        <Tabs label={title} tabs={tabs} />
      </div>
      {empty ? <Empty title={empty} /> : children}
    </>
  );
}
