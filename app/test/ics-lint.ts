/**
 * A strict reader of outgoing calendar files, written apart from what writes them. Parsers forgive
 * nearly everything; this forgives nothing that RFC 5545, 5546, 6868 or 7986 forbids, down to the octet.
 * Answers the list of faults, empty for a good file.
 */
export function lintCalendar(file: string, wanted: Wanted): string[] {
  const { method } = wanted;
  const faults: string[] = [];
  const fault = (words: string) => void faults.push(words);

  const [calendar, ...others] = componentsOf(contentLines(file, fault), fault);
  if (calendar?.name !== "VCALENDAR" || others.length > 0) fault("not exactly one VCALENDAR");
  if (!calendar) return faults;

  for (const component of everyComponent(calendar)) {
    if (component.late.length > 0)
      fault(`${component.name}: properties after a component: ${component.late}`);
    for (const property of component.properties) lintProperty(property, fault);
  }
  lintCalendarProperties(calendar, method, fault);
  lintZones(calendar, fault);
  const events = calendar.components.filter(({ name }) => name === "VEVENT");
  if (method === "PUBLISH") lintRecurrences(events, fault);
  else if (events.length !== 1) fault(`${events.length} events in one message`);
  for (const event of events) lintEvent(event, wanted, fault);
  return faults;
}

/** A message has one recipient, and nobody else is in it; what is published has none. */
type Wanted =
  | { recipient: string; method: "REQUEST" | "CANCEL" }
  | { recipient?: undefined; method: "PUBLISH" };

interface Property {
  name: string;
  parameters: [name: string, values: string[]][];
  value: string;
}

interface Component {
  name: string;
  properties: Property[];
  components: Component[];
  late: string[];
}

type Fault = (words: string) => void;

function contentLines(file: string, fault: Fault): string[] {
  if (file.startsWith("\ufeff")) fault("byte order mark");
  if (/(?<!\r)\n|\r(?!\n)/.test(file)) fault("bare CR or LF");
  if (!file.endsWith("END:VCALENDAR\r\n")) fault("does not end with END:VCALENDAR CRLF");
  if (/\p{Surrogate}/u.test(file)) fault("half a character");

  const lines: string[] = [];
  for (const [index, line] of file.split("\r\n").slice(0, -1).entries()) {
    const octets = Buffer.byteLength(line);
    if (octets > 75) fault(`line ${index + 1} has ${octets} octets`);
    if (/[^\P{Cc}\t]|[\u2028\u2029]/u.test(line)) fault(`control character in line ${index + 1}`);
    if (line === "") fault(`line ${index + 1} is empty`);
    else if (!/^[ \t]/.test(line)) lines.push(line);
    else if (lines.length === 0) fault("continuation of nothing");
    else lines.push(`${lines.pop()}${line.slice(1)}`);
  }
  return lines;
}

function componentsOf(lines: string[], fault: Fault): Component[] {
  const roots: Component[] = [];
  const open: Component[] = [];
  for (const line of lines) {
    const property = propertyOf(line);
    const current = open.at(-1);
    if (!property) fault(`not a content line: ${line.slice(0, 60)}`);
    else if (property.name === "BEGIN") {
      const component = { name: property.value, properties: [], components: [], late: [] };
      (current?.components ?? roots).push(component);
      open.push(component);
    } else if (property.name === "END") {
      if (open.pop()?.name !== property.value) fault(`END:${property.value} closes nothing`);
    } else if (!current) fault(`${property.name} outside of a component`);
    else {
      if (current.components.length > 0) current.late.push(property.name);
      current.properties.push(property);
    }
  }
  if (open.length > 0) fault(`${open.at(-1)?.name} is not closed`);
  return roots;
}

function propertyOf(line: string): Property | undefined {
  const name = /^[A-Z0-9-]+/.exec(line)?.[0];
  if (!name) return undefined;
  const parameters: Property["parameters"] = [];
  let rest = line.slice(name.length);
  while (rest.startsWith(";")) {
    const parameter = /^;([A-Z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/.exec(rest);
    if (!parameter) return undefined;
    const values = parameter[2]?.match(/"[^"]*"|[^",]+/g) ?? [];
    parameters.push([parameter[1] as string, values.map((value) => value.replaceAll('"', ""))]);
    rest = rest.slice(parameter[0].length);
  }
  return rest.startsWith(":") ? { name, parameters, value: rest.slice(1) } : undefined;
}

