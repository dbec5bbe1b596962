interface Named {
  type: string;
  name: string;
}

/** A name as people write it, and the type that goes with it. */
interface Nickname extends Named {
  spelling: string;
}

const NONE: Nickname[] = [];

/** By a unit's name in law: the types of which it is meant, and what else people call it. */
const NICKNAMES = new Map<string, { types: string[]; also: Nickname[] }>([
  known("Hồ Chí Minh", ["thành phố"], ["Sài Gòn", "TPHCM", "HCM", "HCMC", "SG"]),
  known("Hà Nội", ["thành phố"], ["HN", "Hà Tây"]),
  known("Huế", ["thành phố"], ["Thừa Thiên Huế", "Thừa Thiên", "TTH"]),
  known("Đà Nẵng", ["thành phố"], ["ĐN"]),
  known("Đồng Nai", ["thành phố", "tỉnh"], ["ĐN"]),
  known("Hải Phòng", ["thành phố"], ["HP"]),
  known("Bà Rịa - Vũng Tàu", ["tỉnh"], ["BRVT"]),
  known("Đắk Lắk", ["tỉnh"], ["Đắc Lắc"]),
  known("Đắk Nông", ["tỉnh"], ["Đắc Nông"]),
  known("Bắc Kạn", ["tỉnh"], ["Bắc Cạn"]),
  known("Buôn Ma Thuột", ["thành phố", "phường"], ["Buôn Mê Thuột", "Ban Mê Thuột", "BMT"]),
  known("Pleiku", ["thành phố", "phường"], ["Plei Ku"]),
  // What became of them in 2021.
  known("Thủ Đức", ["thành phố"], ["Quận 2", "Quận 9"]),
]);

/** The names that are in nobody's books but in everybody's mouth: Sài Gòn, Buôn Mê Thuột, TPHCM, Quận 2. */
export function nicknamesOf({ type, name }: Named): Nickname[] {
  const nicknames = NICKNAMES.get(name);
  return nicknames?.types.includes(type) ? nicknames.also : NONE;
}

/** AG for An Giang: said beside the name of something smaller, and only of a province. */
export function initialsOf({
  type,
  name,
  nearness,
}: Named & { nearness: string }): (Named & { initials: true })[] {
  const words = name.split(/[\s-]+/);
  if (nearness === "district" || words.length < 2) return [];
  return [{ type, name: words.map((word) => word.charAt(0)).join(""), initials: true }];
}

function known(name: string, types: string[], spellings: string[]) {
  const also = spellings.map((spelling) => {
    const number = /^Quận (\d+)$/.exec(spelling)?.[1];
    return number
      ? { type: "quận", name: number, spelling }
      : { type: types[0] ?? "", name: spelling, spelling };
  });
  return [name, { types, also }] as const;
}
