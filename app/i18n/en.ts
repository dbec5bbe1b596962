import { accounts } from "./en/accounts.ts";
import { agencies } from "./en/agencies.ts";
import { areas } from "./en/areas.ts";
import { audit } from "./en/audit.ts";
import { changes } from "./en/changes.ts";
import { common } from "./en/common.ts";
import { compliance } from "./en/compliance.ts";
import { confirmations } from "./en/confirmations.ts";
import { contactReports } from "./en/contact-reports.ts";
import { desk } from "./en/desk.ts";
import { documents } from "./en/documents.ts";
import { duties } from "./en/duties.ts";
import { imports } from "./en/imports.ts";
import { incidents } from "./en/incidents.ts";
import { invitations } from "./en/invitations.ts";
import { mail } from "./en/mail.ts";
import { meetings } from "./en/meetings.ts";
import { notices } from "./en/notices.ts";
import { openData } from "./en/open-data.ts";
import { policies } from "./en/policies.ts";
import { press } from "./en/press.ts";
import { publishing } from "./en/publishing.ts";
import { register } from "./en/register.ts";
import { search } from "./en/search.ts";
import { site } from "./en/site.ts";
import { spokespersons } from "./en/spokespersons.ts";
import { spreadsheets } from "./en/spreadsheets.ts";
import { statements } from "./en/statements.ts";
import type { Messages } from "./messages.ts";

/** Complete, or it does not compile. */
export const en: Messages = {
  accounts,
  agencies,
  areas,
  audit,
  changes,
  common,
  confirmations,
  contactReports,
  compliance,
  desk,
  duties,
  imports,
  incidents,
  documents,
  invitations,
  mail,
  meetings,
  notices,
  openData,
  policies,
  press,
  publishing,
  search,
  register,
  site,
  spokespersons,
  spreadsheets,
  statements,
};
