import { type Id, type InProvince, withQuery } from "./address.ts";

type OfAgency = { agency?: string }; // whose report: an officer's own unless another is named

/** The rest of the desk: reports, what is kept of people, mail, the log, the account. */
export const office = {
  reports: (query: { period?: string; agency?: string; province?: string } = {}) =>
    withQuery("/desk/reports", query),
  reportFigures: (
    format: "csv" | "xlsx",
    query: { period?: string; agency?: string; province?: string } = {},
  ) => withQuery(`/desk/reports/figures/${format}`, query),
  annualReports: () => "/desk/reports/annual",
  annualReport: (year: number, query: { agency?: string; only?: string } = {}) =>
    withQuery(`/desk/reports/annual/${year}`, query),
  annualIndicator: (
    year: number,
    indicator: number,
    query: { agency?: string; of?: string; only?: string } = {},
  ) => withQuery(`/desk/reports/annual/${year}/indicators/${indicator}`, query),
  annualText: (year: number, query: OfAgency = {}) =>
    withQuery(`/desk/reports/annual/${year}/text`, query),
  annualStart: (year: number, query: OfAgency = {}) =>
    withQuery(`/desk/reports/annual/${year}/start`, query),
  annualSending: (year: number, query: OfAgency = {}) =>
    withQuery(`/desk/reports/annual/${year}/sending`, query),
  annualVersion: (year: number, version: number, query: OfAgency = {}) =>
    withQuery(`/desk/reports/annual/${year}/versions/${version}`, query),
  annualPaper: (
    year: number,
    format: "docx" | "pdf",
    query: OfAgency & { version?: string } = {},
  ) => withQuery(`/desk/reports/annual/${year}/report.${format}`, query),
  appearances: (query: { agency?: string; year?: string } = {}) =>
    withQuery("/desk/reports/appearances", query),
  appearanceRemoval: ({ id }: Id) => `/desk/reports/appearances/${id}/removal`,
  retention: (query: InProvince = {}) => withQuery("/desk/retention", query),
  accreditations: (query: { shelf?: string } = {}) => withQuery("/desk/accreditations", query),
  accreditationNew: ({ id }: Id) => `/desk/journalists/${id}/accreditation`,
  accreditation: ({ id }: Id) => `/desk/accreditations/${id}`,
  accreditationDecision: ({ id }: Id) => `/desk/accreditations/${id}/decision`,
  accreditationApproval: ({ id }: Id) => `/desk/accreditations/${id}/approval`,
  accreditationReview: ({ id }: Id) => `/desk/accreditations/${id}/review`,
  dataRequests: (query: { shelf?: string } = {}) => withQuery("/desk/data-requests", query),
  dataRequest: ({ id }: Id) => `/desk/data-requests/${id}`,
  dataAnswer: ({ id }: Id) => `/desk/data-requests/${id}/answer`,
  dataExecution: ({ id }: Id) => `/desk/data-requests/${id}/execution`,
  outbox: (query: { shelf?: string } = {}) => withQuery("/desk/outbox", query),
  inbound: (query: { shelf?: string } = {}) => withQuery("/desk/inbound", query),
  inboundMail: ({ id }: Id) => `/desk/inbound/${id}`,
  inboundAnswer: ({ id }: Id) => `/desk/inbound/${id}/answer`,
  inboundQuery: ({ id }: Id) => `/desk/inbound/${id}/query`,
  inboundDismissal: ({ id }: Id) => `/desk/inbound/${id}/dismissal`,
  inboundRaw: ({ id }: Id) => `/desk/inbound/${id}/message.eml`,
  mailbox: () => "/desk/mailbox",
  received: ({ id }: Id) => `/desk/mailbox/${id}`,
  receivedLetter: ({ id }: Id) => `/desk/mailbox/${id}/letter`,
  receivedRaw: ({ id }: Id) => `/desk/mailbox/${id}/message.eml`,
  receivedCalendar: ({ id }: Id) => `/desk/mailbox/${id}/invite.ics`,
  audit: (query: { q?: string } = {}) => withQuery("/desk/audit", query),
  account: () => "/desk/account",
  letterLanguage: () => "/desk/account/letters",
  sessionEnd: ({ id }: Id) => `/desk/account/sessions/${id}/end`,
};
