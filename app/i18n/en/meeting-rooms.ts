import { shortTime } from "../dates.ts";
import type { Messages } from "../messages.ts";

const AUDIENCES: Record<string, string> = {
  invited: "invited journalists",
  everybody: "everybody",
};

const LINKS: Record<string, string> = { video: "video", article: "article" };

const opening = ({ audience, opensAt }: { audience: string; opensAt: string | null }) =>
  `for ${AUDIENCES[audience] ?? audience}${opensAt ? `, open from ${shortTime(opensAt)}` : ""}`;

type Acts = Pick<
  Messages["audit"]["acts"],
  keyof typeof import("../vi/meeting-rooms.ts").meetingRoomActs
>;

export const meetingRoomActs: Acts = {
  "agenda.added": ({ title }) => `Added to the programme: “${title}”.`,
  "agenda.changed": ({ title }) => `Changed the point “${title}” of the programme.`,
  "agenda.moved": ({ title, place }) => `Moved the point “${title}” to place ${place}.`,
  "agenda.removed": ({ title }) => `Removed from the programme: “${title}”.`,
  "meeting.speaker-added": ({ name, position }) => `Added a spokesperson: ${name}, ${position}.`,
  "meeting.speaker-removed": ({ name }) => `Removed the spokesperson ${name}.`,
  "meeting.file-added": (file) => `Added the file “${file.title}”, ${opening(file)}.`,
  "meeting.file-changed": (file) => `Changed the file “${file.title}”: ${opening(file)}.`,
  "meeting.file-replaced": ({ title, version }) =>
    `Replaced the file “${title}” by version ${version}.`,
  "meeting.file-withdrawn": ({ title, reason }) =>
    `Withdrew the file “${title}”. Reason: ${reason}.`,
  "meeting.embargo-moved": ({ title, from, to }) =>
    `The opening of the file “${title}” moved along with the meeting, from ${shortTime(from)} to ${shortTime(to)}.`,
  "meeting.minutes-written": ({ version }) => `Wrote minutes, version ${version}.`,
  "meeting.minutes-published": ({ version }) => `Published the minutes, version ${version}.`,
  "meeting.link-added": ({ kind, title, url }) =>
    `Added the ${LINKS[kind] ?? kind} link “${title}” (${url}).`,
  "meeting.link-removed": ({ kind, title, url }) =>
    `Removed the ${LINKS[kind] ?? kind} link “${title}” (${url}).`,
};

