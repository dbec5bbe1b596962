import type { Messages } from "../messages.ts";
import { meetingPages } from "./meeting-pages.ts";

export const meetings: Messages["meetings"] = {
  kinds: {
    press_conference: "Press conference",
    press_coordination: "Press briefing",
    press_gathering: "Press gathering",
    media_visit: "Media visit",
    training: "Spokesperson training",
    review: "Review conference",
  },
  cadences: { periodic: "Periodic", adhoc: "Ad hoc" },
  phases: {
    draft: "Draft",
    scheduled: "Scheduled",
    announced: "Announced",
    postponed: "Postponed",
    rescheduled: "Rescheduled",
    held: "Held",
    cancelled: "Cancelled",
  },
  details: {
    kind: "Kind",
    cadence: "Periodic or ad hoc",
    subject: "Subject",
    description: "More information",
    startsAt: "Begins",
    endsAt: "Ends",
    zone: "Time zone",
    venue: "Venue",
    venueCapacity: "Seats",
    mapUrl: "Link to a map",
    accessNotes: "Getting there and in",
    onlineUrl: "Online link",
    answerBy: "Answers asked by",
    chair: "Chair",
    spokespersonId: "Spokesperson",
  },
  problems: {
    "no-such-time":
      "That hour does not exist in this time zone (the clock is put forward). Please choose another.",
    "in-the-past": "This time has passed. Please choose one to come.",
    "too-far": "This is more than ten years ahead. Please check the year.",
    "ends-before-start": "The end must come after the start.",
    "too-long": "A meeting lasts 24 hours at most. Please check the day it ends.",
    "no-place": "Please give a venue or an online link (or both).",
    "answer-by-late": "Answers must be asked for before the start.",
  },
  fileProblems: {
    "not-json": 'This is not JSON that describes a meeting: { "area": …, "subject": … }.',
    "unknown-field": "There is no field of that name.",
    "area-or-agency": "Please give area (the code of an area) or agency (its id), one of the two.",
    "unknown-zone":
      "There is no such time zone. Please write it like Asia/Ho_Chi_Minh or Europe/Berlin.",
    "unknown-agency": "No agency has this code.",
    "not-a-speaker": "This person may not speak for the agency when the meeting begins.",
    "several-speakers": "Several people of this name may speak. Please give the id of one.",
  },
  reasons: {
    "in-the-past": "The start has passed. Please choose a time to come.",
    "not-a-speaker":
      "The person chosen may not speak for the agency when the meeting begins. Please choose somebody else, or record the decision or delegation first.",
    "is-draft": "The meeting is still a draft. Please announce it first.",
    "is-scheduled": "The meeting is scheduled but not announced. Please announce it first.",
    "is-announced": "The meeting has been announced already.",
    "is-postponed": "The meeting is put off. Please fix a new time first.",
    "is-rescheduled": "The meeting has been announced and rescheduled.",
    "is-held": "The meeting has been held.",
    "is-cancelled": "The meeting has been cancelled.",
    begun: "The meeting has begun and can no longer be changed.",
    "not-begun": "The meeting has not begun yet.",
    "no-reason": "Please give the reason.",
    "others-silent":
      "Somebody who is also to speak may not do so at this hour. Please take them off the meeting, or record the decision or the delegation first.",
    "changed-meanwhile":
      "Somebody else has just changed this meeting. Please look at both versions below, then save again.",
  },
  pages: meetingPages,
};
