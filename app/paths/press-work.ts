import { type Id, type InProvince, withQuery } from "./address.ts";

/** What the press asks and prints, on the desk: incidents, statements, queries, corrections. */
export const pressWork = {
  incidents: (query: { shelf?: string } = {}) => withQuery("/desk/incidents", query),
  incidentNew: (query: { agency?: string } = {}) => withQuery("/desk/incidents/new", query),
  incident: ({ id }: Id) => `/desk/incidents/${id}`,
  incidentEdit: ({ id }: Id) => `/desk/incidents/${id}/edit`,
  incidentClosing: ({ id }: Id) => `/desk/incidents/${id}/closing`,
  statementNew: ({ id }: Id, query: { scenario?: string } = {}) =>
    withQuery(`/desk/incidents/${id}/statements/new`, query),
  statements: (query: { shelf?: string; q?: string } = {}) => withQuery("/desk/statements", query),
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
};
