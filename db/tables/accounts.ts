import type { Generated } from "kysely";
import type { Language, Moment } from "./values.ts";

/** Someone who works for the press desk and signs in. The agency decides what is theirs to see. */
interface Account {
  id: string;
  email: string;
  name: string;
  role: "administrator" | "officer";
  agencyId: string | null; // null only for an administrator
  passwordHash: string;
  createdAt: Moment;
  closedAt: Moment | null;
  language: Generated<Language>; // of the letters that the office writes to them
}

/** A signed-in browser. Only a hash of its token is kept; deleting the row signs it out. */
interface Session {
  tokenHash: string;
  accountId: string;
  beganAt: Moment;
  seenAt: Moment;
  expiresAt: Moment;
  userAgent: string;
}

/** Everything the office can be asked about later, one line for each deed. */
interface Audit {
  id: string;
  at: Moment;
  by: string;
  byName: string;
  act: string;
  about: string;
  agencyId: string | null;
  particulars: string; // JSON
}

export interface AccountsTables {
  account: Account;
  session: Session;
  audit: Audit;
}
