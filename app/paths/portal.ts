import { type Id, withQuery } from "./address.ts";

/** The journalists' room. */
export const portal = {
  home: (query: { done?: string } = {}) => withQuery("/portal", query),
  signIn: (query: { sent?: string } = {}) => withQuery("/portal/sign-in", query),
  link: ({ token }: { token: string }) => `/portal/links/${token}`,
  fromInvitation: ({ token }: { token: string }) => `/invitations/${token}/portal`,
  proof: (query: { sent?: string } = {}) => withQuery("/portal/proof", query),
  signOut: () => "/portal/sign-out",
  profile: ({ id }: Id, query: { done?: string } = {}) => withQuery(`/portal/records/${id}`, query),
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
};
