import { createHash, randomUUID } from "node:crypto";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { ContactMessage } from "../model/contact-message.ts";
import { lockStore, openDatabase } from "./message-database.ts";

/**
 * Where a message stands: waiting to be forwarded, held back as nobody may have written it, forwarded, or given up
 * after its last attempt.
 */
export type MessageStatus = "waiting" | "held" | "forwarded" | "failed";

/** A message as it is kept. Times are ISO 8601 in UTC, to the millisecond. */
export interface StoredMessage extends ContactMessage {
  /** A UUID in lower case: the same in every attempt to forward it, so that whoever gets it twice can tell. */
  readonly id: string;
  readonly receivedAt: string;
  readonly status: MessageStatus;
  /** How often it was tried to forward it. */
  readonly attempts: number;
  /** `null` for what is not waiting. */
  readonly nextAttemptAt: string | null;
  readonly forwardedAt: string | null;
  /** Why the last attempt failed. */
  readonly lastError: string | null;
}

/** A message that is to be kept. */
export interface MessageToStore {
  /** As the form sent it; what is no UUID is not used. */
  readonly id: string | null;
  readonly message: ContactMessage;
  readonly held: boolean;
  readonly receivedAt: string;
}

/** What became of an attempt to forward a message that failed. */
export interface FailedAttempt {
  readonly error: string;
  /** `null`: it was the last one. */
  readonly nextAttemptAt: string | null;
}

/** Messages on the disk. Every method is done when it returns: what was stored survives a loss of power. */
export interface MessageStore {
  /** Keeps a message. The same words under the same id are kept once; other words under an id get one of their own. */
  readonly add: (message: MessageToStore) => string;
  /** Messages that wait and whose next attempt is due, the longest waiting first. */
  readonly due: (now: string, most: number) => readonly StoredMessage[];
  /** When the next attempt of any message is due; `null` where none waits. */
  readonly nextDue: () => string | null;
  readonly forwarded: (id: string, at: string) => void;
  readonly attemptFailed: (id: string, attempt: FailedAttempt) => void;
  /** Deletes what was forwarded before a moment, or held since before it; never what waits or has failed. */
  readonly purge: (before: string) => number;
  /** Every message that was received at a moment or after it, in the order in which they came. */
  readonly messages: (since?: string) => Iterable<StoredMessage>;
  readonly counts: () => Readonly<Record<MessageStatus, number>>;
  readonly close: () => void;
}

/** What opening a store gives; the sentence says why it could not be opened. */
export type OpenedStore =
  { readonly ok: true; readonly store: MessageStore } | { readonly ok: false; readonly sentence: string };

/**
 * Opens the store of a file; the file and its folder are made where they are missing.
 *
 * @param use - `receive` keeps every other receiver out of the file, as two would forward a message twice
 */
export function openMessageStore(file: string, use: "receive" | "read"): OpenedStore {
  const opened = openDatabase(file, use);
  if (!opened.ok) return opened;
  const { database } = opened;
  if (use === "read") return { ok: true, store: storeOn(database, () => {}) };
  const lock = lockStore(file);
  if (lock !== null) return { ok: true, store: storeOn(database, lock) };
  database.close();
  return { ok: false, sentence: `Another receiver is at work with ${file}. End it first` };
}

