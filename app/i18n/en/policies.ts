import { shortDay } from "../dates.ts";
import type { Messages } from "../messages.ts";

export const choices: Messages["policies"]["choices"] = {
  deputy: "a deputy head",
  responsible_person: "a responsible person of the agency",
  occurred: "when the case occurs",
  received: "when the matter is received and handled",
  determined: "when its effect on public opinion is determined",
  province: "provincial People's Committees",
  commune: "commune People's Committees",
  next_issue: "the next issue",
  press_card: "press card",
  intro_letter: "letter of introduction",
  state_secret: "state secrets",
  party_secret: "secrets of the Party",
  private_life: "private life",
  other_secret: "other secrets under the law",
  criminal_case: "cases under investigation or not yet tried",
  inspection: "inspections without a conclusion",
  complaint: "complaints and denunciations being settled",
  dispute: "disputes without a conclusion",
  draft_policy: "draft policies",
  no_paper: "there is neither a press card nor a letter of introduction",
  no_approval: "the province has not agreed to a foreign correspondent",
  not_press: "the visit is not made for a press agency",
  room_full: "the room has no seat left",
};

const keys: Messages["policies"]["keys"] = {
  "spokesperson.publish_after_decision": "Publish a spokesperson after the decision",
  "regulation.issue_within": "Issue the agency's own regulation on speaking",
  "registry.confirm_every": "Confirm a spokesperson's entry again",
  "delegation.publish_after_signing": "Publish a delegation after signing",
  "delegation.max_duration_days": "Longest term of a delegation",
  "delegation.allowed_grantee": "Who may be authorised to speak",
  "incident.initial_statement": "Initial information on an incident",
  "incident.clock_start": "Time for initial information runs from",
  "briefing.province.max_gap": "Longest gap between a province's press conferences",
  "briefing.commune.max_gap": "Longest gap between a commune's press conferences",
  "info.province.monthly": "A province's periodic information to the press",
  "pressconf.notice_before": "Notice of a press conference before it begins",
  "pressconf.forbid_before": "Refusal of a press conference before it begins",
  "pressconf.notice_items": "Items of the notice of a press conference",
  "pressconf.notice_exempt_levels": "No notice of press conferences from",
  "reply.editor_request": "Reply in the press when the head of a press agency asks",
  "reply.forwarded_opinion": "Reply to opinions and petitions forwarded by a press agency",
  "reply.conclusion_after_case": "Give the conclusion on a forwarded complaint or denunciation",
  "reply.journalist_question": "Reply to a journalist's question",
  "reply.forwarded_complaint": "Answering a complaint or denunciation forwarded by a press agency",
  "reply.foreign_interview": "Answering an interview request of the foreign press",
  "query.scoop_lock_days": "A question stays the journalist's own after it was answered",
  "refusal.codes": "Information may be refused on",
  "press.correction.online": "Correction and apology online",
  "press.correction.daily": "Correction and apology in dailies, radio and television",
  "press.correction.periodical": "Correction and apology in weeklies and magazines",
  "press.correction.rare_reply":
    "A magazine out every 30 days or less often answers in writing on a correction",
  "press.answer_request": "A press agency answers, when asked, on what it published",
  "press.publish_answer.daily":
    "Dailies, radio, television and online press pass on or publish a written answer",
  "press.publish_answer.weekly": "Weeklies pass on or publish a written answer",
  "press.publish_answer.magazine": "Magazines pass on or publish a written answer",
  "press.correction.min_online_days": "A correction stays online for at least",
  "press.feedback.rounds": "Rounds of feedback at most",
  "foreign.pc_reply": "The province's answer on a foreign correspondent",
  "foreign.conf_notice": "Notice of a foreign organisation's press conference before it begins",
  "card.require": "A journalist need only show one of",
  "accreditation.refusal": "Accreditation may be refused when",
  "accreditation.reply": "Answer to a request for accreditation",
  "accreditation.objection": "Answer to a journalist's objection",
  "pdp.subject_reply": "Reply to a request on personal data",
  "pdp.execute": "Carry out a request on personal data",
  "pdp.execute_with_processors": "Carry out a request on personal data held by processors",
  "retention.attendance_months": "Data about a meeting's guests are kept",
  "retention.letters_months": "The text of letters sent is kept",
  "retention.trial_mail_months": "Letters in the trial mailbox are kept",
  "report.annual.due": "Send the annual report before",
  "report.annual.from": "Annual report: figures from (the year before)",
  "report.annual.to": "Annual report: figures until",
};

const many = (value: string | number, one: string, more = `${one}s`) =>
  `${value} ${Number(value) === 1 ? one : more}`;

