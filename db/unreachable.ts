/** The database cannot be reached or opened at all: a sentence for whoever set the address, instead of a trace. */
export class DatabaseUnreachable extends Error {
  override name = "DatabaseUnreachable";
}

/** What Node, SQLite and PostgreSQL say when there is nobody, no entry or nothing of theirs behind an address. */
const CODES = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH"],
  ...["EACCES", "EROFS", "ENOTDIR", "ENOENT", "EEXIST", "EISDIR"],
  ...["SQLITE_CANTOPEN", "SQLITE_NOTADB", "SQLITE_READONLY", "SQLITE_CORRUPT"],
  ...["28000", "28P01", "3D000", "57P03", "53300"],
]);

/** The same error, or the sentence that stands for it where the address of the database is at fault. */
export function tellingAddress(error: unknown): unknown {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const known = CODES.has(code) || message?.startsWith("timeout exceeded when trying to connect");
  return known
    ? new DatabaseUnreachable(`DATABASE_URL: the database cannot be opened (${message || code}).`)
    : error;
}
