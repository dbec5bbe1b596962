import { type Kysely, PostgresAdapter, sql } from "kysely";

const FOR_EVER = "9999-12-31T17:00:00.000Z";

/**
 * Names and telephone numbers of those on the public list, in the form in which they are looked for; and
 * a number that rises when a department is called otherwise. Both are kept by triggers, whoever writes.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .createTable("speaker_key")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("agency_id", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("folded", "text", (c) => c.notNull())
    .addColumn("given", "text", (c) => c.notNull())
    .addColumn("phone", "text", (c) => c.notNull())
    .addColumn("from_at", "text", (c) => c.notNull())
    .addColumn("until_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("agency_revision")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("number", "integer", (c) => c.notNull())
    .execute();
  await db.insertInto("agency_revision").values({ id: 1, number: 1 }).execute();

  const dialect = db.getExecutor().adapter instanceof PostgresAdapter ? postgres : sqlite;
  for (const statement of dialect) await sql.raw(statement).execute(db);

  for (const columns of [["given", "until_at"], ["folded"], ["phone"], ["person_id"]])
    await db.schema
      .createIndex(`speaker_key_by_${columns.join("_")}`)
      .on("speaker_key")
      .columns(columns)
      .execute();
}

interface Sql {
  folded: string; // of the person's name `name`
  given: string; // of `folded`
  phone: string; // the last six digits of `phone`
  startOf(day: string): string;
  endOf(day: string): string;
  earlier(a: string, b: string): string;
}

/** What stands in `speaker_key` for the rows of a table that a condition names. */
function keysOf(table: "assignment" | "delegation", which: string, dialect: Sql): string {
  const { folded, given, phone, startOf, endOf, earlier } = dialect;
  const until =
    table === "assignment"
      ? [
          `coalesce(${endOf("until_day")}, '${FOR_EVER}')`,
          `coalesce(${endOf("end_day")}, '${FOR_EVER}')`,
        ]
      : ["until_at", "coalesce(end_at, until_at)"];
  return `insert into speaker_key (id, agency_id, person_id, folded, given, phone, from_at, until_at)
    select id, agency_id, person_id, folded, ${given}, phone_end, from_at, until_at from (
      select said.id, agency_id, person_id, ${folded} as folded, ${phone} as phone_end,
        ${table === "assignment" ? startOf("from_day") : "from_at"} as from_at,
        ${earlier(until[0] ?? "", until[1] ?? "")} as until_at
      from ${table} as said join person on person.id = person_id
      where ${which} and published_at is not null and annulled_at is null
    ) as spoken`;
}

const OTHERWISE = ["name", "name_en", "symbol", "area_id", "kind", "from_day", "until_day"]
  .map((column) => `old.${column} is distinct from new.${column}`)
  .join(" or ");

/** Committees are found by their areas: only other agencies are looked for by name. */
const RENAMED: [table: string, change: "insert" | "update" | "delete", when: string][] = [
  ["agency", "insert", "new.kind <> 'peoples_committee'"],
  ["agency", "update", `new.kind <> 'peoples_committee' and (${OTHERWISE})`],
  ["agency", "delete", "old.kind <> 'peoples_committee'"],
  ...["agency_name", "agency_succession"].flatMap((table) =>
    (["insert", "update", "delete"] as const).map((change): (typeof RENAMED)[number] => [
      table,
      change,
      "",
    ]),
  ),
];

const MARKED: Record<string, string> = {
  a: "àáảãạăằắẳẵặâầấẩẫậ",
  e: "èéẻẽẹêềếểễệ",
  i: "ìíỉĩị",
  o: "òóỏõọôồốổỗộơờớởỡợ",
  u: "ùúủũụưừứửữự",
  y: "ỳýỷỹỵ",
  d: "đ",
  "": "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b’'",
  " ": "-",
};

function nested(text: string, letters: [from: string, to: string][]): string {
  return letters.reduce(
    (inner, [from, to]) => `replace(${inner}, '${from.replace("'", "''")}', '${to}')`,
    text,
  );
}

const unmarked = Object.entries(MARKED).flatMap(([plain, marked]) =>
  [...marked].flatMap((letter) =>
    [...new Set([letter, letter.toUpperCase()])].map((one): [string, string] => [one, plain]),
  ),
);
const DIGITLESS = [" ", ".", "(", ")", "-", "+"].map((sign): [string, string] => [sign, ""]);
const lastWord = "substr(folded, length(rtrim(folded, replace(folded, ' ', ''))) + 1)";

