import type { Messages } from "../messages.ts";
import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("en", n);

const outletKinds = {
  online: "online newspaper",
  daily: "daily print",
  broadcast: "radio, television",
  weekly: "weekly print",
  magazine: "print magazine",
  rare_magazine: "print magazine, more than 30 days apart",
};

const ways = {
  post: "post",
  hand: "hand delivery",
  document_system: "the document exchange",
  mail: "e-mail",
};

const answers = {
  corrected: "Published a correction",
  apologised: "Published a correction and apology",
  feedback_published: "Published our feedback",
  refused: "Refused, with reasons",
  asked_more: "Asked for more",
  no_answer: "No answer",
};

const outcomes = {
  corrected: "Corrected",
  apologised: "Corrected, with an apology",
  feedback_published: "Feedback published",
  refused: "Refused by the press agency",
  no_answer: "No answer from the press agency",
  dropped: "Not pursued",
};

const FIELDS: Record<string, string> = {
  outletName: "press agency",
  outletKind: "kind",
  outletEmail: "newsroom e-mail",
  articleTitle: "title",
  articleUrl: "link",
  articleSection: "section",
  articleIssue: "issue, hour",
  articlePlace: "page",
  articleDay: "day of publication",
  wrong: "what is wrong",
  right: "what is so",
  grounds: "grounds",
  foundAt: "when found",
};

interface Numbered {
  number: string;
}
interface OfRound extends Numbered {
  round: number;
}

export const pressCorrectionActs = {
  "correction-case.opened": ({ number, outlet, title }: Numbered & Record<string, string>) =>
    `Opened case ${number} on “${title}” of ${outlet}.`,
  "correction-case.changed": ({ number, changed }: Numbered & { changed: string[] }) =>
    `Changed case ${number}: ${changed.map((key) => FIELDS[key] ?? key).join(", ")}.`,
  "correction-case.evidence-added": ({ number, note }: Numbered & { note: string }) =>
    `Added a paper to case ${number}: ${note}.`,
  "correction-case.evidence-removed": ({ number, note }: Numbered & { note: string }) =>
    `Took a paper out of case ${number}: ${note}.`,
  "correction-case.feedback-drafted": ({ number, round }: OfRound) =>
    `Drafted feedback ${round} on case ${number}.`,
  "correction-case.feedback-changed": ({ number, round }: OfRound) =>
    `Changed the draft of feedback ${round} on case ${number}.`,
  "correction-case.feedback-sent": ({
    number,
    round,
    letterNo,
    how,
  }: OfRound & { letterNo: string; how: string }) =>
    `Sent feedback ${round} on case ${number}, no. ${letterNo}, by ${(ways as Record<string, string>)[how] ?? how}.`,
  "correction-case.answered": ({ number, round, answer }: OfRound & { answer: string }) =>
    `Recorded the answer to feedback ${round} on case ${number}: ${((answers as Record<string, string>)[answer] ?? answer).toLowerCase()}.`,
  "correction-case.closed": ({ number, outcome, reason }: Numbered & Record<string, string>) =>
    `Closed case ${number}: ${((outcomes as Record<string, string>)[outcome ?? ""] ?? outcome ?? "").toLowerCase()}${reason ? ` (${reason})` : ""}.`,
  "correction-case.published": ({ number, name }: Numbered & { name: string }) =>
    `Published case ${number} under the name of ${name}.`,
  "correction-case.moved": ({ number, before, from, to }: Numbered & Record<string, string>) =>
    `Moved case ${before} of ${from} to ${to}, where it is ${number}.`,
};

