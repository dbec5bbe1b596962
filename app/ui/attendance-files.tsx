import { Download } from "lucide-react";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonAnchor } from "./button.tsx";
import { Card } from "./card.tsx";

/** A meeting's lists to keep: the office's own, and the one for the province, which names nobody. */
export function AttendanceFiles({ meeting }: { meeting: { id: string } }) {
  const words = useMessages().attendance.sheet;
  const to = useLocalised();
  const lists = [
    { name: words.people, path: paths.desk.attendanceSheet },
    { name: words.outlets, path: paths.desk.attendanceOutlets },
  ];
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-[75ch] text-soft">{words.lead}</p>
      <div className="flex flex-wrap gap-2">
        {lists.flatMap(({ name, path }) =>
          (["xlsx", "csv"] as const).map((format) => (
            <ButtonAnchor key={`${name} ${format}`} href={to(path(meeting, format))} download>
              <Download aria-hidden="true" className="size-4" />
              {name} ({format.toUpperCase()})
            </ButtonAnchor>
          )),
        )}
      </div>
    </Card>
  );
}
