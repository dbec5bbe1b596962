import type { Kysely, Selectable } from "kysely";
import type { AccountsTables } from "./tables/accounts.ts";
import type { AgenciesTables } from "./tables/agencies.ts";
import type { AreasTables } from "./tables/areas.ts";
import type { CorrectionsTables } from "./tables/corrections.ts";
import type { IncidentsTables } from "./tables/incidents.ts";
import type { InvitationsTables } from "./tables/invitations.ts";
import type { KeepingTables } from "./tables/keeping.ts";
import type { MailTables } from "./tables/mail.ts";
import type { MeetingsTables } from "./tables/meetings.ts";
import type { PoliciesTables } from "./tables/policies.ts";
import type { PortalTables } from "./tables/portal.ts";
import type { PressTables } from "./tables/press.ts";
import type { QueriesTables } from "./tables/queries.ts";
import type { ReportsTables } from "./tables/reports.ts";
import type { SpokespersonsTables } from "./tables/spokespersons.ts";
import type { StatementsTables } from "./tables/statements.ts";
import type { TheDayTables } from "./tables/the-day.ts";

export type { Day, Language, Moment } from "./tables/values.ts";

/** The data, room by room: each has a page of its own. */
export interface Tables
  extends AreasTables,
    AgenciesTables,
    PoliciesTables,
    AccountsTables,
    SpokespersonsTables,
    PressTables,
    MeetingsTables,
    InvitationsTables,
    TheDayTables,
    IncidentsTables,
    StatementsTables,
    MailTables,
    QueriesTables,
    CorrectionsTables,
    PortalTables,
    ReportsTables,
    KeepingTables {}

export type Db = Kysely<Tables>;
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