const measure: Messages["policies"]["measure"] = ({ value, unit, clock }) => {
  if (unit === "hours") return value === "0" ? "at once" : many(value, "hour");
  if (unit === "days") return many(value, clock === "working_days" ? "working day" : "day");
  if (unit === "months") return many(value, "month");
  if (unit === "rounds") return many(value, "round");
  if (unit === "items") return many(value, "item");
  if (unit === "month_day") return value.split("-").reverse().join("/");
  return value
    .split(";")
    .map((one) => choices[one] ?? one)
    .join("; ");
};

const ruleName = (key: string) => (keys as Record<string, string>)[key] ?? key;

export const policies: Messages["policies"] = {
  title: "Rules and time limits",
  lead: "The law is data here: each rule has a value, a legal basis and the time it is in force. A locality may be stricter; to be looser it must give a reason.",
  unverified: "not vetted by a lawyer",
  unverifiedTitle: "Not vetted by a lawyer",
  unverifiedLead: (n, all) =>
    `${n} of ${all} rules in force have not been vetted by a lawyer. Please compare with the original text before relying on them.`,
  keys,
  ruleName,
  measure,
  choices,
  groups: {
    spokespersons: "Spokespersons and regulations",
    delegations: "Delegations",
    incidents: "Incidents",
    briefings: "Periodic information",
    conferences: "Notice of press conferences",
    replies: "Replies to the press",
    corrections: "Corrections and feedback in the press",
    foreign: "Foreign press and journalists' papers",
    data: "Personal data",
    reports: "Annual report",
  },
  clocks: {
    clock_hours: "hours on the clock, nights and holidays included",
    working_days: "working days, without Saturdays, Sundays and holidays",
    calendar_days: "calendar days; when the last is a day off, the next working day",
    months: "months; when the last day is off, the next working day",
  },
  regimes: {
    "2017": "Former regime (30/03/2017 – 30/06/2026)",
    "2026": "Regime since 01/07/2026",
  },
  scopes: { national: "The whole country", province: "Province", agency: "Agency" },
  comparisons: {
    stricter: "stricter than the general rule",
    same: "same as the general rule",
    looser: "looser than the general rule",
  },
  overtaken: "does not apply: looser than the general rule, and no reason given",
  table: {
    rule: "Rule",
    value: "Value",
    scope: "Scope",
    inForce: "In force",
    basis: "Basis",
    checked: "Vetted",
    actions: "Actions",
    none: "The law sets none; a locality may",
    noneNow: "No rule any more",
    statutory: "statutory",
    house: "house rule",
    from: (day) => `from ${day}`,
    span: (from, until) => `${from} – ${until}`,
    coming: "not yet in force",
    reason: (reason) => `Reason: ${reason}`,
    national: (measure) => `General rule: ${measure}`,
    checkedBy: (name, day) => `vetted by ${name}, ${day}`,
    set: "Set anew",
    end: "End",
    verify: "Vet",
    past: (n) => `Rules no longer in force (${n})`,
  },
  toc: "Groups of rules",
  calculator: {
    title: "Calculate a time limit",
    lead: "From this day and time, by this rule: until when?",
    key: "By the rule",
    from: "Counted from",
    fromHint: "23/11/2026 or 23/11/2026 08:30",
    calculate: "Calculate",
    noRule: (name, day) => `On ${day} no rule was in force on “${name}”.`,
    badTime: "There is no such time. Write it like 23/11/2026 or 23/11/2026 08:30.",
  },
  due: {
    sentence: ({ measure, before, start, without, worked, movedFrom, end }) =>
      `${measure} ${before ? "before" : "from"} ${start}${without && `, without ${without}`}${worked && `, with ${worked} worked in exchange`} → ${end}${movedFrom ? ` (the last day, ${movedFrom}, is a day off)` : ""}`,
    rule: "Rule",
    start: "Counted from",
    skipped: "Not counted",
    nothingSkipped: "No day was left out",
    weekends: (n) => many(n, "weekend day"),
    worked: "Worked in exchange, counted",
    moved: (day) =>
      `The last day would be ${day}, a day off: it gives way to the next working day.`,
    end: "At the latest",
    endOfDay: (day) => `end of ${day}`,
    states: {
      calm: "In time",
      due: "Half the time is gone",
      urgent: "Nearly due",
      late: "Overdue",
      done: "Done",
    },
    left: (time) => `${time} left`,
    over: (time) => `${time} over`,
    doneAt: (time) => `done at ${time}`,
    doneLate: "after the time limit",
    days: (n) => many(n, "day"),
    hours: (n) => many(n, "hour"),
    minutes: (n) => many(n, "minute"),
    elapsed: (percent) => `${percent}% of the time is gone`,
  },
  set: {
    title: "Set a rule",
    lead: "A new rule follows the one of the same scope: the old one ends on the day before.",
    standing: "Applied now",
    for: "For",
    forHint: "An agency's rule comes before the province's, and that before the general one.",
    value: "Value",
    valueHints: {
      limit: "A number; its unit is that of the count below",
      days: "A number of days, such as 10",
      rounds: "A number of rounds, such as 2",
      items: "A number of items, such as 6",
      month_day: "Month and day, such as 12-20",
      choice: (codes) => `One or more codes with semicolons between: ${codes}`,
    },
    clock: "Counted in",
    fromDay: "In force from",
    legalRef: "Basis",
    legalRefHint: "For example: Quyết định số 45/2026/QĐ-UBND, Điều 6",
    reason: "Reason, when looser than the general rule",
    reasonHint: "Needed when it is looser; it is shown beside the rule.",
    statutory: "Nature",
    statutoryOptions: { yes: "Statutory", no: "House rule" },
    submit: "Set the rule",
    done: (name) => `The rule is set: ${name}.`,
    forProvince: (name) => `Whole province: ${name}`,
    chooseProvince: "Choose a province to set a local rule",
  },
  end: {
    title: "End a rule",
    lead: "After its last day the general rule (or the province's) applies again.",
    untilDay: "Last day in force",
    untilDayHint: (day) => `For a rule that was never in force, enter ${day}.`,
    submit: "End the rule",
    done: (name) => `The rule is ended: ${name}.`,
  },
  verification: {
    title: "Record legal vetting",
    lead: "Enter who, with legal training, compared this rule with the original text.",
    verifiedBy: "Vetted by",
    verifiedByHint: "Name and title",
    verifiedDay: "Vetted on",
    submit: "Record vetting",
    done: (name) => `Vetting is recorded: ${name}.`,
  },
  holidays: {
    title: "Holidays and swapped working days",
    lead: "Limits in working days leave out the days off listed here, and count the days worked in exchange.",
    note: "Only days that are certain were loaded. When the year's holidays are announced, please add days off in lieu, swapped days, and new holidays (such as 24/11).",
    day: "Day",
    kind: "Kind",
    kinds: { off: "off", work: "worked" },
    name: "Name",
    nameHint: "For example: Ngày Văn hóa Việt Nam",
    basis: "Basis",
    basisHint: "A document or an announcement",
    year: (year) => `Year ${year}`,
    none: "No day is entered yet",
    add: "Add a day",
    added: (day) => `Added ${day}.`,
    remove: "Remove",
    removal: "Remove a day",
    removalLead: (day, name) =>
      `${day}: ${name}. Every time limit is counted again as if this day had not been listed.`,
    removed: (day) => `Removed ${day}.`,
  },
  problems: {
    "not-a-value": "This is not a value of the right form.",
    "not-local": "This rule is the same for all; a locality sets none of its own.",
    "later-rule": "There is a rule of the same scope that begins on this day or later.",
    "same-rule": "The rule that applies is the same; there is nothing to set.",
    "looser-needs-reason": "This is looser than the rule that applies. Please give a reason.",
    "end-before-start": "The last day can be no earlier than the day before the rule begins.",
    "already-ended": "This rule already ends earlier.",
    "in-future": "This day is still to come.",
    "day-taken": "This day is listed already.",
    "work-on-weekday": "A day worked in exchange must be a Saturday or a Sunday.",
  },
};

const SCOPES: Record<string, string> = {
  national: "for the country",
  province: "for the province",
  agency: "for the agency",
};

export const policyActs: Pick<
  Messages["audit"]["acts"],
  "policy.set" | "policy.ended" | "policy.verified" | "holiday.added" | "holiday.removed"
> = {
  "policy.set": ({ key, scope, fromDay, reason, ...measured }) =>
    `Set the rule ${SCOPES[scope] ?? scope} “${ruleName(key)}”: ${measure(measured)}, from ${shortDay(fromDay)}.${reason ? ` Reason: ${reason}.` : ""}`,
  "policy.ended": ({ key, untilDay }) =>
    `Ended the rule “${ruleName(key)}” after ${shortDay(untilDay)}.`,
  "policy.verified": ({ key, verifiedBy, verifiedDay }) =>
    `Recorded that ${verifiedBy} vetted the rule “${ruleName(key)}” on ${shortDay(verifiedDay)}.`,
  "holiday.added": ({ day, name, kind }) =>
    `Added the ${kind === "work" ? "day worked in exchange" : "day off"} ${shortDay(day)}: ${name}.`,
  "holiday.removed": ({ day, name }) => `Removed ${shortDay(day)} (${name}) from the holidays.`,
};
