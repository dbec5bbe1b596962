type Id = { id: string };

const withQuery = (path: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
};

/** Every address of the house as a function, without its language (see `localised`). */
export const paths = {
  home: (query: { q?: string; on?: string } = {}) => withQuery("/", query),
  area: (area: { era: "2004" | "2025"; code: string }, on?: string) =>
    withQuery(area.era === "2025" ? `/areas/${area.code}` : `/former-areas/${area.code}`, { on }),
  meetings: () => "/meetings",
  meeting: ({ id }: Id) => `/meetings/${id}`,
  reply: ({ token }: { token: string }) => `/invitations/${token}`,
  replyCalendar: ({ token }: { token: string }) => `/invitations/${token}/calendar.ics`,
  unsubscribe: ({ token }: { token: string }) => `/unsubscribe/${token}`,
  display: () => "/display",
  about: () => "/about",
  signIn: (returnTo?: string) => withQuery("/sign-in", { returnTo }),
  signOut: () => "/sign-out",
  api: {
    lookup: (q?: string) => withQuery("/api/v1/lookup", { q }),
    area: (code: string) => `/api/v1/areas/${code}`,
  },
  desk: {
    home: () => "/desk",
    spokespersons: () => "/desk/spokespersons",
    spokespersonImport: () => "/desk/spokespersons/import",
    agency: ({ id }: Id) => `/desk/agencies/${id}`,
    assignmentNew: ({ id }: Id) => `/desk/agencies/${id}/assignments/new`,
    assignmentEnd: ({ id }: Id) => `/desk/assignments/${id}/end`,
    delegationNew: ({ id }: Id) => `/desk/agencies/${id}/delegations/new`,
    delegationEnd: ({ id }: Id) => `/desk/delegations/${id}/end`,
    journalists: () => "/desk/journalists",
    journalistNew: () => "/desk/journalists/new",
    journalist: ({ id }: Id) => `/desk/journalists/${id}`,
    journalistImport: () => "/desk/journalists/import",
    pressLists: () => "/desk/press-lists",
    pressList: ({ id }: Id) => `/desk/press-lists/${id}`,
    outlets: () => "/desk/outlets",
    meetings: () => "/desk/meetings",
    meetingNew: () => "/desk/meetings/new",
    meetingUrgent: () => "/desk/meetings/urgent",
    meeting: ({ id }: Id) => `/desk/meetings/${id}`,
    meetingEdit: ({ id }: Id) => `/desk/meetings/${id}/edit`,
    announcement: ({ id }: Id) => `/desk/meetings/${id}/announcement`,
    holding: ({ id }: Id) => `/desk/meetings/${id}/holding`,
    cancellation: ({ id }: Id) => `/desk/meetings/${id}/cancellation`,
    invitations: ({ id }: Id) => `/desk/meetings/${id}/invitations`,
    invitationPreview: ({ id }: Id) => `/desk/meetings/${id}/invitations/preview`,
    invitationProgress: ({ id }: Id) => `/desk/meetings/${id}/invitations/progress`,
    invitationAnswer: ({ id }: Id) => `/desk/invitations/${id}/answer`,
    outbox: () => "/desk/outbox",
    mailbox: () => "/desk/mailbox",
    received: ({ id }: Id) => `/desk/mailbox/${id}`,
    receivedRaw: ({ id }: Id) => `/desk/mailbox/${id}/message.eml`,
    receivedCalendar: ({ id }: Id) => `/desk/mailbox/${id}/invite.ics`,
    audit: () => "/desk/audit",
    account: () => "/desk/account",
  },
};
