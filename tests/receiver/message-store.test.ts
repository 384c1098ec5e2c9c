import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ContactMessage } from "../../src/model/contact-message.ts";
import { openMessageStore } from "../../src/receiver/message-store.ts";
import type { MessageStore } from "../../src/receiver/message-store.ts";

let folder: string;
let file: string;
let store: MessageStore | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "messages-"));
  file = join(folder, "kept", "messages.db");
  store = null;
});
afterEach(() => {
  store?.close();
  rmSync(folder, { recursive: true });
});

const open = (): MessageStore => {
  const opened = openMessageStore(file, "receive");
  if (!opened.ok) throw new Error(opened.sentence);
  return (store = opened.store);
};
const reopen = (): MessageStore => {
  store?.close();
  return open();
};

const message: ContactMessage = {
  name: "Zoë O'Neill; DROP TABLE messages",
  email: "zoe@example.org",
  service: "app",
  problem: null,
  details: "Zwei\nZeilen 🙂 \u202E",
  code: "CID7023",
  page: "/manage/café/",
  language: "cy",
};
const id = "3f2b6c1e-8f4a-4d0e-9a39-0b1f6f1f8a11";
const at = (minute: number) => new Date(Date.UTC(2026, 0, 31, 12, minute)).toISOString();
const toStore = { id, message, held: false, receivedAt: at(0) };

describe("a store of messages", () => {
  test("keeps a message as it came, through the end of the process", () => {
    expect(open().add(toStore)).toBe(id);
    expect([...reopen().messages()]).toEqual([
      {
        ...message,
        id,
        receivedAt: at(0),
        status: "waiting",
        attempts: 0,
        nextAttemptAt: at(0),
        forwardedAt: null,
        lastError: null,
      },
    ]);
  });

  test("takes over the messages of a file that was written before messages had pages", () => {
    open().close();
    store = null;
    const older = new DatabaseSync(file);
    older.exec("ALTER TABLE messages DROP COLUMN page; ALTER TABLE messages DROP COLUMN language");
    older.exec("PRAGMA user_version = 1");
    older.exec(`INSERT INTO messages (id, received_at, code, name, email, details, status, next_attempt_at)
      VALUES ('${id}', '${at(0)}', 'CID7023', 'Zoë', 'zoe@example.org', 'Old words', 'waiting', '${at(0)}')`);
    older.close();
    const other = open().add({ ...toStore, id: null, receivedAt: at(1) });
    const pages = [...reopen().messages()].map((one) => [one.id, one.details, one.page]);
    expect(pages).toEqual([
      [id, "Old words", null],
      [other, message.details, "/manage/café/"],
    ]);
    expect(store!.due(at(2), 9)).toHaveLength(2);
  });

  test("takes over the messages of a file that was written before messages had languages", () => {
    open().close();
    store = null;
    const older = new DatabaseSync(file);
    older.exec("ALTER TABLE messages DROP COLUMN language; PRAGMA user_version = 2");
    older.exec(`INSERT INTO messages (id, received_at, code, page, name, email, details, status, next_attempt_at)
      VALUES ('${id}', '${at(0)}', 'CID7023', '/manage/', 'Zoë', 'zoe@example.org', 'Old', 'waiting', '${at(0)}')`);
    older.close();
    const other = open().add({ ...toStore, id: null, receivedAt: at(1) });
    expect([...reopen().messages()].map((one) => [one.id, one.page, one.language])).toEqual([
      [id, "/manage/", null],
      [other, "/manage/café/", "cy"],
    ]);
  });

  test("keeps the same words once, by a form in whichever language they come", () => {
    const { add, messages } = open();
    const ids = [toStore, { ...toStore, message: { ...message, language: null } }].map((one) => add(one));
    expect(ids).toEqual([id, id]);
    expect([...messages()].map(({ language }) => language)).toEqual(["cy"]);
  });

  test("is for its owner's eyes alone", () => {
    open().add(toStore);
    expect(statSync(join(folder, "kept")).mode & 0o077).toBe(0);
    for (const name of readdirSync(join(folder, "kept")))
      expect(statSync(join(folder, "kept", name)).mode & 0o077).toBe(0);
  });

  test("keeps the same words under the same id once, and other words under an id of their own, once too", () => {
    const { add, messages } = open();
    const other = { ...toStore, message: { ...message, details: "Other words" } };
    const ids = [toStore, other, { ...toStore, id: id.toUpperCase() }, other, toStore].map((one) => add(one));
    expect(ids).toEqual([id, ids[1], id, ids[1], id]);
    expect(ids[1]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...messages()].map(({ details }) => details)).toEqual([message.details, "Other words"]);
  });

  test("gives an id to a message that has none, and to two that are alike one each", () => {
    const { add, messages } = open();
    expect(add({ ...toStore, id: null })).not.toBe(add({ ...toStore, id: "not a UUID" }));
    expect([...messages()]).toHaveLength(2);
  });

  test("hands out what is due, the longest waiting first, and nothing that is held, forwarded or given up", () => {
    const { add, due, nextDue, forwarded, attemptFailed } = open();
    const [first, second, third, last] = [3, 1, 2, 4].map((minute) =>
      add({ ...toStore, id: null, receivedAt: at(minute) }),
    );
    add({ ...toStore, id: null, held: true });
    expect(due(at(9), 2).map((one) => one.id)).toEqual([second, third]);
    expect(nextDue()).toBe(at(1));
    forwarded(second!, at(5));
    attemptFailed(third!, { error: "HTTP 503", nextAttemptAt: at(20) });
    attemptFailed(first!, { error: "HTTP 410", nextAttemptAt: null });
    expect(due(at(9), 9).map((one) => one.id)).toEqual([last]);
    expect(due(at(20), 9).map((one) => [one.id, one.attempts, one.lastError])).toEqual([
      [last, 0, null],
      [third, 1, "HTTP 503"],
    ]);
    expect(reopen().counts()).toEqual({ waiting: 2, held: 1, forwarded: 1, failed: 1 });
  });

  test("knows of no next attempt where nothing waits", () => {
    expect(open().nextDue()).toBeNull();
  });

  test("deletes what was forwarded or held before a day, and never what nobody has had", () => {
    const { add, forwarded, attemptFailed, purge, messages } = open();
    const [old, fresh, failed] = [0, 1, 2].map((minute) => add({ ...toStore, id: null, receivedAt: at(minute) }));
    const waiting = add({ ...toStore, id: null });
    add({ ...toStore, id: null, held: true });
    forwarded(old!, at(10));
    forwarded(fresh!, at(30));
    attemptFailed(failed!, { error: "HTTP 410", nextAttemptAt: null });
    expect(purge(at(20))).toBe(2);
    expect(new Set([...messages()].map((one) => one.id))).toEqual(new Set([fresh, failed, waiting]));
    expect(purge(at(20))).toBe(0);
  });

  test("leaves nothing of what it has deleted in its files", () => {
    const { add, forwarded, purge } = open();
    add({ ...toStore, message: { ...message, details: "NOBODY-MAY-READ-THIS" } });
    const holdsIt = () =>
      readdirSync(join(folder, "kept")).some((name) =>
        readFileSync(join(folder, "kept", name)).includes("NOBODY-MAY-READ-THIS"),
      );
    expect(holdsIt()).toBe(true);
    forwarded(id, at(1));
    purge(at(2));
    expect(holdsIt()).toBe(false);
  });

  test("gives out messages from a moment on, in the order in which they came", () => {
    const { add, messages } = open();
    for (const minute of [5, 1, 3]) add({ ...toStore, id: null, receivedAt: at(minute) });
    expect([...messages()].map(({ receivedAt }) => receivedAt)).toEqual([at(1), at(3), at(5)]);
    expect([...messages(at(3))].map(({ receivedAt }) => receivedAt)).toEqual([at(3), at(5)]);
    expect([...messages("2026-02-01")]).toEqual([]);
  });
});

