import type { DatabaseConnection, Dialect, Driver } from "kysely";

interface Count {
  writes: number;
}

const counts = new WeakMap<object, Count>();

/** A number that is another one after each commit, and each lone write, through this very database. */
export function writesOf(db: object): number {
  return counts.get(db)?.writes ?? 0;
}

/** Opens a database through a dialect that counts what is written; `writesOf` tells the count. */
export function countingWrites<Opened extends object>(
  dialect: Dialect,
  open: (dialect: Dialect) => Opened,
): Opened {
  const count: Count = { writes: 0 };
  const opened = open({
    createDriver: () => counted(dialect.createDriver(), count),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  });
  counts.set(opened, count);
  return opened;
}

/**
 * Counts rather too often than not: every statement that is no select, and every commit, even one that
 * failed, for it may have been carried out all the same. The driver is changed in place, as Kysely does
 * for its own log, so that whatever else it can do stays as it is.
 */
function counted(driver: Driver, count: Count): Driver {
  const known = new WeakSet<DatabaseConnection>();
  const acquire = driver.acquireConnection.bind(driver);
  const commit = driver.commitTransaction.bind(driver);

  driver.acquireConnection = async (options) => {
    const connection = await acquire(options);
    if (!known.has(connection)) countStatements(connection, count);
    known.add(connection);
    return connection;
  };
  driver.commitTransaction = async (connection) => {
    try {
      await commit(connection);
    } finally {
      count.writes += 1;
    }
  };
  return driver;
}

function countStatements(connection: DatabaseConnection, count: Count) {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    try {
      return await execute(query, options);
    } finally {
      if (query.query.kind !== "SelectQueryNode") count.writes += 1;
    }
  };
}
