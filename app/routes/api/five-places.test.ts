import { beforeEach, describe, expect, it } from "vitest";
import { formerUnitOf } from "#app/domain/areas/committee.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import { db, visit } from "#app/test/app.ts";
import { assigned, decided } from "#app/test/register.ts";

/**
 * The five places of the source documents, on the whole map: what was asked for by its name of then, the unit it
 * was (a code, or the name that stands for one), and every unit of today that it went into, by code.
 */
type Was = [asked: string, code: string, became: string[]];

const inLongXuyen = (name: string, code: string, became: string): Was => [
  `${name}, thành phố Long Xuyên, tỉnh An Giang`,
  code,
  [became],
];
const inGoQuao = (name: string, code: string, became: string): Was => [
  `${name}, huyện Gò Quao, tỉnh Kiên Giang`,
  code,
  [became],
];

const PLACES: Record<string, Was[]> = {
  "Long Xuyên and its 13 communes": [
    ["thành phố Long Xuyên", "thanh-pho-long-xuyen-an-giang", ["30292", "30301", "30307", "30313"]],
    inLongXuyen("phường Mỹ Bình", "30280", "30307"),
    inLongXuyen("phường Mỹ Long", "30283", "30307"),
    inLongXuyen("phường Mỹ Xuyên", "30286", "30307"),
    // The thirteenth: it went into Mỹ Xuyên in 2024, and is found by that.
    inLongXuyen("phường Đông Xuyên", "30286", "30307"),
    inLongXuyen("phường Bình Đức", "30289", "30292"),
    inLongXuyen("phường Bình Khánh", "30292", "30292"),
    inLongXuyen("phường Mỹ Phước", "30295", "30307"),
    inLongXuyen("phường Mỹ Quý", "30298", "30307"),
    inLongXuyen("phường Mỹ Thới", "30301", "30301"),
    inLongXuyen("phường Mỹ Thạnh", "30304", "30301"),
    inLongXuyen("phường Mỹ Hòa", "30307", "30307"),
    inLongXuyen("xã Mỹ Khánh", "30310", "30292"),
    inLongXuyen("xã Mỹ Hòa Hưng", "30313", "30313"),
  ],
  "Kon Tum": [
    ["tỉnh Kon Tum", "tinh-kon-tum", ["51"]],
    [
      "thành phố Kon Tum",
      "thanh-pho-kon-tum-kon-tum",
      ["23284", "23293", "23302", "23317", "23326", "23332"],
    ],
    ["phường Quang Trung, thành phố Kon Tum", "23281", ["23293"]],
    ["phường Duy Tân, thành phố Kon Tum", "23284", ["23284"]],
    ["phường Lê Lợi, thành phố Kon Tum", "23302", ["23302"]],
    ["xã Vinh Quang, thành phố Kon Tum", "23320", ["23317"]],
    ["xã Đoàn Kết, thành phố Kon Tum", "23329", ["23326"]],
    ["xã Hòa Bình, thành phố Kon Tum", "23338", ["23332"]],
  ],
  Huế: [
    ["thành phố Huế", "thanh-pho-hue", ["46"]],
    [
      "quận Thuận Hóa",
      "quan-thuan-hoa-hue",
      ["19777", "19789", "19813", "19815", "19900", "19909", "19930", "20014"],
    ],
    ["quận Phú Xuân, Huế", "quan-phu-xuan-hue", ["19753", "19774", "19804", "20014"]],
    ["phường Tây Lộc, quận Phú Xuân", "19750", ["19753"]],
    ["phường Thuận Lộc, Huế", "19753", ["19753"]],
    ["phường Vỹ Dạ, quận Thuận Hóa", "19777", ["19777"]],
  ],
  "Tuyên Quang, with the units that were split": [
    ["tỉnh Tuyên Quang", "tinh-tuyen-quang", ["08"]],
    ["tỉnh Hà Giang", "tinh-ha-giang", ["08"]],
    [
      "thành phố Tuyên Quang",
      "thanh-pho-tuyen-quang-tuyen-quang",
      ["02212", "02215", "02509", "02512", "02524"],
    ],
    ["xã Kim Phú, thành phố Tuyên Quang", "02497", ["02215", "02509"]],
    ["xã Thái Bình, huyện Yên Sơn", "02494", ["02212", "02494"]],
    ["phường Quang Trung, thành phố Hà Giang", "00688", ["00691", "00694"]],
    ["xã Việt Lâm, huyện Vị Xuyên", "00967", ["00913", "00967"]],
    ["xã Yên Định, huyện Bắc Mê", "00988", ["00700", "00994"]],
    ["phường Phan Thiết, Tuyên Quang", "02200", ["02215"]],
  ],
  "Gò Quao": [
    ["huyện Gò Quao", "huyen-go-quao-kien-giang", ["30952", "30958", "30970", "30982"]],
    ["tỉnh Kiên Giang", "tinh-kien-giang", ["91"]],
    inGoQuao("thị trấn Gò Quao", "30952", "30952"),
    inGoQuao("xã Vĩnh Hòa Hưng Bắc", "30955", "30970"),
    inGoQuao("xã Định Hòa", "30958", "30958"),
    inGoQuao("xã Thới Quản", "30961", "30958"),
    inGoQuao("xã Định An", "30964", "30952"),
    inGoQuao("xã Thủy Liễu", "30967", "30958"),
    inGoQuao("xã Vĩnh Hòa Hưng Nam", "30970", "30970"),
    inGoQuao("xã Vĩnh Phước A", "30973", "30982"),
    inGoQuao("xã Vĩnh Phước B", "30976", "30952"),
    inGoQuao("xã Vĩnh Tuy", "30979", "30982"),
    inGoQuao("xã Vĩnh Thắng", "30982", "30982"),
  ],
};

