import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { paths } from "#app/paths.ts";
import { db, visit } from "./app.ts";
import { signed } from "./press-room.ts";
import {
  addressesFor,
  answer,
  later,
  OFFICERS,
  type Person,
  PRESS,
  type Press,
  press,
  publish,
  SECRETS,
  type Secret,
} from "./press-secrets.ts";

type Stage = "unanswered" | "locked" | "public";

/** What each finds of the ward's things, wherever they look, while each stage lasts. */
const MATRIX: Record<Person, Record<Stage, Secret[]>> = {
  asker: {
    unanswered: ["question", "name", "phone", "accreditation", "request"],
    locked: ["question", "answer", "name", "phone", "accreditation", "request"],
    public: [
      ...(["question", "answer", "statement", "file", "case"] as const),
      ...(["name", "phone", "accreditation", "request"] as const),
    ],
  },
  other: { unanswered: [], locked: [], public: ["question", "answer", "statement", "case"] },
  stranger: { unanswered: [], locked: [], public: ["question", "answer", "statement", "case"] },
  own: {
    unanswered: [
      ...(["question", "draft", "statement", "file", "case"] as const),
      ...(["name", "phone", "accreditation"] as const),
    ],
    locked: [
      ...(["question", "draft", "answer", "statement", "file", "case"] as const),
      ...(["name", "phone", "accreditation"] as const),
    ],
    public: [
      ...(["question", "draft", "answer", "statement", "file", "case"] as const),
      ...(["name", "phone", "accreditation"] as const),
    ],
  },
  // A province's desks share its list of journalists, and nothing else.
  sister: {
    unanswered: ["name", "phone"],
    locked: ["name", "phone"],
    public: ["question", "answer", "statement", "case", "name", "phone"],
  },
  // The province's office works for its communes, but a question is the asker's and the unit's in charge.
  province: {
    unanswered: ["statement", "file", "case", "name", "phone", "accreditation", "request"],
    locked: ["statement", "file", "case", "name", "phone", "accreditation", "request"],
    public: [
      ...(["question", "answer", "statement", "file", "case"] as const),
      ...(["name", "phone", "accreditation", "request"] as const),
    ],
  },
  elsewhere: { unanswered: [], locked: [], public: ["question", "answer", "statement", "case"] },
};

const STAGES: [Stage, (scene: Press) => Promise<void>][] = [
  ["unanswered", async () => {}],
  ["locked", answer],
  [
    "public",
    async (scene) => {
      await answer(scene);
      await publish(scene);
      await later(scene);
    },
  ],
];

/** The pages of the things themselves, where an officer looks at every stage. */
const ownPages = ({ ids, tokens }: Press): string[] => {
  const [query, meeting, file] = [{ id: ids.query }, { id: ids.meeting }, { id: ids.file }];
  const [statement, kept] = [{ id: ids.statement }, { id: ids.case }];
  return [
    ...[paths.desk.queries(), paths.desk.query(query), paths.desk.queryDraft(query)],
    ...[
      paths.desk.queryVersions(query),
      paths.query(query),
      paths.agencyQueries({ id: ids.agency }),
    ],
    ...[paths.desk.statements(), paths.desk.statement(statement), paths.statement(statement)],
    ...[paths.statements(), paths.receipt(statement), paths.meetingFile(meeting, file)],
    ...[paths.desk.meetingFiles(meeting), paths.desk.meetingFileContent(file, 1)],
    ...[paths.guestFile({ token: tokens.invitation }, file), paths.meeting(meeting)],
    ...[paths.desk.correctionCases(), paths.desk.correctionCase(kept), paths.corrections()],
    ...[paths.desk.journalists(), paths.desk.journalist({ id: ids.journalist })],
    ...[paths.portal.profile({ id: ids.journalist }), paths.portal.data(), paths.portal.dataFile()],
    ...[paths.desk.accreditations(), paths.desk.accreditation({ id: ids.accreditation })],
    ...[paths.portal.accreditation({ id: ids.accreditation }), paths.desk.dataRequests()],
    ...[paths.desk.dataRequest({ id: ids.request }), paths.desk.audit(), paths.desk.outbox()],
  ].filter((path) => !path.includes(tokens.invitation));
};

