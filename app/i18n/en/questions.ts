import { HOME_ZONE } from "#app/clock.ts";
import { shortTime } from "../dates.ts";
import { numberIn } from "../numbers.ts";
import type * as vi from "../vi/questions.ts";

const number = (n: number) => numberIn("en", n);
const counted = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

const RULES: Record<string, string> = {
  first_come: "first come",
  rotation: "rotation by press agency",
  lot: "by lot",
};

export const questionActs: typeof vi.questionActs = {
  "questions.order-chosen": ({ subject, rule, commitment }) =>
    `Chose the order of questions for “${subject}”: ${RULES[rule] ?? rule}${commitment ? ` (seal ${commitment})` : ""}.`,
  "question.sent": ({ subject, outlet }) =>
    `Sent a question ahead to “${subject}”${outlet ? ` (${outlet})` : ""}.`,
  "question.taken": ({ subject, outlet }) =>
    `Took down a question at “${subject}”${outlet ? ` (${outlet})` : ""}.`,
  "question.asked": ({ subject, number: no, outOfTurn }) =>
    `Called question ${no} of “${subject}”${outOfTurn ? " before its turn" : ""}.`,
  "question.answered": ({ subject, number: no, by }) =>
    `Noted that question ${no} of “${subject}” was answered${by ? ` by ${by}` : ""}.`,
  "question.withdrawn": ({ subject, number: no }) => `Withdrew question ${no} of “${subject}”.`,
  "promise.made": ({ subject, number: no, owner, dueAt }) =>
    `Left question ${no} of “${subject}” open: ${owner} answers before ${shortTime(dueAt, HOME_ZONE)}.`,
  "promise.kept": ({ subject, number: no, letters }) =>
    `Answered question ${no} of “${subject}”, which was left open, in ${counted(letters, "letter", "letters")}.`,
  "promise.moved": ({ subject, number: no, from, to }) =>
    `Moved the promise to answer question ${no} of “${subject}” from ${from} to ${to}.`,
};

