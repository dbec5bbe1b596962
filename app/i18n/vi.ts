import { accounts } from "./vi/accounts.ts";
import { agencies } from "./vi/agencies.ts";
import { areas } from "./vi/areas.ts";
import { attendance } from "./vi/attendance.ts";
import { audit } from "./vi/audit.ts";
import { changes } from "./vi/changes.ts";
import { common } from "./vi/common.ts";
import { compliance } from "./vi/compliance.ts";
import { confirmations } from "./vi/confirmations.ts";
import { contactReports } from "./vi/contact-reports.ts";
import { desk } from "./vi/desk.ts";
import { documents } from "./vi/documents.ts";
import { imports } from "./vi/imports.ts";
import { invitations } from "./vi/invitations.ts";
import { mail } from "./vi/mail.ts";
import { meetings } from "./vi/meetings.ts";
import { openData } from "./vi/open-data.ts";
import { policies } from "./vi/policies.ts";
import { press } from "./vi/press.ts";
import { publishing } from "./vi/publishing.ts";
import { questions } from "./vi/questions.ts";
import { register } from "./vi/register.ts";
import { search } from "./vi/search.ts";
import { site } from "./vi/site.ts";
import { spokespersons } from "./vi/spokespersons.ts";
import { spreadsheets } from "./vi/spreadsheets.ts";

/** The words of the house, room by room. */
export const vi = {
  accounts,
  agencies,
  areas,
  attendance,
  audit,
  changes,
  common,
  confirmations,
  contactReports,
  compliance,
  desk,
  imports,
  documents,
  invitations,
  mail,
  meetings,
  openData,
  policies,
  press,
  publishing,
  search,
  questions,
  register,
  site,
  spokespersons,
  spreadsheets,
};
