import { numberIn } from "../numbers.ts";
import type { answers as original, answerActs as originalActs } from "../vi/answers.ts";

const number = (n: number) => numberIn("en", n);
const people = (n: number) => `${number(n)} ${n === 1 ? "person" : "people"}`;

export const answers: typeof original = {
  fields: {
    place: "How will you attend",
    places: { in_person: "In the room", online: "Online" },
    partySize: "How many people come, you or your substitute included",
    partyLimit: (most) => `At most ${people(most)} for one press agency.`,
    seatsLeft: (left) => `${number(left)} ${left === 1 ? "seat is" : "seats are"} free now.`,
    noSeatsLeft: "The room is full now: new answers go to the waiting list.",
    substitute: "Who comes instead",
    substituteHint: "Only when you send somebody else.",
    substituteName: "Full name",
    paper: "What they will show",
    papers: { press_card: "Press card", intro_letter: "Letter of introduction" },
    paperNo: "Number of the card or letter",
    paperHint: "Not required. Please send no pictures of papers.",
    unsaid: "Not said",
    equipment: "Equipment and interpreting",
    equipmentHint: "So that the host can prepare places, sockets and interpreters.",
    cameras: "Number of cameras",
    tripod: "With a tripod",
    live: "Live broadcast, needs a socket",
    interpreter: "Needs interpreting into",
    noInterpreter: "Not needed",
    languages: {
      en: "English",
      zh: "Chinese",
      ko: "Korean",
      ja: "Japanese",
      km: "Khmer",
      fr: "French",
      sign: "Sign language",
      other: "Another language (please say in the message)",
    },
  },
  said: {
    people,
    online: "online",
    cameras: (n) => `${number(n)} ${n === 1 ? "camera" : "cameras"}`,
    tripod: "tripod",
    live: "live broadcast",
    interpreter: (language) => `interpreting: ${language}`,
  },
  via: {
    link: "by the link in the letter",
    telephone: "by telephone, taken down by an officer",
    calendar: "by the calendar's own reply button",
  },
  trust: {
    verified: "sender's address verified",
    matched: "the letter's own key",
    other_address: "answered from another address",
  },
  page: {
    listed: (place) => `You are number ${number(place)} on the waiting list`,
    listedFor: (n) =>
      `The room is full, so there is no ${n === 1 ? "seat" : `room for ${number(n)}`} for you yet. When somebody steps back or seats are added, free seats are given in the order of the answers and you get a letter at once. A party larger than the seats that are free waits until there are enough, so a smaller one behind it may be seated first.`,
    listedByQuota: (quota) =>
      `Each press agency has at most ${number(quota)} ${quota === 1 ? "seat" : "seats"} at this meeting, and yours has them all. When a colleague of yours steps back you are seated in order and get a letter at once.`,
    notComing:
      "If you have no seat before the meeting begins, please ask the host before you come.",
    onlineMeanwhile: "You may change to attending online: no seat needed, no waiting.",
    tentative: "This answer holds no seat. Please tell us when you are sure.",
    askedAgain: (old, time) =>
      `You answered “${old}” before, for ${time}. That answer no longer counts.`,
    questionsAhead: "Send a question ahead",
  },
  reasons: {
    "not-listed": "This person is not on the waiting list.",
    "no-reason": "Please give the reason.",
    over: "The meeting takes nobody any more: it has begun, is put off or cancelled.",
    "seats-taken": "Not enough seats are left. The room's seats can be raised first.",
  },
  letter: {
    subject: (title, time) => `[A seat for you] ${title} - ${time}`,
    heading: "There is a seat for you",
    lead: (n) =>
      n === 1
        ? "You were waiting for a seat at this meeting; there is one for you now:"
        : `You were waiting for seats at this meeting; there are ${number(n)} for you now:`,
    calendar: "The time in your calendar stays as it is.",
    free: "If you cannot come any more, please say so soon at this link, so that others who wait get the seat:",
    answer: "Answer the invitation",
    closing: "We look forward to seeing you.",
  },
  desk: {
    counts: {
      invited: "invited",
      people: "people coming",
      online: "online",
      tentative: "not sure",
      declined: "not coming",
      substitute: "sending somebody",
      listed: "people waiting for seats",
      silent: "no answer",
      askedAgain: "asked again",
    },
    needs: "To be prepared",
    needsOf: { cameras: "cameras", tripods: "tripods", plugs: "sockets for live broadcast" },
    noNeeds: "Nobody has asked for equipment or interpreting.",
    interpreted: (language, n) => `${language}: ${people(n)}`,
    show: { tentative: "Not sure", listed: "Waiting for seats", "asked-again": "Asked again" },
    seats: {
      title: "Seats and waiting list",
      open: "Seats, waiting list",
      lead: "Free seats are given in the order of the answers, each time to the first party that fits. Who was seated, and who was passed by, is in the audit log.",
      capacity: "Seats in the room",
      unlimited: "no limit",
      taken: "Taken",
      free: "Free",
      changeCapacity: "Change the seats",
      quota: "At most how many people of one press agency",
      quotaHint: (usual) =>
        usual
          ? `Blank: as the agency's rule says, at most ${people(usual)}. 0 for no limit.`
          : "Blank or 0 for no limit.",
      usual: "Use it for the agency's other meetings too",
      save: "Save",
      saved: "Saved. Whoever got a seat by it has been written to.",
      listed: "Waiting list",
      nobody: "Nobody has to wait.",
      who: "Journalist",
      people: "People",
      since: "Waiting since",
      act: "Seat ahead of turn",
    },
    byHand: {
      title: (name) => `Seat ${name} ahead of turn`,
      lead: "Only for a good reason: this person is seated ahead of everybody who waits above. The reason and your name go into the audit log.",
      passed: (names) => `Waiting above: ${names}.`,
      first: "Nobody waits above.",
      reason: "Reason",
      submit: "Give the seat and write",
      done: (name) => `${name} has a seat now.`,
    },
    history: "Answers received",
    older: "to an older version, does not count",
    guestList: {
      title: "Guest list",
      open: "Guest list to print",
      caption: "Who will come",
      name: "Name",
      outlet: "Press agency",
      people: "People",
      needs: "Equipment, interpreting",
      answer: "Answer",
      seen: "Present",
      insteadOf: (name) => `instead of ${name}`,
      listed: "Waiting for a seat (none yet)",
      nobody: "Nobody has accepted yet.",
    },
  },
  choose: {
    outlets: "Press agencies",
    languages: "Language of letters",
    narrow: "Only among those chosen by lists and beats",
    quota: "At most for each press agency",
    quotaBlank: "No limit",
    quotaPeople: (n) => `${people(n)} each`,
    over: (outlets) =>
      `${number(outlets)} press ${outlets === 1 ? "agency has" : "agencies have"} more people chosen than the meeting's quota.`,
    overLead: "Invite all of them (seats still go by the quota), or trim by name:",
    anyLanguage: "Any language",
    trimTo: (n) => `Invite only ${people(n)} each`,
    trimmed: (n) => `${people(n)} trimmed by the quota of their agencies.`,
    isSuppressed: "address gets no letters",
    awaitsConsent: "no consent on record",
  },
  consent: {
    none: "No consent on record: not invited",
    noneLead:
      "This person came with a sheet that showed no consent. Enter the day and the form of consent and save; only then can they be invited.",
    source: "Where the proof is kept",
    sourceHint: "For example: register of 2026, sheet 12; the newsroom's letter 45/BC.",
  },
  suppression: {
    title: "Addresses without letters",
    lead: "Addresses that get no invitations: because their owner wishes so, or because the address is dead. There is no other ground, and nothing is noted about anybody.",
    caption: "Addresses that get no letters",
    email: "Address",
    who: "In the books",
    ground: "Ground",
    grounds: {
      unsubscribed_by_link: "Unsubscribed by the link",
      unsubscribed_by_mail: "Unsubscribed by mail",
      asked_by_telephone: "Asked by telephone",
      dead_address: "The address is dead",
    },
    since: "Since",
    by: "Entered by",
    act: "Take off the list",
    add: "Enter an address",
    addLead:
      "When somebody asks by telephone to get no more letters, or an address is known to be dead.",
    submit: "Send no letters to this address",
    added: (email) => `${email} gets no invitations from now on.`,
    already: "This address is on the list already.",
    nobody: "There is no such address.",
    lift: (email) => `Send letters to ${email} again`,
    liftLead:
      "Only when its owner wants letters again, or when the address works again. An import or a new entry in the books does not lift it.",
    liftReason: "What the owner said, or what was put right",
    liftSubmit: "Send letters again",
    lifted: (email) => `${email} gets letters again.`,
    accepted:
      "Whoever accepted a meeting and then stopped letters is still told when that meeting moves; when one is put off or cancelled, everybody invited is told; a dead address gets nothing, so please telephone.",
  },
};

export const answerActs: typeof originalActs = {
  "invitation.seated": ({ name, people: n, subject, passed, reason }) =>
    [
      `Gave ${number(n)} ${n === 1 ? "seat" : "seats"} to ${name} at the meeting “${subject}”.`,
      passed && `Ahead in line, but too many for the free seats: ${passed}.`,
      reason && `Reason: ${reason}`,
    ]
      .filter(Boolean)
      .join(" "),
  "meeting.quota-set": ({ subject, quota }) =>
    quota
      ? `Set at most ${people(quota)} of one press agency for the meeting “${subject}”.`
      : `Took away the meeting's own quota of people of one press agency: “${subject}”.`,
  "address.suppressed": ({ email, ground }) =>
    `Stopped letters to ${email}: ${answers.suppression.grounds[ground as "dead_address"] ?? ground}.`,
  "address.released": ({ email, reason }) => `Sends letters to ${email} again: ${reason}`,
};
