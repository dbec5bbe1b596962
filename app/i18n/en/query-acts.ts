import { shortTime } from "../dates.ts";
import { choices } from "./policies.ts";

interface Numbered {
  number: string;
}
type Version = Numbered & { version: number };

const CHANNELS: Record<string, string> = {
  portal: "the journalist's room",
  area_page: "the public page",
  mail: "e-mail",
  call: "telephone",
  paper: "a paper",
};

/** What is done with press queries, for the log. */
export const queryActs = {
  "query.received": ({ number, channel }: Numbered & { channel: string }) =>
    `Received query ${number} by ${CHANNELS[channel] ?? channel}.`,
  "query.taken": ({ number }: Numbered) => `Took query ${number} in hand.`,
  "query.assigned": ({ number, unit, officer }: Numbered & { unit: string; officer: string }) =>
    `Assigned query ${number}: ${[unit, officer].filter(Boolean).join(", ") || "nobody in charge yet"}.`,
  "query.promised": ({ number, dueAt }: Numbered & { dueAt: string }) =>
    `Promised an answer to query ${number} by ${shortTime(dueAt)}.`,
  "query.held": ({ number }: Numbered) => `Sent a holding answer to query ${number}.`,
  "query.drafted": ({ number, version }: Version) =>
    `Saved version ${version} of the answer to query ${number}.`,
  "query.lock-taken-over": ({ number, from }: Numbered & { from: string }) =>
    `Took the draft for query ${number} over from ${from}.`,
  "query.signatures-asked": ({ number, version, names }: Version & { names: string[] }) =>
    `Laid version ${version} for query ${number} before: ${names.join(" → ")}.`,
  "query.signed": ({ number, version, name }: Version & { name: string }) =>
    `${name} approved version ${version} for query ${number}.`,
  "query.returned": ({ number, version, name }: Version & { name: string }) =>
    `${name} sent version ${version} for query ${number} back.`,
  "query.unit-asked": ({ number, unit }: Numbered & { unit: string }) =>
    `Asked ${unit} for information on query ${number}.`,
  "query.unit-answered": ({ number, unit }: Numbered & { unit: string }) =>
    `${unit} supplied information on query ${number}.`,
  "query.unit-released": ({ number, unit }: Numbered & { unit: string }) =>
    `Took back what ${unit} was asked on query ${number}.`,
  "query.concluded": ({ number, concludedAt }: Numbered & { concludedAt: string }) =>
    `Noted the conclusion of case ${number}: ${shortTime(concludedAt)}.`,
  "query.answered": ({ number, outcome }: Numbered & { outcome: "answered" | "partly" }) =>
    outcome === "partly" ? `Answered query ${number} in part.` : `Answered query ${number}.`,
  "query.refused": ({ number, ground }: Numbered & { ground: string }) =>
    `Refused to answer query ${number}. Ground: ${choices[ground] ?? ground}.`,
  "query.withdrawn": ({ number }: Numbered) => `The asker withdrew query ${number}.`,
  "query.forwarded": ({ number, to }: Numbered & { to: string }) =>
    `Forwarded query ${number} to ${to}.`,
  "query.moved": ({ number, from, to }: Numbered & { from: string; to: string }) =>
    `A query of ${from} went over to ${to}; its number is ${number} now.`,
  "query.confirmed": ({ number }: Numbered) => `The asker confirmed that ${number} is answered.`,
  "query.disputed": ({ number }: Numbered) =>
    `The asker says that ${number} is not answered; reopened.`,
  "query.released": ({ number }: Numbered) => `The asker let query ${number} be public.`,
  "query.opened": ({ number, agreed }: Numbered & { agreed: string }) =>
    `Made query ${number} public early. The asker agreed: ${agreed}.`,
  "query.kept-back": ({ number }: Numbered) => `Kept query ${number} off the public record.`,
  "line.written": ({ topic }: { topic: string }) => `Wrote the line to take “${topic}”.`,
  "line.changed": ({ topic }: { topic: string }) => `Changed the line to take “${topic}”.`,
  "line.archived": ({ topic }: { topic: string }) => `Laid the line to take “${topic}” aside.`,
};