const BEFORE = ["2025-03-01", "2025-06-30", "2025-06-30T23:59:59+07:00"];
const AFTER = ["2025-07-01T00:00:00+07:00", "2025-07-01", "2026-09-01"];

/** What a name meant on a day: [asked, on, list, full name]. */
const NAMES: [string, string, string, string][] = [
  ["Thừa Thiên Huế", "2024-12-31", "2004", "Tỉnh Thừa Thiên Huế"],
  ["tỉnh Thừa Thiên Huế", "2020-06-01", "2004", "Tỉnh Thừa Thiên Huế"],
  ["thành phố Huế", "2024-12-31", "2004", "Tỉnh Thừa Thiên Huế"],
  ["Thừa Thiên Huế", "2025-01-01", "2004", "Thành phố Huế"],
  ["Thừa Thiên Huế", "2025-07-01", "2025", "Thành phố Huế"],
  ["xã Gò Quao", "2025-03-01", "2025", "Xã Gò Quao"],
  ["Gò Quao", "2025-03-01", "2004", "Huyện Gò Quao"],
  ["thị trấn Gò Quao", "2025-03-01", "2004", "Thị trấn Gò Quao"],
  ["phường Bình Đức", "2025-03-01", "2004", "Phường Bình Đức"],
  ["phường Bình Đức", "2026-09-01", "2025", "Phường Bình Đức"],
  ["phường Kon Tum", "2025-03-01", "2025", "Phường Kon Tum"],
  ["Kon Tum", "2025-03-01", "2004", "Tỉnh Kon Tum"],
];

interface Told {
  area: { era: string; code: string; existed: boolean; fullName: string };
  agency: { id: string } | null;
  speakers: { name: string; basis: { number: string } }[];
  successors: { code: string; existed: boolean; speaker: { name: string } | null }[];
}

const ask = async (path: string) => (await visit(`/api/v1/${path}`)).json();
const lookup = async (q: string, on: string): Promise<Told> =>
  (await ask(`lookup?q=${encodeURIComponent(q)}&on=${encodeURIComponent(on)}&limit=1`)).results[0];

/** Somebody heads each former unit until it ended, and each unit of today since. */
async function furnish(places: Was[]) {
  const former = new Set(places.map(([, code]) => `pc-2004-${code}`));
  const current = new Set(places.flatMap(([, , became]) => became.map((code) => `pc-${code}`)));
  for (const id of [...former, ...current]) {
    const fromDay = formerUnitOf(id) ? "2021-07-01" : "2025-07-01";
    const paper = { decisionNo: `1/${id}`, decisionDay: fromDay };
    await assigned(db, { id }, decided({ name: `Head of ${id}`, fromDay, ...paper }));
  }
}

const headOf = (code: string) => `Head of pc-${code}`;
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

describe("the five places of the source documents", () => {
  beforeEach(async () => {
    await loadMap(db);
  });

  it.each(Object.entries(PLACES))(
    "%s: before 01/07/2025 who spoke there, since then each that it went into",
    async (_, places) => {
      await furnish(places);
      for (const [asked, code, became] of places) {
        for (const on of BEFORE) {
          const { area, agency, speakers, successors } = await lookup(asked, on);
          expect({ asked, on, ...area }).toMatchObject({ era: "2004", code, existed: true });
          expect(agency?.id).toBe(`pc-2004-${code}`);
          expect(speakers).toMatchObject([
            { name: headOf(`2004-${code}`), basis: { number: `1/pc-2004-${code}` } },
          ]);
          expect(successors.toSorted(byCode)).toMatchObject(
            became.map((one) => ({ code: one, existed: false, speaker: null })),
          );
        }
        for (const on of AFTER) {
          const path = `areas/${code}?era=2004&on=${encodeURIComponent(on)}`;
          const { area, agency, speakers, successors }: Told = await ask(path);
          expect({ asked, on, ...area }).toMatchObject({ era: "2004", code, existed: false });
          expect([agency, speakers]).toEqual([null, []]);
          expect(successors.toSorted(byCode)).toMatchObject(
            became.map((one) => ({ code: one, existed: true, speaker: { name: headOf(one) } })),
          );
        }
      }
    },
    60_000,
  );

  it("are found since then by their old names, unless today's unit bears the very name", async () => {
    const living = new Set([
      ...["thành phố Huế", "tỉnh Tuyên Quang", "phường Thuận Lộc, Huế"],
      ...["phường Vỹ Dạ, quận Thuận Hóa", "xã Thái Bình, huyện Yên Sơn"],
    ]);
    const found: [string, string][] = [];
    for (const [asked, code] of Object.values(PLACES).flat()) {
      const { area } = await lookup(asked, "2026-09-01");
      if (area.era !== "2004" || area.code !== code)
        found.push([asked, `${area.era} ${area.code}`]);
    }

    expect(found.filter(([asked]) => !living.has(asked))).toEqual([]);
  });

  it("are called as on the day, the very type first, then what was there", async () => {
    const told = NAMES.map(async ([q, on]): Promise<(typeof NAMES)[number]> => {
      const { era, fullName } = (await lookup(q, on)).area;
      return [q, on, era, fullName];
    });

    expect(await Promise.all(told)).toEqual(NAMES);
  });

  it("names the province of a ward as it was called that day", async () => {
    const path = (on: string) => `areas/19777?era=2004&on=${on}`;

    expect((await ask(path("2024-12-31"))).area.province.name).toBe("Thừa Thiên Huế");
    expect((await ask(path("2025-01-01"))).area.province.name).toBe("Huế");
  });
});