export const pressCorrections: Messages["pressCorrections"] = {
  title: "Errors of the press",
  lead: "Each case is one published article of a press agency: what is wrong, what is so, what was asked and what was answered.",
  open: "Record a case",
  agency: "Agency",
  outletKinds,
  ways,
  answers,
  outcomes,
  states: {
    found: "Found",
    drafted: "Feedback being drafted",
    waiting: "Waiting for the press agency",
    answered: "Answered",
    closed: "Closed",
  },
  movedOver: (n) => `${number(n)} ${n === 1 ? "case" : "cases"} on errors of the press came over.`,
  list: {
    label: "Cases by state",
    search: "Search by press agency, title, text, number",
    shelves: {
      open: "Open",
      waiting: "Waiting for the press agency",
      overdue: "Overdue",
      closed: "Closed",
    },
    empty: {
      open: "No open case",
      waiting: "Waiting for no press agency",
      overdue: "No case is overdue",
      closed: "No case was closed yet",
    },
    emptyLead:
      "Where there are grounds to hold that the press published something false about your agency’s field or area, record it here, even before any feedback.",
    nothingFound: (q) => `No case fits “${q}”`,
    article: "Published article",
    state: "State",
    due: "Due from the press agency by",
    rounds: "Rounds of feedback",
    found: "Found",
    overdue: "overdue",
    noDue: "no moment yet",
  },
  form: {
    newTitle: "Record an error of the press",
    editTitle: "Change the case",
    lead: "Only about a published article. No author’s name, no remark on any person.",
    ofIncident: (title) => `From the incident: ${title}`,
    article: "The published article",
    outletName: "Press agency",
    outletNameHint: "Choose from the province’s list or type a name.",
    outletKind: "Kind",
    outletKindHint: "The times for corrections and feedback go by it.",
    outletEmail: "Newsroom e-mail",
    outletEmailHint: "The newsroom’s own address, nobody’s personal one.",
    articleTitle: "Title of the article or programme",
    articleUrl: "Link to the article",
    articleUrlBlank: "leave blank if it is not on the web: name the section, issue or page",
    articleUrlHint:
      "A page of the press agency, http or https. It is never opened by this software.",
    articleSection: "Section, programme",
    articleIssue: "Issue, hour of broadcast",
    articlePlace: "Page",
    articleDay: "Day of publication",
    what: "What is wrong, what is so",
    wrong: "What was published",
    wrongHint: "Word for word.",
    right: "What is so",
    grounds: "Grounds",
    groundsHint: "Documents, figures, minutes; the law wants the grounds stated.",
    foundAt: "Found at",
    file: "Evidence (picture of the page, document)",
    submit: "Record the case",
    save: "Save changes",
    opened: (n) => `Case ${n} was recorded.`,
    saved: "The changes were saved.",
  },
  page: {
    number: (n) => `Case ${n}`,
    next: "Next step",
    edit: "Change",
    close: "Close",
    draft: "Draft the written feedback",
    draftNext: (round) => `Draft feedback ${round}`,
    rewrite: "Change the draft",
    send: "Record as sent",
    mail: "Send by e-mail",
    answer: "Record the press agency’s answer",
    publish: "Publish the result",
    nothingYet: "No written feedback yet",
    nothingYetLead:
      "The case counts as one that arose; it counts as fed back once a written feedback was sent.",
    article: "The published article",
    wrong: "What was published",
    right: "What is so",
    grounds: "Grounds",
    found: "Found at",
    outlet: "Press agency",
    kind: "Kind",
    section: "Section",
    issue: "Issue, hour",
    place: "Page",
    day: "Day of publication",
    link: "Link",
    email: "Newsroom e-mail",
    origin: "Came of",
    ofIncident: "Incident",
    ofQuery: (n) => `Press query ${n}`,
    ofMeeting: "Meeting",
    round: (n) => `Feedback ${n}`,
    drafted: "Draft",
    signer: "Signed by",
    sent: "Sent",
    sentBy: (way, no) => `by ${way}, no. ${no}`,
    asks: "Asked for",
    conclusion: "Written conclusion enclosed",
    paper: { docx: "The letter (.docx)", pdf: "To print (.pdf)" },
    letterTo: (to) => `Letter to ${to}`,
    pressAnswer: "Press agency",
    answeredAt: "At",
    seen: "Published at",
    text: "Text",
    checklist: "Does it hold all that the law asks for?",
    evidence: "Evidence",
    noEvidence: "No paper yet.",
    addEvidence: "Add a paper",
    remove: "Remove",
    history: "History",
    law: "What the law asks of the press agency, and when",
    noClocks: "The press agency’s time begins when it receives the written feedback.",
    ours: "Our side: the law sets no number of days for sending feedback; every case that arose without written feedback still stands in the denominator of the annual report.",
    rounds: (n, done) =>
      `The law has ${n} rounds of feedback; ${done} ${done === 1 ? "was" : "were"} answered.`,
    roundsUnknown: "The law in force names no number of rounds.",
    roundsOver:
      "The rounds of the law are over without agreement: the press agency may stop publishing, and the press authority may ask it to. Your agency, too, may stop here and close the case.",
    onlineDays: (days) => `A correction stays online for at least ${days} days.`,
    onlineDaysUnknown:
      "For how many days a correction stays online is unknown: the number is unreadable in the text at hand.",
    outcome: "Outcome",
    closed: (outcome, when) => `${outcome}; closed at ${when}.`,
    published: (name, position, when) => `Published by ${name}, ${position}, at ${when}.`,
    seePublic: "See the public page",
    private:
      "Seen by the agency, the province’s committee and administrators only, until the agency publishes it.",
  },
  clocks: {
    feedback: "Publish our feedback",
    correction: "Correct and apologise",
    written_reply: "Answer in writing on the correction",
    answer: "Answer on what it published",
    sameTiming: (ref) => `On the same timing as corrections (${ref}).`,
    unstarted:
      "The law counts from when the press agency receives a competent body’s written conclusion, or finds out itself. No conclusion is recorded as enclosed, so there is no moment yet.",
    nextIssueOn: (day) => `Next issue: ${day} (typed in by an officer)`,
    nextIssueUnknown: "The day of the next issue is not recorded.",
    silent: "The law of that day names no time.",
    done: (when) => `Answered at ${when}.`,
  },
  feedback: {
    title: (round) => `Written feedback ${round}`,
    lead: "It states the grounds and asks for a correction or apology; who signs must be allowed to speak for the agency now.",
    text: "Feedback",
    textHint:
      "What was published, what is so and the grounds go into the letter from the case; write the argument here.",
    asks: "The press agency is asked to",
    askOptions: {
      correction: "correct",
      apology: "apologise",
      feedback: "publish this feedback",
      take_down: "take down what is false",
      answer: "answer on what it published",
    },
    conclusion: "Written conclusion enclosed",
    conclusionHint:
      "Of a competent body, where there is one: number, day, by whom. The time for a correction runs from when the press agency receives it.",
    letterNo: "Number of the letter",
    letterDay: "Signed on",
    speaker: "Signed by",
    submit: "Save the draft",
    saved: "The draft of the feedback was saved.",
    maySpeak: (names) =>
      names.length > 0
        ? `This person may not speak for the agency now. These may: ${names.join(", ")}.`
        : "Nobody may speak for the agency at present.",
    evidence: (n) => `${number(n)} ${n === 1 ? "paper" : "papers"} of the case enclosed.`,
  },
  sending: {
    title: "Record the feedback as sent",
    lead: "The press agency’s time runs from when it received the letter.",
    sentAt: "Received by the press agency at",
    sentHow: "Sent by",
    letterNo: "Number of the letter",
    letterDay: "Signed on",
    nextIssueDay: "Next issue comes out on",
    nextIssueHint:
      "Weeklies and magazines publish in the next issue; an officer types its day from the publishing schedule.",
    submit: "Record as sent",
    done: "The feedback is recorded as sent.",
  },
  mailing: {
    title: "Send the feedback by e-mail",
    lead: "The letter holds the whole feedback, with the paper as .docx and .pdf, and goes to the newsroom as soon as the button is pressed.",
    to: "To",
    toHint: "The newsroom’s own address.",
    preview: "What will be sent",
    submit: "Send the letter",
    done: (to) => `The feedback to ${to} is in the outbox.`,
  },
  answer: {
    title: "Record the press agency’s answer",
    lead: "As it was received or seen.",
    answer: "The press agency",
    answeredAt: "At",
    answerUrl: "Link to what was published",
    answerPlace: "Page, section, hour",
    text: "Text of the answer, reasons for refusing",
    textHint: "A refusal has to be in writing, with reasons.",
    file: "Written answer, picture of what was published",
    checked: "What was published holds",
    checkedHint: "Tick what it holds; what is left open is named on the page of the case.",
    parts: {
      title: "the title “Thông tin cải chính, xin lỗi”",
      piece: "the name of the piece",
      section: "section and issue",
      day: "day, month and year of publication",
      wrong: "the false statement",
      right: "the corrected one",
      body: "the name of the body that gave feedback",
      place: "the place or hour that the law asks for",
      type: "the same type and size",
      taken_down: "the taking down of the false statement online",
    },
    missing: (parts) => `It lacks: ${parts}.`,
    complete: "It holds all that the law asks for.",
    submit: "Record the answer",
    done: "The press agency’s answer was recorded.",
  },
  evidence: {
    title: "Add evidence",
    lead: "Pictures of the page, documents, figures. Only those who work on the case see them.",
    note: "What it shows",
    file: "File",
    submit: "Add the paper",
    added: "The paper was added.",
    removed: "The paper was removed.",
  },
  closing: {
    title: "Close the case",
    lead: "A closed case cannot be changed; it stays in the books and in every count.",
    outcome: "Outcome",
    reason: "Note, or reason for not pursuing it",
    reasonHint: "Needed when the case is not pursued.",
    noFeedback:
      "No written feedback was sent: the annual report will count this case as one that arose without any.",
    submit: "Close",
    done: "The case was closed.",
  },
  publication: {
    title: "Publish the result of the case",
    lead: "The public page names the press agency, the article, the day, what was wrong, what is so, and the outcome. What is published is not taken back.",
    speaker: "Published under the name of",
    look: "What readers will see",
    check: "Read it once more: no author’s name, no remark on any person.",
    submit: "Publish",
    done: "The result of the case was published.",
  },
  refusals: {
    "is-closed": "The case is closed.",
    "not-closed": "The case is still open.",
    "nothing-drafted": "There is no drafted feedback to send.",
    waiting: "The press agency has not answered the feedback that was sent.",
    "not-sent": "No feedback was sent, so there is nothing to answer.",
    "changed-meanwhile":
      "Somebody else has just changed this case. Look at it and do it again; what you typed is still below.",
    "agency-closed": "This agency is closed.",
    "in-the-future": "This moment is still to come.",
    "before-draft": "It cannot be sent before the day on which the article was found.",
    "before-sending": "It cannot be answered before it was received.",
    "issue-needed": "Say on which day the next issue comes out.",
    "issue-before": "The next issue cannot be before the day of sending.",
    "not-a-speaker": "This person may not speak for the agency at that moment.",
    "reasons-needed": "A refusal comes with reasons: write them, or send the answer along.",
    "where-needed": "Give the link, or the page or hour, of what was published.",
    "not-answered-so": "No answer of the press agency bears out this outcome.",
    "reason-needed": "Say why it is not pursued.",
    "published-already": "The case was published already.",
    "was-dropped": "A case that was not pursued is not published.",
  },
  problems: {
    "in-the-future": "This moment is still to come.",
    "found-before": "It cannot be found before the day of publication.",
    where: "Give a link, or a section, issue or page.",
  },
  paper: {
    title: "Feedback on information, request to correct and apologise",
    about: (piece) => `Re: feedback on “${piece}”`,
    to: (outlet) => `To: ${outlet}`,
    opening: (agency, round) =>
      round === 1
        ? `${agency} gives feedback on published information:`
        : `${agency} gives feedback, the ${round}. time, on published information:`,
    letter: (no, day) => `Letter no. ${no} of ${day}`,
    piece: "Article or programme",
    section: "Section",
    issue: "Issue, hour",
    page: "Page",
    day: "Day of publication",
    kind: "Kind",
    link: "Address",
    wrong: "1. The false information published:",
    right: "2. What is so:",
    grounds: "3. Grounds:",
    feedback: "4. Feedback:",
    conclusion: (what) => `Written conclusion enclosed: ${what}.`,
    asksFor: (outlet) => `${outlet} is asked to:`,
    asks: {
      correction: "correct the false information as the law provides",
      apology: "apologise as the law provides",
      feedback:
        "publish this feedback, naming the body that gives it and the article, section, issue and day",
      take_down: "take down the false information online",
      answer: "answer the agency on what was published",
    },
    enclosed: (notes) => `Enclosed: ${notes.join("; ")}.`,
    end: (agency) => `Respectfully, ${agency}.`,
    recipients: ["As above", "Archive"],
  },
  letter: {
    subject: (piece) => `Feedback on “${piece}”`,
    signed: (name, position) => `Signed by ${name}, ${position}.`,
    footer:
      "An official letter of a state administrative agency to a press agency. Please answer this letter, or in writing.",
  },
  site: {
    title: "Published wrong by the press, and answered",
    lead: "Published articles that an administrative agency holds to be wrong: what was published, what is so according to the agency, and how it ended. Only closed cases that the agency published under its speaker’s name.",
    link: "Errors of the press",
    of: (name) => `${name}: published wrong by the press, and answered`,
    empty: "No case was published yet",
    tally: "How closed cases ended",
    tallyLead: (published, all) =>
      `${number(all)} ${all === 1 ? "case" : "cases"} closed, ${number(published)} published.`,
    outcome: "Outcome",
    cases: "Cases",
    wrong: "What was published",
    right: "What is so, according to the agency",
    sent: (day) => `The agency sent its feedback on ${day}.`,
    noFeedback: "The agency sent no written feedback.",
    seen: "See the correction or feedback as published",
    published: "Published",
    all: "Everywhere",
    objection:
      "A press agency that disagrees with what stands here may answer the agency that published it.",
  },
};
