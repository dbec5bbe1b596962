import type { Beat } from "#app/domain/press/beat.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Day, Row } from "#db/tables.ts";
import { AddressBadge } from "./address-trouble.tsx";
import { Credentials } from "./credential.tsx";
import { EmailText } from "./email.tsx";
import { LinkTo } from "./link.tsx";
import { type Column, Table } from "./table.tsx";

export type ShownJournalist = Omit<Row<"journalist">, "token"> & {
  outletName: string | null;
  beats: Beat[];
};

/** Journalists as rows; with boxes to tick when they are to be chosen for something. */
export function JournalistTable({
  caption,
  journalists,
  today,
  choosing,
}: {
  caption: string;
  journalists: ShownJournalist[];
  today: Day;
  /** Which of them may be ticked; all, unless said. */
  choosing?: { head: string; may?: (journalist: ShownJournalist) => boolean; instead?: string };
}) {
  const words = useMessages().press;
  const columns: Column<ShownJournalist>[] = [
    {
      head: words.fields.name,
      names: true,
      cell: (one) => (
        <>
          <LinkTo to={paths.desk.journalist(one)} className="font-semibold">
            {one.name}
          </LinkTo>
          <span className="flex flex-wrap gap-x-3 text-sm text-soft">
            <EmailText email={one.email} />
            {one.phone && <span className="whitespace-nowrap">{one.phone}</span>}
          </span>
          <AddressBadge bouncedAt={one.bouncedAt} />
        </>
      ),
    },
    { head: words.fields.outlet, cell: ({ outletName }) => outletName },
    {
      head: words.journalists.beats,
      cell: ({ beats }) => beats.map((beat) => words.beats[beat]).join("; "),
    },
    { head: words.journalists.language, cell: ({ language }) => words.languages[language] },
    {
      head: words.journalists.papers,
      cell: (one) => <Credentials journalist={one} today={today} />,
    },
  ];
  const tick: Column<ShownJournalist> = {
    head: choosing?.head ?? "",
    cell: (one) =>
      choosing?.may?.(one) === false ? (
        <span className="text-sm text-soft">{choosing.instead}</span>
      ) : (
        <label className="inline-flex min-h-9 min-w-9 items-center justify-center">
          <span className="sr-only">{words.list.chooseOne(one.name)}</span>
          <input
            type="checkbox"
            name="journalist"
            value={one.id}
            className="size-5 accent-accent"
          />
        </label>
      ),
  };
  return (
    <Table
      caption={caption}
      rows={journalists}
      keyOf={({ id }) => id}
      columns={choosing ? [tick, ...columns] : columns}
    />
  );
}
