import { index, layout, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** The table of contents: every address on one page, in Vietnamese at the root and in English under /en. */
export default [
  ...prefix("en?", [
    layout("routes/site/layout.tsx", [
      index("routes/site/home.tsx"),
      route("areas/:code", "routes/site/area.tsx"),
      route("former-areas/:code", "routes/site/former-area.tsx"),
      route("meetings", "routes/site/meetings.tsx"),
      route("meetings/:meeting", "routes/site/meeting.tsx"),
      route("invitations/:token", "routes/site/reply.tsx"),
      route("unsubscribe/:token", "routes/site/unsubscribe.tsx"),
      route("unsubscribe/:token/undo", "routes/site/resubscription.tsx"),
      route("about", "routes/site/about.tsx"),
      route("sign-in", "routes/session/sign-in.tsx"),
    ]),
    route("invitations/:token/calendar.ics", "routes/site/reply-calendar.ts"),
    route("sign-out", "routes/session/sign-out.tsx"),
    route("display", "routes/session/display.tsx"),

    route("desk", "routes/desk/layout.tsx", [
      index("routes/desk/home.tsx"),
      route("account", "routes/desk/account.tsx"),
      route("audit", "routes/desk/audit.tsx"),

      route("spokespersons", "routes/desk/spokespersons.tsx"),
      route("spokespersons/import", "routes/desk/spokesperson-import.tsx"),
      route("agencies/:agency", "routes/desk/agency.tsx"),
      route("agencies/:agency/assignments/new", "routes/desk/assignment-new.tsx"),
      route("assignments/:assignment/end", "routes/desk/assignment-end.tsx"),
      route("agencies/:agency/delegations/new", "routes/desk/delegation-new.tsx"),
      route("delegations/:delegation/end", "routes/desk/delegation-end.tsx"),

      route("journalists", "routes/desk/journalists.tsx"),
      route("journalists/new", "routes/desk/journalist-new.tsx"),
      route("journalists/import", "routes/desk/journalist-import.tsx"),
      route("journalists/:journalist", "routes/desk/journalist.tsx"),
      route("press-lists", "routes/desk/press-lists.tsx"),
      route("press-lists/:list", "routes/desk/press-list.tsx"),
      route("press-lists/:list/members", "routes/desk/press-list-members.tsx"),
      route("press-lists/:list/removal", "routes/desk/press-list-removal.tsx"),
      route("outlets", "routes/desk/outlets.tsx"),
      route("outlets/:outlet", "routes/desk/outlet.tsx"),

      route("meetings", "routes/desk/meetings.tsx"),
      route("meetings/new", "routes/desk/meeting-new.tsx"),
      route("meetings/urgent", "routes/desk/meeting-urgent.tsx"),
      route("meetings/:meeting", "routes/desk/meeting.tsx"),
      route("meetings/:meeting/edit", "routes/desk/meeting-edit.tsx"),
      route("meetings/:meeting/announcement", "routes/desk/announcement.tsx"),
      route("meetings/:meeting/holding", "routes/desk/holding.tsx"),
      route("meetings/:meeting/cancellation", "routes/desk/cancellation.tsx"),
      route("meetings/:meeting/invitations", "routes/desk/invitations.tsx"),
      route("meetings/:meeting/invitations/preview", "routes/desk/invitation-preview.tsx"),
      route("invitations/:invitation/answer", "routes/desk/invitation-answer.tsx"),

      route("outbox", "routes/desk/outbox.tsx"),
      route("mailbox", "routes/desk/mailbox.tsx"),
      route("mailbox/:mail", "routes/desk/received.tsx"),
    ]),
    route("desk/meetings/:meeting/invitations/progress", "routes/desk/invitation-progress.ts"),
    route("desk/mailbox/:mail/message.eml", "routes/desk/received-raw.ts"),
    route("desk/mailbox/:mail/invite.ics", "routes/desk/received-calendar.ts"),
  ]),

  route("api/v1/lookup", "routes/api/lookup.ts"),
  route("api/v1/areas/:code", "routes/api/area.ts"),
  route("healthz", "routes/api/health.ts"),
  route("readyz", "routes/api/readiness.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
