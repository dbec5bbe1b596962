import { accounts } from "./vi/accounts.ts";
import { agencies } from "./vi/agencies.ts";
import { answers } from "./vi/answers.ts";
import { areas } from "./vi/areas.ts";
import { asking } from "./vi/asking.ts";
import { attendance } from "./vi/attendance.ts";
import { audit } from "./vi/audit.ts";
import { calendars } from "./vi/calendars.ts";
import { changes } from "./vi/changes.ts";
import { common } from "./vi/common.ts";
import { compliance } from "./vi/compliance.ts";
import { confirmations } from "./vi/confirmations.ts";
import { contactReports } from "./vi/contact-reports.ts";
import { corrections } from "./vi/corrections.ts";
import { delegations } from "./vi/delegations.ts";
import { desk } from "./vi/desk.ts";
import { documents } from "./vi/documents.ts";
import { duties } from "./vi/duties.ts";
import { errata } from "./vi/errata.ts";
import { formerUnits } from "./vi/former-units.ts";
import { imports } from "./vi/imports.ts";
import { inbound } from "./vi/inbound.ts";
import { incidents } from "./vi/incidents.ts";
import { invitations } from "./vi/invitations.ts";
import { letterLanguage } from "./vi/letter-language.ts";
import { letters } from "./vi/letters.ts";
import { linesToTake } from "./vi/lines-to-take.ts";
import { listQuestions } from "./vi/list-questions.ts";
import { mail } from "./vi/mail.ts";
import { mailTrouble } from "./vi/mail-trouble.ts";
import { meetingRooms } from "./vi/meeting-rooms.ts";
import { meetings } from "./vi/meetings.ts";
import { notices } from "./vi/notices.ts";
import { offices } from "./vi/offices.ts";
import { openData } from "./vi/open-data.ts";
import { papers } from "./vi/papers.ts";
import { policies } from "./vi/policies.ts";
import { portal } from "./vi/portal.ts";
import { press } from "./vi/press.ts";
import { pressAreas } from "./vi/press-areas.ts";
import { pressCalendar } from "./vi/press-calendar.ts";
import { pressCorrections } from "./vi/press-corrections.ts";
import { pressDuty } from "./vi/press-duty.ts";
import { pressToDo } from "./vi/press-to-do.ts";
import { publishing } from "./vi/publishing.ts";
import { queries } from "./vi/queries.ts";
import { queryDesk } from "./vi/query-desk.ts";
import { queryFeed } from "./vi/query-feed.ts";
import { queryLetters } from "./vi/query-letters.ts";
import { queryMail } from "./vi/query-mail.ts";
import { queryTasks } from "./vi/query-tasks.ts";
import { questions } from "./vi/questions.ts";
import { receipts } from "./vi/receipts.ts";
import { register } from "./vi/register.ts";
import { reminders } from "./vi/reminders.ts";
import { reports } from "./vi/reports.ts";
import { retention } from "./vi/retention.ts";
import { search } from "./vi/search.ts";
import { series } from "./vi/series.ts";
import { site } from "./vi/site.ts";
import { spokespersons } from "./vi/spokespersons.ts";
import { spreadsheets } from "./vi/spreadsheets.ts";
import { statementDesk } from "./vi/statement-desk.ts";
import { statements } from "./vi/statements.ts";

/** The words of the house, room by room. */
export const vi = {
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
