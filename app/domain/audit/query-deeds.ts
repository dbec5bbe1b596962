import type { Moment } from "#db/tables.ts";

type Numbered = { number: string };

/** What is done with press queries. The log is read in the province too: it names numbers, never what was asked or by whom. */
export type QueryDeed =
  | { act: "query.received"; particulars: Numbered & { channel: string } }
  | { act: "query.taken"; particulars: Numbered }
  | { act: "query.assigned"; particulars: Numbered & { unit: string; officer: string } }
  | { act: "query.promised"; particulars: Numbered & { dueAt: Moment } }
  | { act: "query.held"; particulars: Numbered }
  | { act: "query.drafted"; particulars: Numbered & { version: number } }
  | { act: "query.lock-taken-over"; particulars: Numbered & { from: string } }
  | {
      act: "query.signatures-asked";
      particulars: Numbered & { version: number; names: string[] };
    }
  | { act: "query.signed"; particulars: Numbered & { version: number; name: string } }
  | { act: "query.returned"; particulars: Numbered & { version: number; name: string } }
  | { act: "query.unit-asked"; particulars: Numbered & { unit: string } }
  | { act: "query.unit-answered"; particulars: Numbered & { unit: string } }
  | { act: "query.unit-released"; particulars: Numbered & { unit: string } }
  | { act: "query.concluded"; particulars: Numbered & { concludedAt: Moment } }
  | { act: "query.answered"; particulars: Numbered & { outcome: "answered" | "partly" } }
  | { act: "query.refused"; particulars: Numbered & { ground: string } }
  | { act: "query.withdrawn"; particulars: Numbered }
  | { act: "query.forwarded"; particulars: Numbered & { to: string } }
  | { act: "query.moved"; particulars: Numbered & { from: string; to: string } }
  | { act: "query.confirmed"; particulars: Numbered }
  | { act: "query.disputed"; particulars: Numbered }
  | { act: "query.released"; particulars: Numbered }
  | { act: "query.opened"; particulars: Numbered & { agreed: string } }
  | { act: "query.kept-back"; particulars: Numbered }
  | { act: "line.written"; particulars: { topic: string } }
  | { act: "line.changed"; particulars: { topic: string } }
  | { act: "line.archived"; particulars: { topic: string } };
