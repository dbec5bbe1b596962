import type { offices as vietnamese } from "../vi/offices.ts";

export const offices: typeof vietnamese = {
  title: "Accounts of agencies that are no more",
  lead: "The agencies of these officers were closed, and not exactly one agency goes on with their work. Please give each account the agency that the officer works for from now on.",
  officer: "Officer",
  former: "Former agency",
  closedSince: (day) => `last day ${day}`,
  fresh: "New agency",
  choose: "Choose an agency",
  submit: "Give",
  done: (name, agency) => `${name} now works for ${agency}.`,
  problems: {
    "not-stranded": "This account has an agency.",
    "out-of-reach": "Please choose an agency of the province.",
    "agency-closed": "This agency is closed. Please choose another one.",
  },
  followed: "Officers who came along with the work:",
  moves:
    "Officers' accounts: with one successor, the officers work for it from that day on; with several or none, the province gives each an agency.",
  paper: "The paper (published with the agency's page)",
  noMore: "Closed",
  basis: (basis) => `Basis: ${basis}.`,
};
