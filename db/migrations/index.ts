import * as first from "./2026-11-24-first.ts";
import * as registry from "./2026-11-28-registry.ts";
import * as search from "./2026-11-28-search.ts";
import * as spokespersonImports from "./2026-11-28-spokesperson-imports.ts";
import * as upkeep from "./2026-11-28-upkeep.ts";
import * as whatChanges from "./2026-11-28-what-changes.ts";
import * as meetingLife from "./2026-11-29-meeting-life.ts";
import * as meetingNotices from "./2026-11-29-meeting-notices.ts";
import * as meetingProgramme from "./2026-11-29-meeting-programme.ts";
import * as pastCommittees from "./2026-11-29-past-committees.ts";
import * as series from "./2026-11-29-series.ts";
import * as stamps from "./2026-11-29-stamps.ts";
import * as statements from "./2026-11-29-statements.ts";
import * as theDay from "./2026-11-29-the-day.ts";
import * as addresses from "./2026-11-30-addresses.ts";
import * as answers from "./2026-11-30-answers.ts";
import * as consent from "./2026-11-30-consent.ts";
import * as inbound from "./2026-11-30-inbound.ts";
import * as letters from "./2026-11-30-letters.ts";
import * as papers from "./2026-11-30-papers.ts";
import * as reminders from "./2026-11-30-reminders.ts";
import * as pressQueries from "./2026-12-01-press-queries.ts";
import * as correctionCases from "./2026-12-02-correction-cases.ts";
import * as portal from "./2026-12-02-portal.ts";
import * as queryDesk from "./2026-12-02-query-desk.ts";
import * as reports from "./2026-12-02-reports.ts";
import * as statementsOfEveryKind from "./2026-12-02-statements.ts";
import * as lettersToAgencies from "./2026-12-03-letters-to-agencies.ts";
import * as quietLetters from "./2026-12-03-quiet-letters.ts";
import * as accountLanguage from "./2026-12-04-account-language.ts";
import * as forwardedQueries from "./2026-12-04-forwarded-queries.ts";
import * as repeatedLetters from "./2026-12-04-repeated-letters.ts";

/**
 * In order, which is that of their names: Kysely goes by those. A migration is frozen once it has run
 * anywhere: it imports nothing from the app.
 */
export const migrations = {
  "2026-11-24-first": first,
  "2026-11-28-registry": registry,
  "2026-11-28-search": search,
  "2026-11-28-spokesperson-imports": spokespersonImports,
  "2026-11-28-upkeep": upkeep,
  "2026-11-28-what-changes": whatChanges,
  "2026-11-29-meeting-life": meetingLife,
  "2026-11-29-meeting-notices": meetingNotices,
  "2026-11-29-meeting-programme": meetingProgramme,
  "2026-11-29-past-committees": pastCommittees,
  "2026-11-29-series": series,
  "2026-11-29-stamps": stamps,
  "2026-11-29-statements": statements,
  "2026-11-29-the-day": theDay,
  "2026-11-30-addresses": addresses,
  "2026-11-30-answers": answers,
  "2026-11-30-consent": consent,
  "2026-11-30-inbound": inbound,
  "2026-11-30-letters": letters,
  "2026-11-30-papers": papers,
  "2026-11-30-reminders": reminders,
  "2026-12-01-press-queries": pressQueries,
  "2026-12-02-correction-cases": correctionCases,
  "2026-12-02-portal": portal,
  "2026-12-02-query-desk": queryDesk,
  "2026-12-02-reports": reports,
  "2026-12-02-statements": statementsOfEveryKind,
  "2026-12-03-letters-to-agencies": lettersToAgencies,
  "2026-12-03-quiet-letters": quietLetters,
  "2026-12-04-account-language": accountLanguage,
  "2026-12-04-forwarded-queries": forwardedQueries,
  "2026-12-04-repeated-letters": repeatedLetters,
};
