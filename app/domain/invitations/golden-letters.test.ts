import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, test } from "vitest";
import { lintCalendar, lintLife } from "#app/test/ics-lint.ts";
import { ha, jane, mailOf, occasion } from "#app/test/letters.ts";
import type { Letter } from "../mail/letter.ts";
import { mimeOf } from "../mail/mime.server.ts";
import {
  cancellationLetter,
  changeLetter,
  invitationLetter,
  postponementLetter,
} from "./letters.server.ts";
import type { Occasion } from "./occasion.server.ts";

const COMPOSERS = { invitationLetter, changeLetter, postponementLetter, cancellationLetter };

interface Written {
  composer: keyof typeof COMPOSERS;
  args: unknown[]; // as JSON can hold them: they are handed to other processes
}

const revised = (revision: number, details: Partial<Occasion> = {}): Occasion => ({
  ...occasion,
  onlineUrl: null,
  ...{ revision, revisedAt: `2026-09-0${revision + 1}T01:00:00.000Z` },
  ...details,
});
const invited = revised(0);
const later = { startsAt: "2026-11-26T07:00:00.000Z", endsAt: "2026-11-26T08:30:00.000Z" };
const moved = revised(1, later);
const otherRoom = revised(2, { ...later, venue: "Hội trường B; tầng 2, 9 Lê Lợi" });
const putOff = revised(3, {
  ...later,
  venue: otherRoom.venue,
  postponedAt: "2026-09-04T01:00:00.000Z",
});
const anew = revised(4, {
  ...{ venue: otherRoom.venue, postponedAt: null, rescheduledAt: "2026-09-05T01:00:00.000Z" },
  ...{ startsAt: "2026-12-31T01:30:00.000Z", endsAt: "2026-12-31T03:00:00.000Z" },
});
const off = revised(5, { ...anew, revision: 5, revisedAt: "2026-09-06T01:00:00.000Z" });

const changed = (before: Occasion, reason: string | null) => ({ before, asksAgain: true, reason });

/** The whole life of one invitation; then changes of other kinds, and a meeting in a zone that changes its clocks. */
const LIFE: Record<string, Written> = {
  invitation: { composer: "invitationLetter", args: [invited, ha] },
  "time-change": {
    composer: "changeLetter",
    args: [moved, ha, changed(invited, "Trùng họp HĐND")],
  },
  "room-change": { composer: "changeLetter", args: [otherRoom, ha, changed(moved, null)] },
  postponement: { composer: "postponementLetter", args: [putOff, ha, "Chờ số liệu"] },
  "new-time": { composer: "changeLetter", args: [anew, ha, changed(putOff, "Đã có số liệu")] },
  cancellation: { composer: "cancellationLetter", args: [off, ha, "Bão số 5"] },
};
const OTHERS: Record<string, Written> = {
  online: {
    composer: "invitationLetter",
    args: [{ ...occasion, venue: null, accessNotes: "Đăng nhập trước 10 phút" }, ha],
  },
  hybrid: { composer: "invitationLetter", args: [occasion, ha] },
  "goes-online": {
    composer: "changeLetter",
    args: [
      revised(1, { venue: null, onlineUrl: occasion.onlineUrl }),
      ha,
      changed(invited, "Bão số 5"),
    ],
  },
  "other-subject": {
    composer: "changeLetter",
    args: [
      revised(1, { subject: "Kinh tế, xã hội 9 tháng", chair: "Trần Thị Mai" }),
      ha,
      { ...changed(invited, null), asksAgain: false },
    ],
  },
  abroad: { composer: "invitationLetter", args: [{ ...invited, zone: "Europe/Paris" }, jane] },
};
const ALL = Object.entries({ ...LIFE, ...OTHERS });

const compose = ({ composer, args }: Written): Letter =>
  (COMPOSERS[composer] as (...all: unknown[]) => Letter)(...args);

/** `GOLDEN=write` writes them anew, to be read before they are kept. */
function golden(name: string, file: string): string {
  const path = new URL(`./golden/${name}.ics`, import.meta.url);
  if (process.env.GOLDEN === "write") writeFileSync(path, file);
  return readFileSync(path, "utf8");
}

describe("the calendar file of a letter", () => {
  it.each(ALL)("of %s, to the octet", (name, written) => {
    const { calendar, calendarMethod, to } = compose(written);

    expect(calendar).toBe(golden(name, calendar ?? ""));
    const wanted = { recipient: to, method: calendarMethod as "REQUEST" | "CANCEL" };
    expect(lintCalendar(calendar ?? "", wanted)).toEqual([]);
  });

  it("is followed by others of the same event, each later than the one before", () => {
    const files = Object.values(LIFE).map((written) => compose(written).calendar ?? "");

    expect(lintLife(files)).toEqual([]);
  });

  it("says in its text and its place where to join online, for programs that know no CONFERENCE", () => {
    const { calendar } = compose(OTHERS.online as Written);
    const file = calendar?.replaceAll("\r\n ", "") ?? "";

    for (const name of ["CONFERENCE", "DESCRIPTION", "LOCATION"])
      expect(file).toMatch(new RegExp(`^${name}.*https://hop.test/phong\\?pwd=1&x=2`, "m"));
  });
});

test("letters are the same to the byte wherever the server stands", async () => {
  const script = `
    import * as letters from "#app/domain/invitations/letters.server.ts";
    import { mimeOf } from "#app/domain/mail/mime.server.ts";
    const { cases, mail } = ${JSON.stringify({ cases: ALL, mail: mailOf(compose(LIFE.invitation as Written)) })};
    for (const [, { composer, args }] of cases)
      process.stdout.write(await mimeOf({ ...mail, ...letters[composer](...args) }));`;
  const written = ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"].map((TZ) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, TZ },
      encoding: "latin1",
    }),
  );

  const here = await Promise.all(ALL.map(([, one]) => mimeOf(mailOf(compose(one)))));
  expect(new Set([...written, here.join("")]).size).toBe(1);
});

const CHECKS = resolve(process.env.CHECKS ?? "../shared/checks");

describe.skipIf(!existsSync(join(CHECKS, "mime_check.py")))("judged by others, a letter", () => {
  const folder = mkdtempSync(join(tmpdir(), "phat-ngon-letters-"));
  const judged = (script: string, ...args: string[]) => {
    try {
      return execFileSync("python3", [join(CHECKS, script), ...args], { encoding: "utf8" });
    } catch (error) {
      return String((error as { stdout: string }).stdout);
    }
  };

  it.each(ALL)("of %s has no fault", async (name, written) => {
    const letter = compose(written);
    const [mail, file] = [join(folder, `${name}.eml`), join(folder, `${name}.ics`)];
    writeFileSync(mail, await mimeOf(mailOf(letter)), "latin1");
    writeFileSync(file, letter.calendar ?? "");

    const method = letter.calendarMethod as string;
    // W18: the organizer is a subaddress of the sender, and says so by SENT-BY.
    const mailFaults = judged("mime_check.py", "--method", method, "--rcpt", letter.to, mail);
    expect(mailFaults.split("\n").filter((line) => line && !line.includes(" W18 "))).toEqual([]);
    expect(judged("ics_lint.py", "--method", method, "--recipient", letter.to, file)).toBe("");
  });

  it("has followers that calendars take in", () => {
    const files = Object.entries(LIFE).map(([name, written]) => {
      const file = join(folder, `life-${name}.ics`);
      writeFileSync(file, compose(written).calendar ?? "");
      return file;
    });

    expect(judged("ics_lint.py", "--series", ...files)).toBe("");
  });
});
