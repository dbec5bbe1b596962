import type { Messages } from "../messages.ts";

interface Other {
  name: string;
  capacity: string;
  from: string;
  until: string | null;
}

const other = ({ name, capacity, from, until }: Other) =>
  `${name} (${capacity.toLowerCase()}, from ${from}${until ? ` until ${until}` : ", no end set"})`;

export const spokespersons: Messages["spokespersons"] = {
  capacity: {
    head: "Head of agency",
    regular: "Regular spokesperson",
    authorised: "Authorised spokesperson",
  },
  why: {
    regular: ({ number, date }) =>
      `Assigned as regular spokesperson by Decision ${number} of ${date}: ask this person first.`,
    "regular-beside": ({ number, date }) =>
      `Assigned as regular spokesperson by Decision ${number} of ${date}.`,
    "head-alone": () =>
      "Head of the agency. Nobody is assigned as regular spokesperson, so the head speaks.",
    "head-beside": () =>
      "Head of the agency, who may always speak; please ask the regular spokesperson first.",
    "authorised-asked": ({ number, date, matter, until }) =>
      `Authorised in writing by the head, document ${number} of ${date}, on the very matter asked about, “${matter}”, until ${until}: ask this person first.`,
    authorised: ({ number, date, matter, until }) =>
      `Authorised in writing by the head, document ${number} of ${date}, only on “${matter}”, until ${until}.`,
    "authorised-alone": ({ number, date, matter, until }) =>
      `Authorised in writing by the head, document ${number} of ${date}, only on “${matter}”, until ${until}. Nobody else is on record.`,
  },
  facts: {
    position: "Position",
    capacity: "Capacity",
    phone: "Telephone",
    email: "Official e-mail",
    since: "From",
    until: "Until",
    noEnd: "no end set",
    basis: "Basis",
    decision: (number, date) => `Decision ${number} of ${date}`,
    document: (number, date) => `Delegation document ${number} of ${date}`,
    matter: "Matter",
    grantor: "Delegated by",
    recommended: "Ask first",
    notOfficial: "Not on a .gov.vn domain",
    privateEmail:
      "This address is not on a .gov.vn domain. The rules ask for the official e-mail to be published; please check it.",
  },
  problems: {
    overlaps: (them) =>
      `This overlaps with ${other(them)}. Only one person holds this capacity at a time: record that person's end first, or correct the days.`,
    "overlaps-line": (them) => `This overlaps with line ${them.line}: ${other(them)}.`,
    "until-before-from": "The last day is before the first.",
    "no-head":
      "Only the head may delegate, and nobody is on record as head both on the day of the document and when the delegation begins. Please enter the head first.",
    "end-before-start": "The end must be after the start.",
    "start-before-document":
      "A delegation cannot begin before the day on which its document was signed.",
    "head-needs-none": "This person is the head, who may speak without a delegation.",
    "matter-delegated":
      "This matter is delegated to somebody else at that time; where that is intended, enter it on the agency's page, with the reason.",
    "too-long": "Longer than the longest term of a delegation that applies to this agency.",
    "already-delegated":
      "This document is already recorded as delegating to this person for that time.",
    "already-ended": "An end is already recorded; the books are not written over.",
    annulled: "This entry was annulled as a mistake; nothing more can be recorded about it.",
    "already-published": "This entry is already published, or was annulled.",
    "has-delegations":
      "Delegations signed by this person stand. Annul or revoke them first, or correct this entry instead.",
    "missing-written":
      "The first condition is not met: a delegation needs a document with its number and day.",
    "missing-matter":
      "The second condition is not met: a delegation must name its specific matter.",
    "missing-limit":
      "The third condition is not met: a delegation needs a time limit, from when until when.",
    "missing-person":
      "Name, position, telephone and e-mail of the person delegated are not all there.",
    "agency-closed":
      "This agency is recorded as closed before that: nobody speaks for it after its last day.",
    "already-closed": "This draft was activated or withdrawn.",
    "end-after-planned": "It cannot end after the time set in the document.",
  },
  registry: {
    title: "Spokespersons",
    lead: (agencies) =>
      `Who may speak for each agency at this moment, among the ${agencies} within your reach.`,
    import: "Import from a spreadsheet",
    search: "Find an agency or a spokesperson",
    all: "All",
    missing: "Without a spokesperson",
    filter: "Filter the list",
    found: (n) => `Agencies found: ${n}`,
    none: "No agency matches",
    noneMissing: "No agency is without a spokesperson",
    clear: "Clear the filter",
    agency: "Agency",
    speaker: "Spokesperson",
    contact: "Contact",
    nobody: "Nobody",
    more: (n) => `and ${n} more`,
  },
  agency: {
    above: "Spokespersons",
    now: "Who may speak now",
    nobody: "No spokesperson on record",
    nobodyLead:
      "By law the head of the agency speaks. Please enter the decision, so that the press knows whom to ask.",
    onlyThese: "Nobody but the people named here speaks officially for the agency.",
    publicPage: "Public page",
    assign: "Enter a head or a spokesperson",
    delegate: "Enter a delegation",
    delegateNeedsHead: "A delegation needs a head on record first: only the head may delegate.",
    end: "Record the end",
    revoke: "Revoke",
    history: "The register",
    historyLead:
      "Every decision and delegation entered, newest first. Nothing is deleted or written over.",
    person: "Person",
    term: "Time",
    state: "State",
    phases: { coming: "To come", current: "Speaking now", past: "Ended" },
    cutShort: (planned) => `planned until ${planned}`,
    openEnded: "now",
    recorded: (when) => `entered ${when}`,
  },
  people: "Choose somebody on record, or type a new name",
  contactNote:
    "These four will be published: name, position, telephone and official e-mail. Nothing else is.",
  form: {
    name: "Full name",
    nameHint: "As written on the decision",
    position: "Position",
    positionHint: "For example: Vice Chair of the ward People's Committee",
    phone: "Office telephone",
    phoneHint: "The office number with its area code",
    email: "Official e-mail",
    emailHint: "The agency's address, for example name@angiang.gov.vn",
    decisionNo: "Decision number",
    decisionNoHint: "For example: 87/QĐ-UBND",
    decisionDay: "Date of the decision",
    decisionDayHint: "As written on the decision",
    who: "Who",
    basis: "By which decision, and from when",
  },
  assignment: {
    title: "Enter a head or a spokesperson",
    lead: "By a signed decision: the head of the agency, or the person assigned as regular spokesperson.",
    capacity: "Capacity",
    fromDay: "From",
    fromDayHint: "May be a day past or to come.",
    untilDay: "Until the end of",
    untilDayHint: "Leave blank if the decision sets no end.",
    submit: "Enter",
    done: (name) => `Entered: ${name}.`,
    standing: "On record now",
    standingHint:
      "To enter somebody else in the same capacity, choose “Succeed that person” at the end of the form, or record the end first.",
  },
  assignmentEnd: {
    title: "Record the end",
    lead: (name) => `The last day on which ${name} holds this capacity.`,
    endDay: "Last day",
    endDayHint: "After this day the person no longer speaks for the agency.",
    reason: "Reason",
    reasonHint: "For example: moved to another office, retired, duties reassigned",
    decisionNo: "Number of the ending decision",
    submit: "Record the end",
    done: (name) => `The end is recorded for ${name}.`,
    running: (n) =>
      `Delegations signed by this person that run or are to come: ${n}. They are not revoked by recording the end here; if need be, revoke each.`,
  },
  delegation: {
    title: "Enter a delegation",
    lead: "The head authorises a responsible person of the same agency to speak on one specific matter.",
    conditions: "A delegation is valid only if three things are true",
    written: "It is in writing, with a number and a date.",
    matter: "It is for one specific matter, not for everything.",
    limited: "It is limited in time, with a clear beginning and end.",
    notPassedOn:
      "An authorised person may not pass it on; nor may a regular spokesperson delegate.",
    grantor: (name, position) => `Delegated by: ${name}, ${position}.`,
    noHead: "Nobody is on record as head now.",
    noHeadLead: "Only the head may delegate. Please enter the head first, then come back here.",
    assignHead: "Enter the head",
    matterField: "Matter",
    matterHint: "For example: landslide on the bank of the Hậu river at Đông Thịnh 6",
    documentNo: "Number of the delegation document",
    documentNoHint: "For example: 25/GUQ-UBND",
    documentDay: "Date of signing",
    documentDayHint: "As written on the document",
    fromTime: "Begins at",
    fromTimeHint: "Not before the document was signed",
    untilTime: "Ends at",
    untilTimeHint: "At this moment it no longer holds",
    basis: "Document, matter, time",
    submit: "Enter the delegation",
    done: (name) => `The delegation to ${name} is entered.`,
  },
  revocation: {
    title: "Revoke a delegation",
    lead: (name) => `The head takes back the delegation to ${name}.`,
    endTime: "Revoked from",
    endTimeHint: "From this moment the person no longer speaks on the matter.",
    reason: "Reason",
    submit: "Revoke",
    done: (name) => `The delegation to ${name} is revoked.`,
  },
  columns: {
    agency_name: "agency name",
    agency_code: "agency code",
    area_code: "area code",
    era: "list",
    name: "name",
    position: "position",
    phone: "phone",
    email: "email",
    capacity: "capacity",
    decision_no: "decision number",
    decision_date: "decision date",
    from: "from",
    until: "until",
    matter: "matter",
  },
  import: {
    title: "Import spokespersons from a spreadsheet",
    lead: "Check first, enter after: only when every row is right is the whole list entered, all at once.",
    how: "Which columns the sheet needs",
    howRows:
      "One person to a row. The first line names the columns, as below, in English or Vietnamese, with or without marks.",
    howCode:
      "The area code is today's: two digits for a province, five for a commune. Where a spreadsheet dropped the zeros in front (30 for 00030), the code is read as the agency within your reach that it may mean, and the result of the check says so.",
    howCapacity:
      "Capacity: “head”, “regular” or “authorised”. An authorised person needs a matter and an end; number and date of the decision are then those of the delegation document.",
    howDates: "Days as 25/11/2026 or 2026-11-25; for a delegation also a time: 17:00 25/11/2026.",
    example: "An example to copy",
    commit: "Enter into the register",
    good: (rows) => `Rows that are all right: ${rows}. Nothing is entered yet.`,
    goodLead: "Look through the table below, then press “Enter into the register”.",
    padded: (code) => `code read as ${code}`,
    privateEmails: (n) =>
      `Rows with an address that is not on a .gov.vn domain: ${n}. They can be entered; please check them, since the official e-mail must be published.`,
    done: (rows) => `Rows entered into the register: ${rows}.`,
    problems: {
      "unknown-code":
        "No agency has this code. If it is that of a unit before 1 July 2025, write “former” into the column list.",
      "out-of-reach": "This agency is not within your reach.",
      "codes-disagree": "This code is not that of the agency in agency_code.",
      "not-a-capacity": "The capacity must be “head”, “regular” or “authorised”.",
    },
  },
};
