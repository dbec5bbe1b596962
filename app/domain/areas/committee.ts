/** The People's Committee of a current unit: the agency that speaks for it. */
export interface Committee {
  id: string;
  name: string;
  nameEn: string;
}

/** The People's Committee of a current unit, by the unit's name at the time that is spoken of. */
export function committeeOf({
  code,
  fullName,
  fullNameEn,
}: {
  code: string;
  fullName: string;
  fullNameEn: string;
}): Committee {
  return {
    id: `pc-${code}`,
    name: `Ủy ban nhân dân ${fullName.charAt(0).toLocaleLowerCase("vi")}${fullName.slice(1)}`,
    nameEn: `People's Committee of ${fullNameEn}`,
  };
}