/** What can be read of an answer: of an office's file what is packed in it. */
async function readable(response: Response): Promise<string> {
  if (response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return "";
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isPacked = strFromU8(bytes.subarray(0, 2)) === "PK";
  return isPacked
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join("\n")
    : strFromU8(bytes);
}

/** Which secrets somebody comes upon at some addresses, in the order in which they are named. */
async function found(scene: Press, person: Person, addresses: string[]): Promise<Secret[]> {
  const seen = new Set<string>();
  for (const address of addresses) {
    const response = await visit(address, scene.who[person]);
    const text = await readable(response);
    for (const [name, words] of Object.entries(SECRETS)) if (text.includes(words)) seen.add(name);
  }
  return (Object.keys(SECRETS) as Secret[]).filter((name) => seen.has(name));
}

beforeEach(() => loadLaw(db, { at: signed().at }));

const isOfficer = (person: Person) => OFFICERS.some((one) => one === person);

describe.each(STAGES)("who sees what while a question is %s", (stage, reach) => {
  // Under the lock most is secret: then officers of other desks try every address too.
  it("the press at every address of the app, officers at the pages of these things", async () => {
    const scene = await press();
    await reach(scene);
    const seen: [Person, Secret[]][] = [];
    for (const person of [...PRESS, ...OFFICERS]) {
      const isAtHome = person === "own" || (isOfficer(person) && stage !== "locked");
      const addresses = isAtHome ? ownPages(scene) : addressesFor(scene, person);
      expect(addresses.length, "many doors").toBeGreaterThan(isAtHome ? 25 : 200);
      seen.push([person, await found(scene, person, addresses)]);
    }

    const expected = Object.entries(MATRIX).map(([person, stages]) => [person, stages[stage]]);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
  });
});

describe("what is not somebody's answers as if it were not there", () => {
  /** Each page with those for whom it opens; everybody else is told 404, or shown the way in. */
  const PAGES: [string, (scene: Press) => string, Person[]][] = [
    ["question at the desk", ({ ids }) => paths.desk.query({ id: ids.query }), ["own", "province"]],
    ["draft", ({ ids }) => paths.desk.queryDraft({ id: ids.query }), ["own"]],
    ["versions", ({ ids }) => paths.desk.queryVersions({ id: ids.query }), ["own"]],
    ["question in public", ({ ids }) => paths.query({ id: ids.query }), []],
    ["statement in public", ({ ids }) => paths.statement({ id: ids.statement }), []],
    ["statement", ({ ids }) => paths.desk.statement({ id: ids.statement }), ["own", "province"]],
    ["file in public", ({ ids }) => paths.meetingFile({ id: ids.meeting }, { id: ids.file }), []],
    ["case", ({ ids }) => paths.desk.correctionCase({ id: ids.case }), ["own", "province"]],
    ["profile", ({ ids }) => paths.portal.profile({ id: ids.journalist }), ["asker"]],
    [
      "record",
      ({ ids }) => paths.desk.journalist({ id: ids.journalist }),
      ["own", "sister", "province"],
    ],
    ["admission", ({ ids }) => paths.portal.accreditation({ id: ids.accreditation }), ["asker"]],
    [
      "admission at the desk",
      ({ ids }) => paths.desk.accreditation({ id: ids.accreditation }),
      ["own", "province"],
    ],
    ["request", ({ ids }) => paths.desk.dataRequest({ id: ids.request }), ["province"]],
  ];

  it("by its status, page by page", async () => {
    const scene = await press();
    for (const [name, to, readers] of PAGES)
      for (const person of [...PRESS, ...OFFICERS]) {
        const { status } = await visit(to(scene), scene.who[person]);
        const due = readers.includes(person) ? [200] : [404, 302];
        expect(due, `${name}: ${person}`).toContain(status);
      }
  });
});