/** A row comes in with its name as it is written, and is folded step by step: until then nobody is called by it. */
const onSqlite: Sql = {
  folded: "name",
  given: "''",
  phone: `substr(${nested("phone", DIGITLESS)}, -6)`,
  startOf: (day) => `date(${day}, '-1 day') || 'T17:00:00.000Z'`,
  endOf: (day) => `${day} || 'T17:00:00.000Z'`,
  earlier: (a, b) => `min(${a}, ${b})`,
};

/** So many letters at once: older builds of SQLite read no expression that lies deeper than a hundred. */
const AT_ONCE = 20;
const folding = [
  ...Array.from({ length: Math.ceil(unmarked.length / AT_ONCE) }, (_, step) =>
    nested("folded", unmarked.slice(step * AT_ONCE, (step + 1) * AT_ONCE)),
  ),
  "lower(trim(folded))",
].map((folded) => `update speaker_key set folded = ${folded} where given = ''`);

/** The statements that enter keys on SQLite, one after the other. */
function entering(table: "assignment" | "delegation", which: string): string[] {
  return [
    keysOf(table, which, onSqlite),
    ...folding,
    `update speaker_key set given = ${lastWord} where given = ''`,
  ];
}

const onPostgres: Sql = {
  // Marks go first: in some locales a server lowers none but the letters of English.
  folded: `trim(lower(translate(regexp_replace(normalize(name, NFD), '[\\u0300-\\u036f’'']', '', 'g'), 'Đđ-', 'dd ')))`,
  given: lastWord,
  phone: "right(regexp_replace(phone, '\\D', '', 'g'), 6)",
  startOf: (day) => `to_char(${day}::date - 1, 'YYYY-MM-DD') || 'T17:00:00.000Z'`,
  endOf: (day) => `${day} || 'T17:00:00.000Z'`,
  earlier: (a, b) => `least(${a}, ${b})`,
};

const sqlite = [
  ...(["assignment", "delegation"] as const).flatMap((table) => {
    const enter = entering(table, "said.id = new.id").join("; ");
    const forget = "delete from speaker_key where id = old.id";
    return [
      `create trigger ${table}_insert_enters_key after insert on ${table} begin ${enter}; end`,
      `create trigger ${table}_update_enters_key after update on ${table} begin ${forget}; ${enter}; end`,
      `create trigger ${table}_delete_forgets_key after delete on ${table} begin ${forget}; end`,
    ];
  }),
  `create trigger person_update_enters_key after update of name on person begin
    delete from speaker_key where person_id = new.id;
    ${entering("assignment", "person_id = new.id").join("; ")};
    ${entering("delegation", "person_id = new.id").join("; ")}; end`,
  ...RENAMED.map(
    ([table, change, when]) => `create trigger ${table}_${change}_raises_agency_revision
      after ${change} on ${table} ${when && `when ${when}`}
      begin update agency_revision set number = number + 1; end`,
  ),
  ...entering("assignment", "true"),
  ...entering("delegation", "true"),
];

const postgres = [
  // By bytes, as SQLite compares: the beginnings of names are looked for with less and more than.
  `alter table speaker_key alter column folded type text collate "C"`,
  ...(["assignment", "delegation"] as const).flatMap((table) => [
    `create function ${table}_enters_key() returns trigger language plpgsql as $$ begin
      if tg_op <> 'INSERT' then delete from speaker_key where id = old.id; end if;
      if tg_op <> 'DELETE' then ${keysOf(table, "said.id = new.id", onPostgres)}; end if;
      return null; end $$`,
    `create trigger ${table}_enters_key after insert or update or delete on ${table}
      for each row execute function ${table}_enters_key()`,
  ]),
  `create function person_enters_key() returns trigger language plpgsql as $$ begin
    delete from speaker_key where person_id = new.id;
    ${keysOf("assignment", "person_id = new.id", onPostgres)};
    ${keysOf("delegation", "person_id = new.id", onPostgres)};
    return null; end $$`,
  `create trigger person_enters_key after update of name on person
    for each row execute function person_enters_key()`,
  `create function raise_agency_revision() returns trigger language plpgsql as $$ begin
    update agency_revision set number = number + 1; return null; end $$`,
  ...RENAMED.map(
    ([table, change, when]) => `create trigger ${table}_${change}_raises_agency_revision
      after ${change} on ${table} for each row ${when && `when (${when})`}
      execute function raise_agency_revision()`,
  ),
  keysOf("assignment", "true", onPostgres),
  keysOf("delegation", "true", onPostgres),
];
