import type { AreaEntry } from "../areas/atlas.ts";
import type { ListEntry } from "./list-entry.ts";

interface Listed {
  province: AreaEntry;
  at: string;
  on?: string;
  updatedAt: string | null;
  entries: ListEntry[];
}

/** The list as other programs get it. Fields may be added; those here keep their meaning. */
export function listJson({ province, at, on, updatedAt, entries }: Listed) {
  const { code, name, fullName, fullNameEn } = province;
  return {
    province: { code, name, fullName, fullNameEn },
    on: on ?? at,
    updatedAt,
    agencies: entries.map(({ agency, speakers }) => ({
      ...agency,
      status: speakers.length > 0 ? ("designated" as const) : ("none" as const),
      speakers: speakers.map(
        ({ id, name, position, phone, email, capacity, matter, from, until, basis, ...more }) => ({
          ...{ id, name, position, phone, email, capacity, matter, from, until, basis },
          recommended: more.recommended,
          publishedAt: more.publishedAt,
          confirmed: more.confirmed ?? null,
        }),
      ),
    })),
  };
}