export const questions: typeof vi.questions = {
  title: "Questions",
  lead: "The rule below decides the order, the same for every press agency, in the room or from afar.",
  screen: "Screen for the room",
  states: {
    waiting: "Waiting",
    asked: "Being asked",
    answered: "Answered",
    open: "Left open",
    withdrawn: "Withdrawn",
  },
  reasons: {
    "is-draft": "The meeting is a draft.",
    "is-scheduled": "The meeting is not announced yet.",
    "is-announced": "The meeting is announced.",
    "is-postponed": "The meeting is put off; no questions are taken yet.",
    "is-rescheduled": "The meeting has been rescheduled.",
    "is-held": "The meeting is over; no more questions are taken.",
    "is-cancelled": "The meeting is cancelled; no questions are taken.",
    over: "The meeting's time is over; no more questions are taken.",
    "too-many": "One person may send 3 questions at most. Withdraw one to send another.",
    unknown: "There is no such question.",
    begun: "The meeting has begun: the order can no longer be changed.",
    "is-waiting": "This question has not been called yet.",
    "is-asked": "This question has been called.",
    "is-answered": "This question has been answered.",
    "is-open": "This question was left open, with a promise.",
    "is-withdrawn": "This question was withdrawn.",
    "not-a-speaker": "This person could not speak for the agency at that moment.",
    "no-due": "No rule sets a time on this day: please give one.",
    "in-the-past": "The time must lie ahead.",
    kept: "This has been answered already.",
    "nobody-may": "Nobody may speak for the agency at this moment.",
  },
  rules: {
    first_come: "First come",
    rotation: "Rotation by press agency",
    lot: "By lot",
  },
  ruleHints: {
    first_come: "In the order in which questions came in.",
    rotation: "Every press agency's first question before anybody's second.",
    lot: "Questions sent before the meeting are drawn; later ones come behind. Anybody can recompute it.",
  },
  order: {
    title: "Order of questions",
    lead: "Chosen before the meeting begins. The rule stands on the public page and on the page where invitations are answered.",
    choose: "Choose the order",
    change: "Change the order",
    chosen: "The order of questions is chosen.",
    is: "Order of questions",
    equal: "Questions from afar and of small newsrooms are ranked as all others.",
    sealed: (hash) =>
      `The seed is drawn and sealed by its SHA-256: ${hash}. It is published when the meeting begins.`,
    seed: "Seed",
    seal: "Seal (SHA-256 of the seed)",
    drawn: "The order drawn",
    none: "no question was sent before the meeting",
    check:
      "To recompute: take the SHA-256 of “seed:question number” for each question sent before the meeting, and sort upwards.",
    notDrawn: "Not drawn yet: until the meeting begins questions stand as they came in.",
  },
  room: {
    now: "Being asked",
    next: "Next",
    later: "Then",
    nobody: "No question is waiting",
    noneNow: "No question is being asked",
    number: (n) => `Question ${number(n)}`,
    remote: "from afar",
    waiting: (n) => `${number(n)} waiting`,
    noOutlet: "No press agency given",
    reload: "This page keeps itself up to date.",
    answered: (n) => `${number(n)} answered`,
    open: (n) => `${number(n)} left open`,
  },
  list: {
    waiting: "Waiting, in order",
    done: "Done",
    empty: "No questions yet",
    emptyLead:
      "Questions are sent ahead from the page where invitations are answered, or taken here.",
    ask: "Question",
    from: "From",
    call: "Call",
    callEarly: "Call before its turn",
    answer: "Note the answer",
    leaveOpen: "Leave open, promise",
    withdraw: "Withdraw",
    called: "The question is called.",
    withdrawn: "The question is withdrawn.",
    taken: "The question is taken down.",
    toPromise: "Promise",
    answeredBy: (who) => `answered by ${who}`,
    notes: "Notes",
    public: "public",
    byLink: "sent ahead",
    inRoom: "in the room",
  },
  take: {
    title: "Take a question in the room",
    text: "Question",
    asker: "Who asks",
    outlet: "Press agency",
    nameAgreed: "They agree that their name stands on the public page",
    remote: "Asked from afar",
    submit: "Take it down",
  },
  answering: {
    title: "Note the answer",
    lead: "Only those are listed who could speak when the question was asked.",
    who: "Who answered",
    notes: "Notes of the answer",
    notesHint: "For the office only, unless they are made public below.",
    public: "Show these notes on the meeting's public page",
    submit: "Note the answer",
    done: "The answer is noted.",
    nobody: "Nobody could speak at that moment. The question can be left open with a promise.",
  },
  promise: {
    title: "Leave open and promise an answer",
    lead: "The answer will stand on the public page and go to everybody present.",
    owner: "Who sees to the answer",
    ownerHint: "A unit or person of the agency; only the office sees it.",
    due: "Answer by",
    dueHint: "Left blank, the rule below decides.",
    byRule: "By the rule",
    noRule: "No rule sets a time on this day: please give one.",
    submit: "Promise an answer",
    made: (until) => `The question is left open; to be answered before ${until}.`,
    keepTitle: "Answer a question left open",
    keepLead: (people) =>
      `The answer stands on the meeting's public page and goes to ${counted(people, "address", "addresses")} of those present and of whoever asked, one letter each.`,
    question: "Question",
    from: "Press agency",
    meeting: "Meeting",
    promisedAt: "Promised at",
    dueAt: "Promised for",
    ownDue: "The time promised is another than the rule's.",
    answer: "Answer",
    answerHint: "Public: exactly as it will be published and sent.",
    who: "Who answers",
    keepSubmit: "Publish and send the answer",
    kept: (letters) =>
      `The answer is published; ${counted(letters, "letter is", "letters are")} on the way.`,
    wasKept: "Answered",
    homeTitle: "Answers owed to the press",
    letters: "Letters",
    lettersOf: (sent, all) => `${number(sent)} of ${counted(all, "letter", "letters")} sent.`,
  },
  site: {
    title: "Questions and answers",
    askedBy: (who) => `Asked by ${who}`,
    answeredBy: (who) => `Answered by ${who}`,
    answered: "Answered at the meeting.",
    promised: (until) => `The agency promised to answer before ${until}.`,
    overdue: (until) => `The answer is overdue (${until}).`,
    keptAt: (at) => `Answered at ${at}`,
    keptLate: "later than promised",
    noOutlet: "a press agency that gave no name",
    shareTitle: "Promises to answer",
    share: ({ made, onTime, late, overdue, running }) =>
      [
        `${number(onTime + late)} of ${counted(made, "promise", "promises")} kept`,
        late > 0 && `${number(late)} late`,
        overdue > 0 && `${number(overdue)} overdue`,
        running > 0 && `${number(running)} not due yet`,
      ]
        .filter(Boolean)
        .join("; "),
    ofMeeting: "This meeting",
    ofAgency: "All meetings of the agency",
  },
  ahead: {
    title: "Send a question ahead",
    lead: "A question asked at the meeting stands on its public page with the press agency's name. Until then only the office sees it.",
    text: "Question",
    hint: "600 characters at most, 3 questions each.",
    nameAgreed: "My name may stand beside my question on the public page",
    remote: "I attend from afar",
    submit: "Send the question",
    sent: "Questions sent",
    wasSent: "Your question was received.",
    withdraw: "Withdraw this question",
    closed: "No more questions are taken.",
  },
  letter: {
    subject: (subject) => `[Answer to the press] ${subject}`,
    heading: "The answer to a question left open",
    salutation: (name) => `Dear ${name},`,
    lead: (agency) =>
      `At the meeting that you attended a question was left open, and ${agency} promised an answer. It goes to everybody present at the same time.`,
    meeting: "Meeting",
    when: "Time",
    question: "Question",
    askedBy: "Asked by the press agency",
    noOutlet: "not named",
    promisedAt: "Promised at",
    answeredBy: "Answered by",
    onPage: "Question and answer also stand on the meeting's public page:",
    open: "Open the meeting's page",
    closing: "Yours sincerely,",
    footer: "You receive this letter because you were present at the meeting and gave an address.",
  },
};