const TEXTS = ["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "TZNAME"];
const ADDRESSES = ["URL", "ATTENDEE", "ORGANIZER", "CONFERENCE", "SOURCE", "ATTACH", "IMAGE"];
const STAMPS = ["DTSTAMP", "CREATED", "LAST-MODIFIED"];
const UNREGISTERED = ["TIMEZONE-ID"];

const VALUES: Record<string, string[]> = {
  ROLE: ["CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"],
  CUTYPE: ["INDIVIDUAL", "GROUP", "RESOURCE", "ROOM", "UNKNOWN"],
  PARTSTAT: ["NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"],
  RSVP: ["TRUE", "FALSE"],
  STATUS: ["TENTATIVE", "CONFIRMED", "CANCELLED"],
  TRANSP: ["OPAQUE", "TRANSPARENT"],
  CLASS: ["PUBLIC", "PRIVATE", "CONFIDENTIAL"],
  METHOD: ["PUBLISH", "REQUEST", "CANCEL"],
  ACTION: ["DISPLAY", "EMAIL", "AUDIO"],
};

/** Parameters that hold an address, which must be quoted since it has a colon. */
const ADDRESS_PARAMETERS = ["SENT-BY", "DELEGATED-TO", "DELEGATED-FROM", "MEMBER"];

const RULE_PARTS: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  UNTIL: /^\d{8}T\d{6}Z$/,
  INTERVAL: /^[1-9]\d*$/,
  BYDAY: /^([+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(,|$))+$/,
  BYMONTH: /^\d{1,2}(,\d{1,2})*$/,
  BYMONTHDAY: /^-?\d{1,2}(,-?\d{1,2})*$/,
  BYSETPOS: /^-?\d{1,3}(,-?\d{1,3})*$/,
};

const LOCAL = /^\d{8}T\d{6}$/;
const UTC = /^\d{8}T\d{6}Z$/;

function lintProperty(property: Property, fault: Fault) {
  const { name, parameters, value } = property;
  const zone = parameter(property, "TZID");

  if (value === "") fault(`${name} has no value`);
  if (value !== value.normalize("NFC")) fault(`${name} is not NFC`);
  if (UNREGISTERED.includes(name)) fault(`${name} is no registered property`);
  if (VALUES[name] && !VALUES[name].includes(value)) fault(`${name}: ${value}`);
  if (STAMPS.includes(name) && (!UTC.test(value) || zone)) fault(`${name} is not in UTC: ${value}`);
  if (zone && !LOCAL.test(value)) fault(`${name} has a zone and no local time: ${value}`);
  if (ADDRESSES.includes(name) && !/^[a-z][a-z0-9+.-]*:[!#-;=?-[\]_a-z~]+$/i.test(value))
    fault(`${name} is no URI: ${value}`);
  if (["ATTENDEE", "ORGANIZER"].includes(name) && !/^mailto:[^@\s,;\\]+@[^@\s,;\\]+$/.test(value))
    fault(`${name} is no mail address: ${value}`);
  if (["CONFERENCE", "IMAGE"].includes(name) && parameter(property, "VALUE") !== "URI")
    fault(`${name} without VALUE=URI`);
  if (name === "REFRESH-INTERVAL" && parameter(property, "VALUE") !== "DURATION")
    fault(`${name} without VALUE=DURATION`);
  if (name === "RRULE")
    for (const part of value.split(";")) {
      const [key = "", of = ""] = part.split("=");
      if (!RULE_PARTS[key]?.test(of)) fault(`RRULE has a part ${part}`);
    }
  if (TEXTS.includes(name) && /\\|;|,/.test(value.replace(/\\[\\;,nN]/g, "")))
    fault(`${name} is not escaped as text: ${value.slice(0, 60)}`);

  for (const [key, values] of parameters)
    for (const each of values) {
      if (VALUES[key] && !VALUES[key].includes(each)) fault(`${name};${key}=${each}`);
      if (ADDRESS_PARAMETERS.includes(key) && !/^mailto:[^@\s]+@[^@\s]+$/.test(each))
        fault(`${name};${key} is no mail address: ${each}`);
      if (each.includes("\\")) fault(`backslash in ${name};${key}`);
      if (/\^(?![n'^])/.test(each.replace(/\^\^/g, ""))) fault(`stray caret in ${name};${key}`);
    }
}

function lintCalendarProperties(calendar: Component, method: string, fault: Fault) {
  for (const name of ["PRODID", "VERSION", "METHOD"])
    if (all(calendar, name).length !== 1) fault(`${name} must occur once`);
  for (const name of [
    "CALSCALE",
    "NAME",
    "DESCRIPTION",
    "COLOR",
    "REFRESH-INTERVAL",
    "SOURCE",
    "URL",
  ])
    if (all(calendar, name).length > 1) fault(`${name} more than once`);
  if (one(calendar, "VERSION")?.value !== "2.0") fault("VERSION is not 2.0");
  if (one(calendar, "METHOD")?.value !== method) fault(`METHOD is not ${method}`);
}

function lintZones(calendar: Component, fault: Fault) {
  const described = calendar.components
    .filter(({ name }) => name === "VTIMEZONE")
    .map((zone) => one(zone, "TZID")?.value);
  const used = everyComponent(calendar)
    .flatMap(({ properties }) => properties)
    .flatMap((property) => parameter(property, "TZID") ?? []);
  if (new Set(described).size !== described.length) fault("a zone is described twice");
  for (const zone of new Set(used))
    if (!described.includes(zone)) fault(`zone ${zone} is not described`);
  for (const zone of described)
    if (!zone || !used.includes(zone)) fault(`zone ${zone} is not used`);
}

const SINGLE = [
  ...["LOCATION", "DESCRIPTION", "URL", "CLASS", "TRANSP", "LAST-MODIFIED", "CREATED"],
  ...["COLOR", "GEO", "PRIORITY", "RRULE", "RECURRENCE-ID"],
];

function lintEvent(event: Component, { recipient, method }: Wanted, fault: Fault) {
  const once = ["UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "STATUS", "ORGANIZER", "DTSTART", "DTEND"];
  for (const name of once) if (all(event, name).length !== 1) fault(`${name} must occur once`);
  for (const name of SINGLE) if (all(event, name).length > 1) fault(`${name} more than once`);
  if (all(event, "DURATION").length > 0) fault("DURATION beside DTEND");
  for (const name of ["RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"])
    if (method !== "PUBLISH" && all(event, name).length > 0) fault(`${name} in a message`);

  const [start, end] = [one(event, "DTSTART"), one(event, "DTEND")];
  if (start && end) {
    if (parameter(start, "TZID") !== parameter(end, "TZID")) fault("begins and ends in two zones");
    if (end.value <= start.value) fault("ends before it begins");
    if (!parameter(start, "TZID") && !UTC.test(start.value)) fault("floating time");
  }
  const attendees = all(event, "ATTENDEE").map(({ value }) => value);
  const expected = recipient === undefined ? "" : `mailto:${recipient}`;
  if (attendees.join() !== expected) fault(`invites ${attendees}, not ${recipient}`);
  if (method === "CANCEL" && one(event, "STATUS")?.value !== "CANCELLED")
    fault("a cancellation that is not CANCELLED");
}

/** What recurs ends in UTC, and is one under its UID; what stands in place of a date says so in the same zone. */
function lintRecurrences(events: Component[], fault: Fault) {
  const recurring = events.filter((event) => one(event, "RRULE"));
  const plain = events.filter((event) => !one(event, "RECURRENCE-ID"));
  const uids = plain.map((event) => one(event, "UID")?.value);
  if (new Set(uids).size !== uids.length) fault("two events under one UID");
  for (const event of recurring) {
    const rule = one(event, "RRULE")?.value ?? "";
    if (/COUNT/.test(rule) || !/;UNTIL=\d{8}T\d{6}Z$/.test(rule)) fault(`does not end: ${rule}`);
    const zone = parameter(one(event, "DTSTART") as Property, "TZID");
    const uid = one(event, "UID")?.value;
    const instead = events.filter(
      (other) => one(other, "UID")?.value === uid && one(other, "RECURRENCE-ID"),
    );
    const named = instead.map((other) => one(other, "RECURRENCE-ID") as Property);
    for (const moment of [...named, ...all(event, "EXDATE")])
      if (parameter(moment, "TZID") !== zone) fault(`${moment.name} in another zone`);
    const moments = named.map(({ value }) => value);
    if (new Set(moments).size !== moments.length) fault("two events in place of one date");
    const left = all(event, "EXDATE").flatMap(({ value }) => value.split(","));
    if (moments.some((moment) => left.includes(moment))) fault("a date left out and replaced");
  }
  const known = recurring.map((event) => one(event, "UID")?.value);
  for (const event of events)
    if (one(event, "RECURRENCE-ID") && !known.includes(one(event, "UID")?.value))
      fault("stands in place of nothing");
}

/**
 * The messages about one meeting to one invitee, as they were sent: the same event of the same organizer in all of
 * them, each with a higher number and a later stamp than the one before (SOGo passes over what has the same number).
 */
export function lintLife(files: string[]): string[] {
  const faults: string[] = [];
  const told = files.map((file) => {
    const [calendar] = componentsOf(
      contentLines(file, () => {}),
      () => {},
    );
    const event = calendar?.components.find(({ name }) => name === "VEVENT");
    const value = (name: string) => (event && one(event, name)?.value) ?? "";
    return {
      ...{ uid: value("UID"), organizer: value("ORGANIZER"), attendee: value("ATTENDEE") },
      ...{ sequence: Number(value("SEQUENCE")), stamp: value("DTSTAMP") },
    };
  });
  for (const [index, now] of told.slice(1).entries()) {
    const before = told[index] as (typeof told)[0];
    const place = `message ${index + 2}`;
    if (now.uid !== before.uid) faults.push(`${place} is about another event`);
    if (now.organizer !== before.organizer) faults.push(`${place} has another organizer`);
    if (now.attendee !== before.attendee) faults.push(`${place} is to somebody else`);
    if (now.sequence !== before.sequence + 1) faults.push(`${place} is number ${now.sequence}`);
    if (now.stamp <= before.stamp) faults.push(`${place} is not stamped later: ${now.stamp}`);
  }
  return faults;
}

function everyComponent(component: Component): Component[] {
  return [component, ...component.components.flatMap(everyComponent)];
}

function all(component: Component, name: string) {
  return component.properties.filter((property) => property.name === name);
}

function one(component: Component, name: string): Property | undefined {
  return all(component, name)[0];
}

function parameter(property: Property, name: string): string | undefined {
  return property.parameters.find(([key]) => key === name)?.[1][0];
}