const counted = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const meetingRooms: Messages["meetingRooms"] = {
  card: "Programme, papers, files",
  agendaSum: (items, minutes) =>
    items === 0
      ? "No points yet"
      : `${counted(items, "point", "points")}, ${counted(minutes, "minute", "minutes")}`,
  othersSum: (names) => (names.length === 0 ? "Nobody else" : `Also: ${names.join(", ")}`),
  filesSum: (files) => (files === 0 ? "No files yet" : counted(files, "file", "files")),

  reasons: {
    "is-held": "The meeting was held; its programme stays as it was then.",
    "is-cancelled": "The meeting was cancelled.",
    "not-a-speaker": "This person may not speak for the agency when the meeting starts.",
    "speaks-already": "This person is among those who speak already.",
    "embargo-past": "This time is past. Leave it blank to open the file at once.",
    "no-cues": "This WebVTT file holds no words with a time.",
    "same-file": "This file is the very one that is there. Nothing was changed.",
    withdrawn: "This file was withdrawn.",
    "not-held": "It is not recorded yet that the meeting was held.",
    "written-meanwhile":
      "Somebody else has just written these minutes. Please look at both versions below and save again.",
    "nothing-written": "There are no minutes to publish yet.",
    published: "This version is published.",
    "link-listed": "This link is on the meeting already.",
    "day-in-future": "This day is still to come.",
  },

  agenda: {
    title: "Programme",
    lead: "The points in their order; the time of each follows from the start of the meeting.",
    empty: "No points yet",
    emptyHint: "Add the first one below: an opening, a presentation, questions and answers.",
    chair: "Chair",
    item: "Point",
    itemHint: "For example: Report on the situation; Questions and answers.",
    speaker: "Presented by",
    minutes: "Minutes",
    minutesText: (minutes) => counted(minutes, "minute", "minutes"),
    time: "Time",
    add: "Add a point",
    submit: "Add the point",
    added: (title) => `Added “${title}” at the end of the programme.`,
    change: "Change",
    changeTitle: "Change a point of the programme",
    changed: (title) => `Changed “${title}”.`,
    remove: "Remove",
    removed: (title) => `Removed “${title}” from the programme.`,
    up: "Up",
    down: "Down",
    moved: (title, place, of) => `“${title}” is now number ${place} of ${of}.`,
    fits: (minutes, spare) =>
      spare === 0
        ? `${counted(minutes, "minute", "minutes")} in all, exactly as long as the meeting.`
        : `${counted(minutes, "minute", "minutes")} in all; ${counted(spare, "minute is", "minutes are")} left of the meeting.`,
    over: (over) =>
      `The programme is ${counted(over, "minute", "minutes")} longer than the meeting`,
    overHint: (minutes, lasts) =>
      `The points take ${counted(minutes, "minute", "minutes")}, the meeting lasts ${lasts}. Shorten a point, or let the meeting end later.`,
    after: "after the end",
    postponed: "The meeting is put off: these times are by its old hour.",
  },

  speakers: {
    title: "Who speaks at the meeting",
    lead: (when) => `Only those who may speak for the agency at ${when} can be chosen.`,
    first: "First spokesperson",
    noFirst: "Not chosen yet. Choose one where the meeting is changed.",
    chooseFirst: "Change the meeting",
    others: "Also speaking",
    none: "Nobody else speaks yet",
    person: "Also speaking",
    choose: "Choose somebody",
    submit: "Add this person",
    tell: (people) => `Write to the ${people === 1 ? "person" : `${people} people`} invited`,
    tellRemoved: "Write to those invited",
    added: (name, letters) =>
      `Added ${name}.${letters > 0 ? ` ${letters === 1 ? "1 letter is" : `${letters} letters are`} on the way.` : ""}`,
    remove: "Remove",
    removed: (name, letters) =>
      `Removed ${name}.${letters > 0 ? ` ${letters === 1 ? "1 letter is" : `${letters} letters are`} on the way.` : ""}`,
    may: (names) => `Can be chosen: ${names.join("; ")}.`,
    nobodyElse:
      "Beside those above nobody may speak for the agency at that time. To add somebody, record the decision or the delegation first.",
    toAgency: "The agency's spokespersons",
    asChosen: "Name, position and capacity are kept as they were when chosen.",
  },

  kinds: {
    press_release: "Press release",
    document: "Document",
    data: "Data",
    photo: "Photograph",
    audio: "Sound",
    video: "Video",
    transcript: "Transcript",
    minutes: "Minutes",
    other: "Other",
  },
  languages: {
    vi: "Vietnamese",
    en: "English",
    km: "Khmer",
    hmn: "Hmong",
    tai: "Tai of Viet Nam",
    cjm: "Cham",
    zh: "Chinese",
    lo: "Lao",
    fr: "French",
    ru: "Russian",
    ja: "Japanese",
    ko: "Korean",
    es: "Spanish",
  },
  audiences: {
    invited: "Invited journalists only",
    everybody: "Everybody",
  },

  files: {
    title: "Files for the press",
    lead: "For whom and from when on each file is open is yours to say. Before that nobody outside the office can read it.",
    empty: "No files yet",
    name: "Title",
    kind: "Kind",
    language: "Language",
    audience: "For",
    embargo: "Open from",
    embargoHint: (zone) =>
      `Leave blank to open it as soon as the meeting is announced. ${zone ? `The time is that of ${zone}` : "The time is that of Viet Nam"}; when the meeting is moved, it moves along.`,
    titleField: "Title",
    titleHint: "Before it opens, the title is not shown outside the office.",
    file: "File",
    add: "Add a file",
    submit: "Add the file",
    added: (title) => `Added “${title}”.`,
    states: {
      open: "Open",
      closed: "Not open yet",
      withdrawn: "Withdrawn",
      off: "Not open: the meeting was cancelled",
      draft: "Not open: the meeting is not announced",
      postponed: "Not open: the meeting is put off",
    },
    at: (when) => `from ${when}`,
    version: (n) => `version ${n}`,
    open: "Change, new version",
    change: "About the file",
    save: "Save",
    changed: (title) => `Saved what is said about “${title}”.`,
    versions: "Versions",
    versionsHint: "Outside the office only the latest can be read; the earlier ones are kept here.",
    newest: "in use",
    addVersion: "Replace by a new version",
    addVersionHint:
      "The new version takes the place of the one in use at once, for the same readers and from the same time on.",
    replaced: (title, version) => `“${title}” is now version ${version}.`,
    withdraw: "Withdraw",
    withdrawTitle: "Withdraw a file",
    withdrawHint:
      "Once withdrawn, nobody outside the office can open this file any more. The log keeps the file, the reason and who withdrew it.",
    reason: "Reason",
    reasonHint: "Kept in the office's log only.",
    withdrawn: (title) => `Withdrew “${title}”.`,
    withdrawnBecause: (when, reason) => `Withdrawn at ${when}. Reason: ${reason}`,
  },

  kit: {
    title: "Files",
    guestTitle: "Files for invited journalists",
    awaited: (kind, language) => `${kind} (${language})`,
    opensAt: (when) => `opens at ${when}`,
    opensLater: "opens once there is a new time",
    version: (n, when) => `version ${n}, ${when}`,
  },

  afterwards: {
    title: "After the meeting",
    lead: "What there is already, and what may still be added. Nothing of it is compulsory.",
    all: "All is there: attendance, minutes, video, transcript, documents and articles.",
    done: "there",
    missing: "not there yet",
    steps: {
      attendance: "Who came",
      minutes: "Minutes",
      video: "Link to a video",
      transcript: "Transcript",
      documents: "Documents released",
      articles: "Articles that came of it",
    },
    go: {
      attendance: "Take down who came",
      minutes: "Write minutes",
      video: "Add a link",
      transcript: "Add a transcript",
      documents: "Add a document",
      articles: "Add an article",
    },
    see: "See",
  },

  minutes: {
    title: "Minutes",
    lead: "Write them here, or add a file with the minutes to the meeting's files.",
    addFile: "Add a file with the minutes",
    text: "The minutes",
    textHint:
      "A blank line begins a new paragraph. A line that begins with “# ” is a heading, one with “- ” a point of a list.",
    save: "Save the draft",
    saved: (version) => `Saved the minutes, version ${version}. The public does not see them yet.`,
    draft: (version) => `Version ${version} is not published`,
    public: (version, when) => `Version ${version} was published at ${when}`,
    publish: "Publish the minutes",
    publishHint: "Once published, the minutes stand on the meeting's public page.",
    publishLater: "They can be published once it is recorded that the meeting was held.",
    done: "Published the minutes.",
    theirs: "The version that has just been saved",
    yours: "Yours is in the form below. Saving it again makes it a new version.",
    none: "No minutes written yet",
    shown: "What readers will see",
    publishedAt: (when) => `Published at ${when}`,
  },

  videos: {
    title: "Links to videos",
    lead: "Where the meeting can be watched. The public page only links there: it embeds nothing and fetches nothing.",
    empty: "No links to videos yet",
    url: "Address",
    urlHint: "Begins with https:// or http://",
    name: "Shown as",
    nameHint: "For example: The whole meeting on the province's channel.",
    submit: "Add the link",
    added: "Added the link to a video.",
    untitled: "Watch the meeting",
  },

  articles: {
    title: "Articles that came of it",
    lead: "Articles written from this meeting, entered by somebody of the office. Nothing is searched for, and no article is rated.",
    empty: "No articles entered yet",
    outlet: "Press agency",
    name: "Title",
    url: "Address",
    day: "Published on",
    submit: "Add the article",
    added: (title) => `Added “${title}”.`,
    public: "Articles about the meeting",
  },

  links: {
    remove: "Remove",
    removed: (title) => `Removed “${title}”.`,
    what: "Link",
  },

  transcript: {
    withVideo: "Video and transcript",
    title: "Transcript",
    read: (title) => `Read: ${title}`,
  },
};
