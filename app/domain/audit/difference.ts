/** What a line of the books said, and what it says instead. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

/** Where two versions of an entry differ, field by field, in the order in which the fields are named. */
export function differencesBetween<Field extends string>(
  fields: readonly Field[],
  before: Partial<Record<Field, string | null>>,
  after: Partial<Record<Field, string | null>>,
): Difference[] {
  return fields.flatMap((field) => {
    const [said, says] = [before[field] ?? null, after[field] ?? null];
    return said === says ? [] : [{ field, before: said, after: says }];
  });
}
