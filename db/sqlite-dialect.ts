import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import sqlite3 from "sqlite3";

/**
 * SQLite through the asynchronous `sqlite3` package: one connection that writes and a few that
 * only read, so a lookup runs on the thread pool and never waits for a writer (WAL). Kysely asks
 * for a connection before it knows the query; ours is therefore lazy: a lone select borrows a
 * reader, anything else and every transaction takes the writer in turn.
 */
export class Sqlite3Dialect implements Dialect {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  createDriver = () => new Sqlite3Driver(this.#file);
  createAdapter = () => new Sqlite3Adapter();
  createQueryCompiler = () => new SqliteQueryCompiler();
  createIntrospector: Dialect["createIntrospector"] = (db) => new SqliteIntrospector(db);
}

/** Kysely's own SQLite adapter takes one connection for granted, and DDL to lie outside transactions. */
class Sqlite3Adapter extends SqliteAdapter {
  get supportsMultipleConnections() {
    return true;
  }
  get supportsTransactionalDdl() {
    return true;
  }
}

const READERS = 3;

class Sqlite3Driver implements Driver {
  readonly #file: string;
  #writer!: Turns<Handle>;
  #readers!: Turns<Handle>;

  constructor(file: string) {
    this.#file = file;
  }

  async init() {
    if (this.#file !== ":memory:") mkdirSync(dirname(this.#file), { recursive: true });
    const writer = await Handle.open(this.#file, [
      "pragma journal_mode = wal",
      "pragma synchronous = full",
      ...PRAGMAS,
    ]);
    this.#writer = new Turns([writer]);
    // Each connection to :memory: is a database of its own, so there the writer reads too.
    if (this.#file === ":memory:") this.#readers = this.#writer;
    else {
      const readers = Array.from({ length: READERS }, () =>
        Handle.open(this.#file, [...PRAGMAS, "pragma query_only = on"]),
      );
      this.#readers = new Turns(await Promise.all(readers));
    }
  }

  async acquireConnection() {
    return new LazyConnection(this.#writer, this.#readers);
  }

  async beginTransaction(connection: LazyConnection) {
    await connection.begin();
  }

  async commitTransaction(connection: LazyConnection) {
    await connection.end("commit");
  }

  async rollbackTransaction(connection: LazyConnection) {
    await connection.end("rollback");
  }

  async releaseConnection() {}

  async destroy() {
    if (this.#readers !== this.#writer) await this.#readers.closeAll();
    await this.#writer.closeAll();
  }
}

const PRAGMAS = [
  "pragma busy_timeout = 10000",
  "pragma foreign_keys = on",
  "pragma cache_size = -2000",
  "pragma temp_store = memory",
];

class LazyConnection implements DatabaseConnection {
  readonly #writer: Turns<Handle>;
  readonly #readers: Turns<Handle>;
  #held: Handle | undefined;

  constructor(writer: Turns<Handle>, readers: Turns<Handle>) {
    this.#writer = writer;
    this.#readers = readers;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#held) return this.#held.run<R>(query);
    const turns = query.query.kind === "SelectQueryNode" ? this.#readers : this.#writer;
    const handle = await turns.take();
    try {
      return await handle.run<R>(query);
    } finally {
      turns.giveBack(handle);
    }
  }

  async begin() {
    this.#held = await this.#writer.take();
    try {
      // Immediate: a transaction that begins by reading must not find the file locked when it writes.
      await this.#held.exec("begin immediate");
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  async end(how: "commit" | "rollback") {
    if (!this.#held) return;
    try {
      await this.#held.exec(how);
    } catch (error) {
      // A commit that failed leaves the transaction open, which the next one would inherit.
      if (how === "commit") throw error;
    }
    this.#release();
  }

  #release() {
    if (this.#held) this.#writer.giveBack(this.#held);
    this.#held = undefined;
  }

  // biome-ignore lint/correctness/useYield: sqlite3 offers no cursor to stream from
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Streaming is not offered: page the query instead.");
  }
}

/** Hands out a few things one at a time, first come, first served. */
class Turns<T extends { close(): Promise<void> }> {
  readonly #all: T[];
  readonly #free: T[];
  readonly #waiting: ((thing: T) => void)[] = [];

  constructor(things: T[]) {
    this.#all = things;
    this.#free = [...things];
  }

  take(): Promise<T> {
    const thing = this.#free.pop();
    if (thing) return Promise.resolve(thing);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  giveBack(thing: T) {
    const next = this.#waiting.shift();
    if (next) next(thing);
    else this.#free.push(thing);
  }

  async closeAll() {
    await Promise.all(this.#all.map((thing) => thing.close()));
  }
}

const KEPT_STATEMENTS = 200;

/** One connection to the file, with its statements prepared once and kept, least recently used out first. */
class Handle {
  readonly #database: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();

  private constructor(database: sqlite3.Database) {
    this.#database = database;
  }

  static async open(file: string, pragmas: string[]): Promise<Handle> {
    const handle = await new Promise<Handle>((resolve, reject) => {
      const database: sqlite3.Database = new sqlite3.Database(file, (error) =>
        error ? reject(error) : resolve(new Handle(database)),
      );
    });
    for (const pragma of pragmas) await handle.exec(pragma);
    return handle;
  }

  exec(sql: string): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#database.exec(sql, (error) => (error ? reject(error) : resolve())),
    );
  }

  async run<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = await this.#prepared(sql);
    const returnsRows =
      query.kind === "SelectQueryNode" ||
      query.kind === "RawNode" ||
      ("returning" in query && query.returning !== undefined);

    return new Promise((resolve, reject) => {
      if (returnsRows)
        statement.all<R>(parameters, (error, rows) => (error ? reject(error) : resolve({ rows })));
      else
        statement.run(parameters, function (error) {
          if (error) reject(error);
          else
            resolve({
              rows: [],
              insertId: BigInt(this.lastID),
              numAffectedRows: BigInt(this.changes),
            });
        });
    });
  }

  #prepared(sql: string): Promise<sqlite3.Statement> {
    const kept = this.#statements.get(sql);
    if (kept) {
      this.#statements.delete(sql);
      this.#statements.set(sql, kept);
      return Promise.resolve(kept);
    }
    return new Promise((resolve, reject) => {
      const statement: sqlite3.Statement = this.#database.prepare(sql, (error) => {
        if (error) return reject(error);
        this.#statements.set(sql, statement);
        this.#forgetOldest();
        resolve(statement);
      });
    });
  }

  #forgetOldest() {
    if (this.#statements.size <= KEPT_STATEMENTS) return;
    const [sql, statement] = this.#statements.entries().next().value as [string, sqlite3.Statement];
    this.#statements.delete(sql);
    statement.finalize();
  }

  async close() {
    for (const statement of this.#statements.values())
      await new Promise<void>((resolve) => statement.finalize(() => resolve()));
    await new Promise<void>((resolve, reject) =>
      this.#database.close((error) => (error ? reject(error) : resolve())),
    );
  }
}
