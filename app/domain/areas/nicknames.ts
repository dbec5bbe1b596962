/** What people call a unit besides its names in law; by the unit's type and name. */
const NICKNAMES: Record<string, string[]> = {
  "thành phố Hồ Chí Minh": ["Sài Gòn", "TPHCM", "HCM", "HCMC", "SG"],
  "thành phố Hà Nội": ["HN", "Hà Tây"],
  "thành phố Huế": ["Thừa Thiên Huế", "Thừa Thiên", "TTH"],
  "thành phố Đà Nẵng": ["ĐN"],
  "thành phố Đồng Nai": ["ĐN"],
  "tỉnh Đồng Nai": ["ĐN"],
  "thành phố Hải Phòng": ["HP"],
  "tỉnh Bà Rịa - Vũng Tàu": ["BRVT"],
  "tỉnh Đắk Lắk": ["Đắc Lắc"],
  "tỉnh Đắk Nông": ["Đắc Nông"],
  "tỉnh Bắc Kạn": ["Bắc Cạn"],
  "thành phố Buôn Ma Thuột": ["Buôn Mê Thuột", "Ban Mê Thuột", "BMT"],
  "phường Buôn Ma Thuột": ["Buôn Mê Thuột", "Ban Mê Thuột", "BMT"],
  "thành phố Pleiku": ["Plei Ku"],
  "phường Pleiku": ["Plei Ku"],
  "thành phố Thủ Đức": ["Quận 2", "Quận 9"],
};

interface Nickname {
  type: string;
  name: string;
  spelling: string;
}

const NONE: Nickname[] = [];
const kept = new Map<string, Nickname[]>();

/** The names that are in nobody's books but in everybody's mouth: Sài Gòn, Buôn Mê Thuột, TPHCM, Quận 2. */
export function nicknamesOf({ type, name }: { type: string; name: string }): Nickname[] {
  const unit = `${type} ${name}`;
  const nicknames = NICKNAMES[unit];
  if (!nicknames) return NONE;
  const known = kept.get(unit) ?? nicknames.map((nickname) => withItsType(nickname, type));
  kept.set(unit, known);
  return known;
}

function withItsType(spelling: string, type: string): Nickname {
  const number = /^Quận (\d+)$/.exec(spelling)?.[1];
  return number ? { type: "quận", name: number, spelling } : { type, name: spelling, spelling };
}
