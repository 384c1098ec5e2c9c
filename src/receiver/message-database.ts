import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What marks a file as ours (SQLite, pragma application_id): "help" in ASCII. */
const applicationId = 0x68656c70;

/** The form of the tables below. Each change of it is a number more, and a step that brings older files to it. */
const schemaVersion = 3;

const schema = `
  CREATE TABLE messages (
    id TEXT PRIMARY KEY,
    received_at TEXT NOT NULL,
    code TEXT,
    page TEXT,
    language TEXT,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    service TEXT,
    problem TEXT,
    details TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'held', 'forwarded', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,
    forwarded_at TEXT,
    last_error TEXT
  ) STRICT;
  CREATE INDEX messages_by_attempt ON messages (status, next_attempt_at);
  CREATE INDEX messages_by_arrival ON messages (received_at);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};`;

/** What brings a file of each older form to the next one, by the form's number. */
const steps: Readonly<Record<number, string>> = {
  1: "ALTER TABLE messages ADD COLUMN page TEXT; PRAGMA user_version = 2;",
  2: "ALTER TABLE messages ADD COLUMN language TEXT; PRAGMA user_version = 3;",
};

/** What opening a database gives. */
export type OpenedDatabase =
  { readonly ok: true; readonly database: DatabaseSync } | { readonly ok: false; readonly sentence: string };

/**
 * Opens the file with the messages. Only its owner can read it: there are names and email addresses in it.
 *
 * @param use - with `read`, a file that is not there is not made
 */
export function openDatabase(file: string, use: "receive" | "read"): OpenedDatabase {
  if (use === "read" && !existsSync(file)) return refused(`There is no file ${file}: no message has come yet`);
  let database: DatabaseSync | null = null;
  try {
    makeFile(file);
    database = new DatabaseSync(file);
    // What is committed is on the disk (FULL), readers do not wait for writers (WAL), what is deleted is overwritten.
    database.exec("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    database.exec("PRAGMA secure_delete = ON");
    const fault = withSchema(database, file);
    if (fault === null) return { ok: true, database };
    database.close();
    return refused(fault);
  } catch (error) {
    if (database?.isOpen === true) database.close();
    return refused(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Holds a file for one process alone, until it ends in whatever way: the system gives up its locks.
 *
 * @returns what gives the file free; `null` where another process holds it
 */
export function lockStore(file: string): (() => void) | null {
  makeFile(`${file}.lock`);
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return () => lock.close();
  } catch {
    lock.close();
    return null;
  }
}

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, "a", 0o600));
}

/** Makes the tables of a new file, brings those of an older one up to date; says why any other file is refused. */
function withSchema(database: DatabaseSync, file: string): string | null {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  const owner = Number(database.prepare("PRAGMA application_id").get()?.["application_id"]);
  const tables = Number(database.prepare("SELECT count(*) AS number FROM sqlite_schema").get()?.["number"]);
  if (tables === 0 && version === 0) {
    database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT`);
    return null;
  }
  if (owner !== applicationId) return `${file} is a database of another program. Choose another file with --data FILE`;
  const due = Object.entries(steps).filter(([from]) => Number(from) >= version);
  if (due.length > 0) database.exec(`BEGIN IMMEDIATE; ${due.map(([, step]) => step).join(" ")} COMMIT`);
  if (version <= schemaVersion) return null;
  return `${file} was written by a newer version of this program (form ${version}; this one knows ${schemaVersion})`;
}

function refused(sentence: string): OpenedDatabase {
  return { ok: false, sentence };
}