describe("a store refuses", () => {
  const refusal = (use: "receive" | "read" = "receive") => {
    const opened = openMessageStore(file, use);
    if (opened.ok) opened.store.close();
    return opened.ok ? null : opened.sentence;
  };

  test("a second receiver, but nobody who only reads", () => {
    open();
    expect(refusal()).toContain("Another receiver is at work");
    expect(refusal("read")).toBeNull();
    store!.close();
    store = null;
    expect(refusal()).toBeNull();
  });

  test("to read what is not there, and does not make it", () => {
    expect(refusal("read")).toContain("There is no file");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a file of a newer version, and leaves it as it is", () => {
    reopen().close();
    store = null;
    const database = new DatabaseSync(file);
    database.exec("PRAGMA user_version = 4");
    database.close();
    expect(refusal()).toMatch(/newer version .*\(form 4; this one knows 3\)/);
  });

  test("a database of another program", () => {
    file = join(folder, "other.db");
    const database = new DatabaseSync(file);
    database.exec("CREATE TABLE messages (id)");
    database.close();
    expect(refusal()).toContain("another program");
  });

  test("a file that is no database", () => {
    file = join(folder, "notes.txt");
    writeFileSync(file, "These are notes of mine. ".repeat(100));
    expect(refusal()).toMatch(/cannot be used: .*not a database/);
    expect(readFileSync(file, "utf8")).toMatch(/^These are notes/);
  });

  test("a place where nothing can be written", () => {
    file = join(folder, "notes.txt", "messages.db");
    writeFileSync(join(folder, "notes.txt"), "");
    expect(refusal()).toMatch(/cannot be used: /);
  });
});
