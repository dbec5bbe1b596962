import { type Id, type InProvince, withQuery } from "./address.ts";

/** Meetings on the desk, from the calendar to what is left of them. */
export const meetings = {
  meetings: (query: { when?: string; q?: string } = {}) => withQuery("/desk/meetings", query),
  calendar: (query: { view?: string; on?: string; of?: string; province?: string } = {}) =>
    withQuery("/desk/meetings/calendar", query),
  clashes: (query: Record<string, string | undefined> = {}) =>
    withQuery("/desk/meetings/clashes", query),
  meetingMove: ({ id }: Id, query: { startsAt?: string; endsAt?: string; reason?: string } = {}) =>
    withQuery(`/desk/meetings/${id}/move`, query),
  meetingNew: (query: { agency?: string; province?: string; at?: string; zone?: string } = {}) =>
    withQuery("/desk/meetings/new", query),
  urgentLetter: (query: { agency?: string } = {}) =>
    withQuery("/desk/meetings/urgent/letter", query),
  meetingUrgent: (
    query: { agency?: string; province?: string; at?: string; incident?: string } = {},
  ) => withQuery("/desk/meetings/urgent", query),
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
};
