type Id = { id: string };
type Coded = { code: string };
type ListQuery = { q?: string; kind?: string; state?: string; sort?: string; on?: string };
type ListFormat = "csv" | "xlsx" | "json" | "popolo.json";
type InProvince = { province?: string }; // whose books: an administrator's choice

type OfAgency = { agency?: string }; // whose report: an officer's own unless another is named

/** Whose meetings a feed tells of: an agency's, a province's, or the whole country's. */
type FeedOf = { agency?: string; province?: string };

const feedOf = ({ agency, province }: FeedOf) => {
  if (agency) return `/agencies/${agency}`;
  return province ? `/provinces/${province}` : "";
};

const withQuery = (path: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
};

/** Every address of the house as a function, without its language (see `localised`). */
export const paths = {
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
  portal: {
    home: (query: { done?: string } = {}) => withQuery("/portal", query),
    signIn: (query: { sent?: string } = {}) => withQuery("/portal/sign-in", query),
    link: ({ token }: { token: string }) => `/portal/links/${token}`,
    fromInvitation: ({ token }: { token: string }) => `/invitations/${token}/portal`,
    proof: (query: { sent?: string } = {}) => withQuery("/portal/proof", query),
    signOut: () => "/portal/sign-out",
    profile: ({ id }: Id, query: { done?: string } = {}) =>
      withQuery(`/portal/records/${id}`, query),
    foreign: ({ id }: Id) => `/portal/records/${id}/foreign-press`,
    address: () => "/portal/address",
    consent: ({ id }: Id) => `/portal/records/${id}/consent`,
    withdrawal: ({ id }: Id) => `/portal/records/${id}/consent/withdrawal`,
    calendar: ({ id }: Id) => `/portal/records/${id}/calendar`,
    calendarClosing: ({ id }: Id) => `/portal/records/${id}/calendar/removal`,
    erasure: ({ id }: Id) => `/portal/records/${id}/erasure`,
    correction: ({ id }: Id) => `/portal/records/${id}/correction`,
    invitations: () => "/portal/invitations",
    questions: (query: { done?: string } = {}) => withQuery("/portal/questions", query),
    questionNew: () => "/portal/questions/new",
    accreditations: (query: { done?: string } = {}) => withQuery("/portal/accreditations", query),
    accreditationNew: () => "/portal/accreditations/new",
    accreditation: ({ id }: Id, query: { done?: string } = {}) =>
      withQuery(`/portal/accreditations/${id}`, query),
    objection: ({ id }: Id) => `/portal/accreditations/${id}/objection`,
    data: (query: { done?: string } = {}) => withQuery("/portal/data", query),
    dataFile: () => "/portal/data.json",
    sessionEnd: ({ id }: Id) => `/portal/sessions/${id}/end`,
  },
  signIn: (returnTo?: string) => withQuery("/sign-in", { returnTo }),
  signOut: () => "/sign-out",
  api: {
    lookup: (q?: string) => withQuery("/api/v1/lookup", { q }),
    area: (code: string, query: { era?: string; on?: string } = {}) =>
      withQuery(`/api/v1/areas/${code}`, query),
    document: () => "/api/v1/openapi.json",
  },
  desk: {
    home: () => "/desk",
    spokespersons: (query: { q?: string; status?: string } = {}) =>
      withQuery("/desk/spokespersons", query),
    spokespersonImport: () => "/desk/spokespersons/import",
    spokespersonImportEntry: () => "/desk/spokespersons/import/entry",
    spokespersonImportProblems: () => "/desk/spokespersons/import/problems",
    spokespersonImports: () => "/desk/spokespersons/imports",
    spokespersonImportDone: ({ id }: Id) => `/desk/spokespersons/imports/${id}`,
    spokespersonImportUndo: ({ id }: Id) => `/desk/spokespersons/imports/${id}/undo`,
    spokespersonList: (format: "csv" | "xlsx", query: { q?: string; status?: string } = {}) =>
      withQuery(`/desk/spokespersons/list/${format}`, query),
    agency: ({ id }: Id) => `/desk/agencies/${id}`,
    formerAgencies: (query: { q?: string } = {}) => withQuery("/desk/former-agencies", query),
    agencyNew: (query: InProvince = {}) => withQuery("/desk/agencies/new", query),
    compliance: (query: InProvince & { sort?: string; only?: string } = {}) =>
      withQuery("/desk/compliance", query),
    agencyProfile: ({ id }: Id) => `/desk/agencies/${id}/profile`,
    agencyName: ({ id }: Id) => `/desk/agencies/${id}/name`,
    pressMailbox: ({ id }: Id) => `/desk/agencies/${id}/mailbox`,
    accountOffice: ({ id }: Id) => `/desk/accounts/${id}/office`,
    agencyClosing: ({ id }: Id) => `/desk/agencies/${id}/closing`,
    channels: ({ id }: Id) => `/desk/agencies/${id}/channels`,
    channelRemoval: ({ id }: Id) => `/desk/channels/${id}/removal`,
    regulation: ({ id }: Id) => `/desk/agencies/${id}/regulation`,
    training: ({ id }: Id) => `/desk/agencies/${id}/training`,
    trainingRemoval: ({ id }: Id) => `/desk/training/${id}/removal`,
    assignmentNew: ({ id }: Id, query: { capacity?: "head" | "regular" } = {}) =>
      withQuery(`/desk/agencies/${id}/assignments/new`, query),
    assignmentEnd: ({ id }: Id) => `/desk/assignments/${id}/end`,
    publication: ({ id }: Id) => `/desk/assignments/${id}/publication`,
    correction: ({ id }: Id) => `/desk/assignments/${id}/correction`,
    assignmentAnnulment: ({ id }: Id) => `/desk/assignments/${id}/annulment`,
    delegationAnnulment: ({ id }: Id) => `/desk/delegations/${id}/annulment`,
    unavailability: ({ id }: Id) => `/desk/assignments/${id}/unavailability`,
    delegationDrafts: ({ id }: Id) => `/desk/agencies/${id}/delegation-drafts`,
    delegationDraft: ({ id }: Id) => `/desk/delegation-drafts/${id}`,
    activation: ({ id }: Id) => `/desk/delegation-drafts/${id}/activation`,
    draftWithdrawal: ({ id }: Id) => `/desk/delegation-drafts/${id}/withdrawal`,
    delegationLetter: ({ id }: Id) => `/desk/delegation-drafts/${id}/letter.docx`,
    delegationNew: ({ id }: Id) => `/desk/agencies/${id}/delegations/new`,
    delegationEnd: ({ id }: Id) => `/desk/delegations/${id}/end`,
    confirmations: (query: { shelf?: string } = {}) => withQuery("/desk/confirmations", query),
    confirmationLetters: () => "/desk/confirmations/letters",
    telephoneConfirmation: ({ id }: Id) => `/desk/assignments/${id}/confirmation`,
    contactReports: (query: { shelf?: string } = {}) => withQuery("/desk/contact-reports", query),
    contactReport: ({ id }: Id) => `/desk/contact-reports/${id}`,
    contactReportCorrection: ({ id }: Id) => `/desk/contact-reports/${id}/correction`,
    contactReportRefusal: ({ id }: Id) => `/desk/contact-reports/${id}/refusal`,
    policies: (query: { key?: string; from?: string } = {}) => withQuery("/desk/policies", query),
    policyNew: (key: string, query: InProvince = {}) =>
      withQuery(`/desk/policies/${key}/new`, query),
    policyEnd: ({ id }: Id) => `/desk/policies/${id}/end`,
    policyVerification: ({ id }: Id) => `/desk/policies/${id}/verification`,
    holidays: () => "/desk/holidays",
    holidayRemoval: ({ day }: { day: string }) => `/desk/holidays/${day}/removal`,
    document: ({ id }: Id) => `/desk/documents/${id}`,
    journalists: (query: InProvince & { list?: string; outlet?: string } = {}) =>
      withQuery("/desk/journalists", query),
    journalistNew: (query: InProvince = {}) => withQuery("/desk/journalists/new", query),
    journalist: ({ id }: Id) => `/desk/journalists/${id}`,
    journalistAddress: ({ id }: Id) => `/desk/journalists/${id}/address`,
    journalistImport: (query: InProvince & { list?: string } = {}) =>
      withQuery("/desk/journalists/import", query),
    pressLists: (query: InProvince = {}) => withQuery("/desk/press-lists", query),
    pressList: ({ id }: Id) => `/desk/press-lists/${id}`,
    pressListMembers: ({ id }: Id) => `/desk/press-lists/${id}/members`,
    pressListRemoval: ({ id }: Id) => `/desk/press-lists/${id}/removal`,
    suppressedAddresses: (query: InProvince = {}) => withQuery("/desk/suppressed-addresses", query),
    suppressedAddress: ({ id }: Id) => `/desk/suppressed-addresses/${id}`,
    outlets: (query: InProvince = {}) => withQuery("/desk/outlets", query),
    outlet: ({ id }: Id) => `/desk/outlets/${id}`,
    meetings: (query: { when?: string; q?: string } = {}) => withQuery("/desk/meetings", query),
    calendar: (query: { view?: string; on?: string; of?: string; province?: string } = {}) =>
      withQuery("/desk/meetings/calendar", query),
    clashes: (query: Record<string, string | undefined> = {}) =>
      withQuery("/desk/meetings/clashes", query),
    meetingMove: (
      { id }: Id,
      query: { startsAt?: string; endsAt?: string; reason?: string } = {},
    ) => withQuery(`/desk/meetings/${id}/move`, query),
    meetingNew: (query: { agency?: string; province?: string; at?: string; zone?: string } = {}) =>
      withQuery("/desk/meetings/new", query),
    urgentLetter: (query: { agency?: string } = {}) =>
      withQuery("/desk/meetings/urgent/letter", query),
    meetingUrgent: (
      query: { agency?: string; province?: string; at?: string; incident?: string } = {},
    ) => withQuery("/desk/meetings/urgent", query),
    incidents: (query: { shelf?: string } = {}) => withQuery("/desk/incidents", query),
    incidentNew: (query: { agency?: string } = {}) => withQuery("/desk/incidents/new", query),
    incident: ({ id }: Id) => `/desk/incidents/${id}`,
    incidentEdit: ({ id }: Id) => `/desk/incidents/${id}/edit`,
    incidentClosing: ({ id }: Id) => `/desk/incidents/${id}/closing`,
    statementNew: ({ id }: Id, query: { scenario?: string } = {}) =>
      withQuery(`/desk/incidents/${id}/statements/new`, query),
    statements: (query: { shelf?: string; q?: string } = {}) =>
      withQuery("/desk/statements", query),
    statementWritten: (query: InProvince & { agency?: string; translationOf?: string } = {}) =>
      withQuery("/desk/statements/new", query),
    statement: ({ id }: Id) => `/desk/statements/${id}`,
    statementSchedule: ({ id }: Id) => `/desk/statements/${id}/schedule`,
    statementUnscheduling: ({ id }: Id) => `/desk/statements/${id}/unscheduling`,
    statementFiles: ({ id }: Id) => `/desk/statements/${id}/files`,
    statementFileRemoval: ({ id }: Id) => `/desk/statement-files/${id}/removal`,
    statementFileContent: ({ id }: Id) => `/desk/statement-files/${id}/content`,
    signOffs: ({ id }: Id) => `/desk/statements/${id}/sign-offs`,
    signOff: ({ id }: Id) => `/desk/sign-offs/${id}`,
    signOffObjection: ({ id }: Id) => `/desk/sign-offs/${id}/objection`,
    signOffRemoval: ({ id }: Id) => `/desk/sign-offs/${id}/removal`,
    statementCorrection: ({ id }: Id) => `/desk/statements/${id}/correction`,
    statementRetraction: ({ id }: Id) => `/desk/statements/${id}/retraction`,
    statementEdit: ({ id }: Id) => `/desk/statements/${id}/edit`,
    statementApproval: ({ id }: Id) => `/desk/statements/${id}/approval`,
    statementWithdrawal: ({ id }: Id) => `/desk/statements/${id}/withdrawal`,
    statementPublication: ({ id }: Id) => `/desk/statements/${id}/publication`,
    statementLetter: ({ id }: Id) => `/desk/statements/${id}/letter`,
    statementAccess: ({ id }: Id) => `/desk/statements/${id}/access`,
    queries: (query: { shelf?: string; q?: string; kind?: string } = {}) =>
      withQuery("/desk/queries", query),
    queryNew: () => "/desk/queries/new",
    query: ({ id }: Id) => `/desk/queries/${id}`,
    queryTaking: ({ id }: Id) => `/desk/queries/${id}/taking`,
    queryOwner: ({ id }: Id) => `/desk/queries/${id}/owner`,
    queryPromise: ({ id }: Id) => `/desk/queries/${id}/promise`,
    queryHolding: ({ id }: Id) => `/desk/queries/${id}/holding-answer`,
    queryLock: ({ id }: Id) => `/desk/queries/${id}/lock`,
    queryLockTakeover: ({ id }: Id) => `/desk/queries/${id}/lock/takeover`,
    queryDraft: ({ id }: Id) => `/desk/queries/${id}/draft`,
    queryVersions: ({ id }: Id, query: { before?: string; after?: string } = {}) =>
      withQuery(`/desk/queries/${id}/versions`, query),
    querySignatures: ({ id }: Id) => `/desk/queries/${id}/signatures`,
    querySignature: ({ id }: Id) => `/desk/queries/${id}/signature`,
    queryAnswer: ({ id }: Id) => `/desk/queries/${id}/answer`,
    queryRefusal: ({ id }: Id) => `/desk/queries/${id}/refusal`,
    queryForwarding: ({ id }: Id) => `/desk/queries/${id}/forwarding`,
    queryWithdrawal: ({ id }: Id) => `/desk/queries/${id}/withdrawal`,
    queryConclusion: ({ id }: Id) => `/desk/queries/${id}/conclusion`,
    queryOpening: ({ id }: Id) => `/desk/queries/${id}/opening`,
    queryKeepingBack: ({ id }: Id) => `/desk/queries/${id}/keeping-back`,
    queryPaper: ({ id }: Id, answer: Id) => `/desk/queries/${id}/answers/${answer.id}.docx`,
    queryTaskNew: ({ id }: Id) => `/desk/queries/${id}/tasks/new`,
    queryTask: ({ id }: Id) => `/desk/query-tasks/${id}`,
    queryTaskCancelling: ({ id }: Id) => `/desk/query-tasks/${id}/cancelling`,
    lines: (query: { shelf?: string; q?: string } = {}) => withQuery("/desk/lines", query),
    lineNew: () => "/desk/lines/new",
    line: ({ id }: Id) => `/desk/lines/${id}`,
    lineArchiving: ({ id }: Id) => `/desk/lines/${id}/archiving`,
    correctionCases: (query: { shelf?: string; q?: string } = {}) =>
      withQuery("/desk/correction-cases", query),
    correctionCaseNew: (
      query: {
        agency?: string;
        province?: string;
        incident?: string;
        article?: string;
        query?: string;
      } = {},
    ) => withQuery("/desk/correction-cases/new", query),
    correctionCase: ({ id }: Id) => `/desk/correction-cases/${id}`,
    correctionCaseEdit: ({ id }: Id) => `/desk/correction-cases/${id}/edit`,
    correctionEvidenceNew: ({ id }: Id) => `/desk/correction-cases/${id}/evidence`,
    correctionEvidence: ({ id }: Id) => `/desk/correction-evidence/${id}`,
    correctionEvidenceRemoval: ({ id }: Id) => `/desk/correction-evidence/${id}/removal`,
    pressFeedback: ({ id }: Id) => `/desk/correction-cases/${id}/feedback`,
    pressFeedbackPaper: ({ id }: Id, round: number, format: "docx" | "pdf") =>
      `/desk/correction-cases/${id}/rounds/${round}/${format}`,
    pressFeedbackSending: ({ id }: Id) => `/desk/correction-cases/${id}/sending`,
    pressFeedbackMailing: ({ id }: Id) => `/desk/correction-cases/${id}/mailing`,
    pressAnswer: ({ id }: Id) => `/desk/correction-cases/${id}/answer`,
    correctionCaseClosing: ({ id }: Id) => `/desk/correction-cases/${id}/closing`,
    correctionCasePublication: ({ id }: Id) => `/desk/correction-cases/${id}/publication`,
    scenarios: (query: { shelf?: string } = {}) => withQuery("/desk/scenarios", query),
    scenarioNew: (query: { agency?: string } = {}) => withQuery("/desk/scenarios/new", query),
    scenario: ({ id }: Id) => `/desk/scenarios/${id}`,
    scenarioArchiving: ({ id }: Id) => `/desk/scenarios/${id}/archiving`,
    meeting: ({ id }: Id) => `/desk/meetings/${id}`,
    meetingEdit: ({ id }: Id, query: { at?: string; zone?: string } = {}) =>
      withQuery(`/desk/meetings/${id}/edit`, query),
    scheduling: ({ id }: Id) => `/desk/meetings/${id}/scheduling`,
    announcement: ({ id }: Id) => `/desk/meetings/${id}/announcement`,
    duties: (query: InProvince = {}) => withQuery("/desk/duties", query),
    paper: ({ id }: Id, query: { language?: string } = {}) =>
      withQuery(`/desk/meetings/${id}/paper`, query),
    paperFile: ({ id }: Id, file: string) => `/desk/meetings/${id}/paper/${file}`,
    agencyForm: ({ id }: Id) => `/desk/agencies/${id}/forms`,
    agencyFormRemoval: ({ id }: Id) => `/desk/agencies/${id}/forms/removal`,
    startingForm: ({ id }: Id) => `/desk/agencies/${id}/forms/start.docx`,
    sampleForm: ({ id }: Id) => `/desk/agencies/${id}/forms/sample.docx`,
    notice: ({ id }: Id) => `/desk/meetings/${id}/notice`,
    noticePaper: ({ id }: Id) => `/desk/meetings/${id}/notice.docx`,
    noticeSending: ({ id }: Id) => `/desk/meetings/${id}/notice/sending`,
    noticeProhibition: ({ id }: Id) => `/desk/meetings/${id}/notice/prohibition`,
    postponement: ({ id }: Id) => `/desk/meetings/${id}/postponement`,
    holding: ({ id }: Id) => `/desk/meetings/${id}/holding`,
    cancellation: ({ id }: Id) => `/desk/meetings/${id}/cancellation`,
    seriesList: () => "/desk/series",
    seriesNew: (query: InProvince & Record<string, string | undefined> = {}) =>
      withQuery("/desk/meetings/series/new", query),
    series: ({ id }: Id) => `/desk/series/${id}`,
    seriesAnnouncement: ({ id }: Id) => `/desk/series/${id}/announcement`,
    seriesCancellation: ({ id }: Id, query: { from?: string } = {}) =>
      withQuery(`/desk/series/${id}/cancellation`, query),
    allReminders: () => "/desk/reminders",
    reminders: ({ id }: Id, query: { rule?: string } = {}) =>
      withQuery(`/desk/meetings/${id}/reminders`, query),
    reminderStop: ({ id }: Id) => `/desk/meetings/${id}/reminders/stop`,
    reminderResumption: ({ id }: Id) => `/desk/meetings/${id}/reminders/resumption`,
    reminderPreview: ({ id }: Id, query: { rule: string; for: string }) =>
      withQuery(`/desk/meetings/${id}/reminders/preview`, query),
    reminderLetter: ({ id }: Id, query: { rule: string; for: string }) =>
      withQuery(`/desk/meetings/${id}/reminders/letter`, query),
    answerBy: ({ id }: Id) => `/desk/meetings/${id}/answer-by`,
    reminderRules: ({ id }: Id) => `/desk/agencies/${id}/reminders`,
    reminderRule: ({ id }: Id, kind: string) => `/desk/agencies/${id}/reminders/${kind}`,
    reminderRuleEnd: ({ id }: Id, kind: string) => `/desk/agencies/${id}/reminders/${kind}/end`,
    attendanceSheet: ({ id }: Id, format: "csv" | "xlsx") =>
      `/desk/meetings/${id}/attendance/people/${format}`,
    attendanceOutlets: ({ id }: Id, format: "csv" | "xlsx") =>
      `/desk/meetings/${id}/attendance/outlets/${format}`,
    invitations: ({ id }: Id) => `/desk/meetings/${id}/invitations`,
    invitationPreview: ({ id }: Id) => `/desk/meetings/${id}/invitations/preview`,
    invitationLetter: ({ id }: Id, journalistId: string) =>
      withQuery(`/desk/meetings/${id}/invitations/letter`, { for: journalistId }),
    invitationProgress: ({ id }: Id) => `/desk/meetings/${id}/invitations/progress`,
    invitationProgressLive: ({ id }: Id) => `/desk/meetings/${id}/invitations/progress/live`,
    invitationAnswer: ({ id }: Id) => `/desk/invitations/${id}/answer`,
    seat: ({ id }: Id) => `/desk/invitations/${id}/seat`,
    seating: ({ id }: Id) => `/desk/meetings/${id}/seats`,
    guestList: ({ id }: Id) => `/desk/meetings/${id}/guest-list`,
    checkIn: ({ id }: Id, query: { q?: string } = {}) =>
      withQuery(`/desk/meetings/${id}/check-in`, query),
    checkInGuests: ({ id }: Id) => `/desk/meetings/${id}/check-in/guests`,
    checkInSheet: ({ id }: Id) => `/desk/meetings/${id}/check-in/sheet`,
    seats: ({ id }: Id) => `/desk/meetings/${id}/check-in/seats`,
    walkIns: ({ id }: Id) => `/desk/meetings/${id}/walk-ins`,
    attendance: ({ id }: Id) => `/desk/meetings/${id}/attendance`,
    attendanceUndo: ({ id }: Id) => `/desk/attendance/${id}/undo`,
    badges: ({ id }: Id, query: { who?: string } = {}) =>
      withQuery(`/desk/meetings/${id}/badges`, query),
    questions: ({ id }: Id) => `/desk/meetings/${id}/questions`,
    questionOrder: ({ id }: Id) => `/desk/meetings/${id}/questions/order`,
    questionScreen: ({ id }: Id) => `/desk/meetings/${id}/questions/screen`,
    questionCall: ({ id }: Id) => `/desk/questions/${id}/call`,
    questionAnswer: ({ id }: Id) => `/desk/questions/${id}/answer`,
    questionPromise: ({ id }: Id) => `/desk/questions/${id}/promise`,
    questionWithdrawal: ({ id }: Id) => `/desk/questions/${id}/withdrawal`,
    promises: (query: { shelf?: string } = {}) => withQuery("/desk/promises", query),
    promise: ({ id }: Id) => `/desk/promises/${id}`,
    programme: ({ id }: Id, item?: Id) =>
      `/desk/meetings/${id}/programme${item ? `#item-${item.id}` : ""}`,
    agendaItem: ({ id }: Id) => `/desk/agenda-items/${id}`,
    agendaPlace: ({ id }: Id) => `/desk/agenda-items/${id}/place`,
    agendaRemoval: ({ id }: Id) => `/desk/agenda-items/${id}/removal`,
    meetingSpeakers: ({ id }: Id) => `/desk/meetings/${id}/spokespersons`,
    meetingSpeakerRemoval: ({ id }: Id) => `/desk/meeting-spokespersons/${id}/removal`,
    meetingFiles: ({ id }: Id, query: { kind?: string } = {}) =>
      withQuery(`/desk/meetings/${id}/files`, query),
    meetingFile: ({ id }: Id) => `/desk/meeting-files/${id}`,
    meetingFileVersion: ({ id }: Id) => `/desk/meeting-files/${id}/version`,
    meetingFileWithdrawal: ({ id }: Id) => `/desk/meeting-files/${id}/withdrawal`,
    meetingFileContent: ({ id }: Id, version: number) =>
      `/desk/meeting-files/${id}/versions/${version}`,
    minutes: ({ id }: Id) => `/desk/meetings/${id}/minutes`,
    minutesPublication: ({ id }: Id) => `/desk/meetings/${id}/minutes/publication`,
    videos: ({ id }: Id) => `/desk/meetings/${id}/videos`,
    articles: ({ id }: Id) => `/desk/meetings/${id}/articles`,
    meetingLinkRemoval: ({ id }: Id) => `/desk/meeting-links/${id}/removal`,
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
  },
};
