import type { Evidence, Indicator, Standing } from "#app/domain/reports/annual.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { LinkTo } from "./link.tsx";
import { Table } from "./table.tsx";
import { DayText, TimeText } from "./time.tsx";

const TONES: Partial<Record<Standing, BadgeTone>> = {
  ...{ held: "done", told: "done", answered: "done", partly: "done", spoken: "done" },
  ...{ on_time: "done", feedback: "done" },
  ...{ late: "late", overdue: "late", unspoken: "late", no_feedback: "late" },
  ...{ unrecorded: "due", open: "due", no_clock: "due", after: "due" },
  ...{ coming: "calm", running: "calm" },
};

/** The things behind one figure, each led to, with what became of it and whether it counts. */
export function EvidenceTable({
  caption,
  indicator,
  evidence,
  names,
  own,
}: {
  caption: string;
  indicator: Indicator;
  evidence: Evidence[];
  names: Record<string, { name: string; nameEn: string }>;
  /** The reader's own agency: what only a unit in charge may open is led to for it alone. */
  own: string | null;
}) {
  const words = useMessages().reports;
  const { name } = useNames();
  return (
    <Table
      caption={caption}
      rows={evidence}
      keyOf={({ id }) => id}
      columns={[
        {
          head: words.behind.thing,
          names: true,
          cell: (one) => <Thing indicator={indicator} evidence={one} own={own} />,
        },
        {
          head: words.readiness.agency,
          cell: ({ agencyId }) => {
            const agency = names[agencyId];
            return agency ? name(agency) : agencyId;
          },
        },
        {
          head: words.behind.at,
          cell: ({ at }) => (at.length > 10 ? <TimeText at={at} /> : <DayText day={at} />),
        },
        {
          head: words.behind.standing,
          cell: ({ standing }) => <Badge tone={TONES[standing]}>{words.standings[standing]}</Badge>,
        },
        {
          head: words.behind.counts,
          cell: ({ counts }) => (counts ? words.behind.yes : words.behind.no),
        },
      ]}
    />
  );
}

function Thing({
  indicator,
  evidence: { id, title, agencyId },
  own,
}: {
  indicator: Indicator;
  evidence: Evidence;
  own: string | null;
}) {
  const words = useMessages().reports.behind;
  const to = {
    1: () => paths.desk.meeting({ id }),
    3: () => paths.desk.query({ id }),
    2: () => paths.desk.appearances({ agency: agencyId === own ? undefined : agencyId }),
    4: () => paths.desk.incident({ id }),
    5: () => paths.desk.incident({ id }),
    6: () => paths.desk.correctionCase({ id }),
  }[indicator];
  return (
    <LinkTo many to={to()} className="wrap-anywhere">
      {indicator === 3 ? words.query(title) : title}
    </LinkTo>
  );
}
