import { z } from "zod";

/** How many things a list gives at once. */
export const PAGE = { usual: 100, most: 500 };

const id = z.string().regex(/^[\w.~-]{1,120}$/);

/** What may be asked: for each parameter what it takes, and an example. What they mean stands in the words. */
export const parameters = {
  q: { schema: z.string().min(1).max(200), example: "mỹ bình long xuyên" },
  on: { schema: z.string().max(40), example: "2026-03-01" },
  known: { schema: z.string().max(40), example: "2026-03-01T08:30:00+07:00" },
  since: { schema: z.string().max(300), example: "2026-03-01" },
  matter: { schema: z.string().max(200), example: "sạt lở" },
  limit: { schema: z.coerce.number().int().min(1).max(50).default(10), example: 10 },
  pageLimit: {
    name: "limit",
    schema: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual),
    example: PAGE.usual,
  },
  after: { schema: id, example: undefined },
  era: { schema: z.enum(["2025", "2004"]), example: "2025" },
  level: { schema: z.enum(["province", "district", "commune"]), example: "commune" },
  province: { schema: z.string().regex(/^[\w-]{1,80}$/), example: "91" },
  kind: {
    schema: z.enum([
      "peoples_committee",
      "department",
      "inspectorate",
      "sub_department",
      "vertical",
    ]),
    example: "peoples_committee",
  },
  agency: { schema: id, example: "pc-30307" },
  capacity: { schema: z.enum(["head", "regular", "authorised"]), example: "regular" },
  lang: { schema: z.enum(["vi", "en"]), example: "vi" },
  code: { schema: z.string(), example: "30307" },
  id: { schema: z.string(), example: "pc-30307" },
} as const satisfies Record<string, { name?: string; schema: z.ZodType; example: unknown }>;

export type ParameterName = keyof typeof parameters;

/** What a parameter is called in an address: two kinds of list have a limit of their own. */
export function parameterName(key: ParameterName): string {
  const parameter: { schema: z.ZodType; name?: string } = parameters[key];
  return parameter.name ?? key;
}
