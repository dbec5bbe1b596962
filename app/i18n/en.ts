import { accounts } from "./en/accounts.ts";
import { agencies } from "./en/agencies.ts";
import { answers } from "./en/answers.ts";
import { areas } from "./en/areas.ts";
import { asking } from "./en/asking.ts";
import { attendance } from "./en/attendance.ts";
import { audit } from "./en/audit.ts";
import { calendars } from "./en/calendars.ts";
import { changes } from "./en/changes.ts";
import { common } from "./en/common.ts";
import { compliance } from "./en/compliance.ts";
import { confirmations } from "./en/confirmations.ts";
import { contactReports } from "./en/contact-reports.ts";
import { corrections } from "./en/corrections.ts";
import { delegations } from "./en/delegations.ts";
import { desk } from "./en/desk.ts";
import { documents } from "./en/documents.ts";
import { duties } from "./en/duties.ts";
import { errata } from "./en/errata.ts";
import { formerUnits } from "./en/former-units.ts";
import { imports } from "./en/imports.ts";
import { inbound } from "./en/inbound.ts";
import { incidents } from "./en/incidents.ts";
import { invitations } from "./en/invitations.ts";
import { letterLanguage } from "./en/letter-language.ts";
import { letters } from "./en/letters.ts";
import { linesToTake } from "./en/lines-to-take.ts";
import { listQuestions } from "./en/list-questions.ts";
import { mail } from "./en/mail.ts";
import { mailTrouble } from "./en/mail-trouble.ts";
import { meetingRooms } from "./en/meeting-rooms.ts";
import { meetings } from "./en/meetings.ts";
import { notices } from "./en/notices.ts";
import { offices } from "./en/offices.ts";
import { openData } from "./en/open-data.ts";
import { papers } from "./en/papers.ts";
import { policies } from "./en/policies.ts";
import { portal } from "./en/portal.ts";
import { press } from "./en/press.ts";
import { pressAreas } from "./en/press-areas.ts";
import { pressCalendar } from "./en/press-calendar.ts";
import { pressCorrections } from "./en/press-corrections.ts";
import { pressDuty } from "./en/press-duty.ts";
import { pressToDo } from "./en/press-to-do.ts";
import { publishing } from "./en/publishing.ts";
import { queries } from "./en/queries.ts";
import { queryDesk } from "./en/query-desk.ts";
import { queryFeed } from "./en/query-feed.ts";
import { queryLetters } from "./en/query-letters.ts";
import { queryMail } from "./en/query-mail.ts";
import { queryTasks } from "./en/query-tasks.ts";
import { questions } from "./en/questions.ts";
import { receipts } from "./en/receipts.ts";
import { register } from "./en/register.ts";
import { reminders } from "./en/reminders.ts";
import { reports } from "./en/reports.ts";
import { retention } from "./en/retention.ts";
import { search } from "./en/search.ts";
import { series } from "./en/series.ts";
import { site } from "./en/site.ts";
import { spokespersons } from "./en/spokespersons.ts";
import { spreadsheets } from "./en/spreadsheets.ts";
import { statementDesk } from "./en/statement-desk.ts";
import { statements } from "./en/statements.ts";
import type { Messages } from "./messages.ts";

/** Complete, or it does not compile. */
export const en: Messages = {
  accounts,
  agencies,
  answers,
  areas,
  asking,
  attendance,
  audit,
  calendars,
  changes,
  common,
  confirmations,
  contactReports,
  compliance,
  corrections,
  delegations,
  desk,
  formerUnits,
  duties,
  errata,
  imports,
  inbound,
  incidents,
  documents,
  invitations,
  letterLanguage,
  letters,
  linesToTake,
  listQuestions,
  mail,
  mailTrouble,
  meetingRooms,
  meetings,
  offices,
  notices,
  openData,
  papers,
  policies,
  portal,
  press,
  pressAreas,
  pressCalendar,
  pressCorrections,
  publishing,
  search,
  pressDuty,
  pressToDo,
  queries,
  queryFeed,
  queryMail,
  queryDesk,
  queryLetters,
  queryTasks,
  questions,
  receipts,
  register,
  reports,
  retention,
  reminders,
  series,
  site,
  spokespersons,
  spreadsheets,
  statementDesk,
  statements,
};
