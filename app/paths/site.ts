import { type Coded, type Id, withQuery } from "./address.ts";

type ListQuery = { q?: string; kind?: string; state?: string; sort?: string; on?: string };
type ListFormat = "csv" | "xlsx" | "json" | "popolo.json";

/** Whose meetings a feed tells of: an agency's, a province's, or the whole country's. */
type FeedOf = { agency?: string; province?: string };

const feedOf = ({ agency, province }: FeedOf) => {
  if (agency) return `/agencies/${agency}`;
  return province ? `/provinces/${province}` : "";
};

/** What anybody may read, and what the links of letters open. */
export const site = {
  home: (query: { q?: string; on?: string } = {}) => withQuery("/", query),
  area: (area: { era: "2004" | "2025"; code: string }, on?: string, known?: string) =>
    withQuery(area.era === "2025" ? `/areas/${area.code}` : `/former-areas/${area.code}`, {
      on,
      known,
    }),
  agency: ({ id }: Id, on?: string, known?: string) => withQuery(`/agencies/${id}`, { on, known }),
  provinceLists: () => "/provinces",
  provinceList: ({ code }: Coded, query: ListQuery = {}) =>
    withQuery(`/provinces/${code}/spokespersons`, query),
  provinceListFile: ({ code }: Coded, format: ListFormat, query: ListQuery = {}) =>
    withQuery(`/provinces/${code}/spokespersons.${format}`, query),
  provinceChanges: ({ code }: Coded, query: { before?: string } = {}) =>
    withQuery(`/provinces/${code}/changes`, query),
  provinceFeed: ({ code }: Coded) => `/provinces/${code}/changes.atom`,
  openness: ({ code }: Coded, query: { year?: string } = {}) =>
    withQuery(`/provinces/${code}/openness`, query),
  contact: (speaker: { id: string; agencyId: string }) =>
    `/agencies/${speaker.agencyId}/speakers/${speaker.id}/contact.vcf`,
  contactCode: (speaker: { id: string; agencyId: string }) =>
    `/agencies/${speaker.agencyId}/speakers/${speaker.id}/contact.svg`,
  sitemap: () => "/sitemap.xml",
  sitemapPart: (part: string) => `/sitemaps/${part}.xml`,
  meetings: (query: { when?: string; province?: string; agency?: string; on?: string } = {}) =>
    withQuery("/meetings", query),
  meeting: ({ id }: Id) => `/meetings/${id}`,
  meetingFile: ({ id }: Id, file: Id) => `/meetings/${id}/files/${file.id}`,
  guestFile: ({ token }: { token: string }, file: Id) => `/invitations/${token}/files/${file.id}`,
  meetingCalendar: ({ id }: Id) => `/meetings/${id}/calendar.ics`,
  meetingFeed: (of: FeedOf, format: "ics" | "atom") => `${feedOf(of)}/meetings.${format}`,
  journalistCalendar: ({ token }: { token: string }) => `/calendars/${token}/invitations.ics`,
  calendarOpening: ({ token }: { token: string }) => `/invitations/${token}/calendar-address`,
  calendarClosing: ({ token }: { token: string }) =>
    `/invitations/${token}/calendar-address/removal`,
  reply: ({ token }: { token: string }) => `/invitations/${token}`,
  replyCalendar: ({ token }: { token: string }) => `/invitations/${token}/calendar.ics`,
  replyAsked: ({ token }: { token: string }, asked: string) =>
    `${withQuery(`/invitations/${token}`, { asked })}#questions`,
  questionsAhead: ({ token }: { token: string }) => `/invitations/${token}/questions`,
  questionBack: ({ token }: { token: string }, { id }: Id) =>
    `/invitations/${token}/questions/${id}/withdrawal`,
  unsubscribe: ({ token }: { token: string }) => `/unsubscribe/${token}`,
  resubscription: ({ token }: { token: string }) => `/unsubscribe/${token}/undo`,
  confirmation: ({ token }: { token: string }) => `/confirmations/${token}`,
  wrongContact: ({ id }: Id, query: { entry?: string; received?: string } = {}) =>
    withQuery(`/agencies/${id}/wrong-contact`, query),
  agencyChanges: ({ id }: Id, query: { before?: string } = {}) =>
    withQuery(`/agencies/${id}/changes`, query),
  areaWrongContact: ({ code }: { code: string }) => `/areas/${code}/wrong-contact`,
  document: ({ id, name }: Id & { name: string }) => `/documents/${id}/${encodeURIComponent(name)}`,
  corrections: (query: { agency?: string; province?: string; page?: string } = {}) =>
    withQuery("/corrections", query),
  statement: ({ id }: Id) => `/statements/${id}`,
  statements: (query: { province?: string; kind?: string } = {}) => withQuery("/statements", query),
  statementFile: ({ id }: Id, file: Id) => `/statements/${id}/files/${file.id}`,
  receipt: ({ id }: Id) => `/statements/${id}/receipt`,
  receiptFile: ({ id }: Id, format: "json" | "sig" | "pdf") =>
    `/statements/${id}/receipt.${format}`,
  comparison: ({ id }: Id) => `/statements/${id}/comparison`,
  receipts: () => "/receipts",
  receiptKey: (key?: Id) => (key ? `/receipts/keys/${key.id}.pem` : "/receipts/key.pem"),
  errata: (query: { province?: string } = {}) => withQuery("/errata", query),
  agencyStatements: ({ id }: Id) => `/agencies/${id}/statements`,
  statementFeed: (province: Coded | null) =>
    province ? `/provinces/${province.code}/statements.atom` : "/statements.atom",
  ask: ({ id }: Id, query: { sent?: string } = {}) => withQuery(`/agencies/${id}/ask`, query),
  questionCheck: ({ token }: { token: string }) => `/question-checks/${token}`,
  asked: ({ token }: { token: string }) => `/asked/${token}`,
  askedConfirmation: ({ token }: { token: string }) => `/asked/${token}/confirmation`,
  askedDispute: ({ token }: { token: string }) => `/asked/${token}/dispute`,
  askedWithdrawal: ({ token }: { token: string }) => `/asked/${token}/withdrawal`,
  askedRelease: ({ token }: { token: string }) => `/asked/${token}/release`,
  askedPaper: ({ token }: { token: string }, answer: Id) =>
    `/asked/${token}/answers/${answer.id}.docx`,
  queryTask: ({ token }: { token: string }) => `/query-tasks/${token}`,
  query: ({ id }: Id) => `/queries/${id}`,
  agencyQueries: ({ id }: Id) => `/agencies/${id}/queries`,
  agencyQueryFeed: ({ id }: Id) => `/agencies/${id}/queries.atom`,
  display: () => "/display",
  about: () => "/about",
  openData: () => "/api",
  embed: (
    query: {
      q?: string;
      area?: string;
      agency?: string;
      lang?: string;
      theme?: string;
      as?: string;
    } = {},
  ) => withQuery("/embed", query),
  embeddedArea: (code: string, query: { theme?: string } = {}) =>
    withQuery(`/embed/areas/${code}`, query),
  embeddedAgency: (id: string, query: { theme?: string } = {}) =>
    withQuery(`/embed/agencies/${id}`, query),
  widget: () => "/widget.js",
  signIn: (returnTo?: string) => withQuery("/sign-in", { returnTo }),
  signOut: () => "/sign-out",
};
