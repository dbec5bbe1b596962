import type { pressToDo as original } from "../vi/press-to-do.ts";

const many = (n: string, one: string, more: string) => `${n} ${n === "1" ? one : more}`;

export const pressToDo: typeof original = {
  refused: "Not published as scheduled",
  signOffs: "Texts that wait for an agency's yes",
  by: (agency) => `drafted by ${agency}`,
  accreditations: "Accreditation",
  open: (n) => many(n, "request to be decided", "requests to be decided"),
  objected: (n) => many(n, "objection to be answered", "objections to be answered"),
  dataRequests: "Personal data",
  requests: (n) =>
    many(
      n,
      "journalist's request to be answered or carried out",
      "journalists' requests to be answered or carried out",
    ),
};