/** Whether a text is a UUID (RFC 9562), in any case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function storeOn(database: DatabaseSync, unlock: () => void): MessageStore {
  const due = database.prepare(
    "SELECT * FROM messages WHERE status = 'waiting' AND next_attempt_at <= ? ORDER BY next_attempt_at, received_at LIMIT ?",
  );
  const nextDue = database.prepare("SELECT min(next_attempt_at) AS next FROM messages WHERE status = 'waiting'");
  const forwarded = database.prepare(
    `UPDATE messages SET status = 'forwarded', attempts = attempts + 1, next_attempt_at = NULL, forwarded_at = ?,
     last_error = NULL WHERE id = ?`,
  );
  const attemptFailed = database.prepare(
    `UPDATE messages SET status = CASE WHEN ?1 IS NULL THEN 'failed' ELSE 'waiting' END, attempts = attempts + 1,
     next_attempt_at = ?1, last_error = ?2 WHERE id = ?3 AND status = 'waiting'`,
  );
  const since = database.prepare("SELECT * FROM messages WHERE received_at >= ? ORDER BY received_at, rowid");
  const counts = database.prepare("SELECT status, count(*) AS number FROM messages GROUP BY status");
  return {
    add: adding(database),
    due: (now, most) => due.all(now, most).map(storedMessage),
    nextDue: () => textOrNull(nextDue.get()?.["next"]),
    forwarded: (id, at) => void forwarded.run(at, id),
    attemptFailed: (id, { error, nextAttemptAt }) => void attemptFailed.run(nextAttemptAt, error, id),
    purge: purging(database),
    messages: function* (from = "") {
      for (const row of since.iterate(from)) yield storedMessage(row);
    },
    counts: () => {
      const found = Object.fromEntries(counts.all().map(({ status, number }) => [String(status), Number(number)]));
      return { waiting: 0, held: 0, forwarded: 0, failed: 0, ...found };
    },
    close: () => {
      database.close();
      unlock();
    },
  };
}

/** One statement, so one commit: it is on the disk when it returns, or it throws and nothing is. */
function adding(database: DatabaseSync): MessageStore["add"] {
  const insert = database.prepare(
    `INSERT INTO messages
     (id, received_at, code, page, language, name, email, service, problem, details, status, next_attempt_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  const byId = database.prepare("SELECT * FROM messages WHERE id = ?");
  const release = database.prepare("UPDATE messages SET status = 'waiting', next_attempt_at = ? WHERE id = ?");
  return ({ id: typedId, message, held, receivedAt }) => {
    const wanted = typedId !== null && isUuid(typedId) ? typedId.toLowerCase() : randomUUID();
    // Of its words, so that these too are kept once however often they come.
    for (const id of [wanted, uuidOf(`${wanted}\n${wordsOf(message)}`)]) {
      const { code, page, language, name, email, service, problem, details } = message;
      const said = [code, page, language, name, email, service, problem, details];
      const { changes } = insert.run(id, receivedAt, ...said, held ? "held" : "waiting", held ? null : receivedAt);
      if (changes === 1) return id;
      const there = storedMessage(byId.get(id) ?? {});
      if (wordsOf(there) !== wordsOf(message)) continue;
      // The page tries again by itself: what came too soon at first may be somebody's after all.
      if (there.status === "held" && !held) release.run(receivedAt, id);
      return id;
    }
    throw new Error("No id could be found for a message");
  };
}

function purging(database: DatabaseSync): MessageStore["purge"] {
  const purge = database.prepare(
    `DELETE FROM messages WHERE (status = 'forwarded' AND forwarded_at < ?1) OR (status = 'held' AND received_at < ?1)`,
  );
  return (before) => {
    const { changes } = purge.run(before);
    // What was deleted must not stay behind in the log.
    if (changes !== 0) database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return Number(changes);
  };
}

/** All that people said, as one text; when and by which form it came does not belong to it. */
function wordsOf({ code, page, name, email, service, problem, details }: ContactMessage): string {
  return JSON.stringify([code, page, name, email, service, problem, details]);
}

/** A UUID that a text always gives (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function storedMessage(row: Readonly<Record<string, SQLOutputValue>>): StoredMessage {
  return {
    id: String(row["id"]),
    receivedAt: String(row["received_at"]),
    code: textOrNull(row["code"]),
    page: textOrNull(row["page"]),
    language: textOrNull(row["language"]),
    name: String(row["name"]),
    email: String(row["email"]),
    service: textOrNull(row["service"]),
    problem: textOrNull(row["problem"]),
    details: String(row["details"]),
    status: String(row["status"]) as MessageStatus,
    attempts: Number(row["attempts"]),
    nextAttemptAt: textOrNull(row["next_attempt_at"]),
    forwardedAt: textOrNull(row["forwarded_at"]),
    lastError: textOrNull(row["last_error"]),
  };
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
