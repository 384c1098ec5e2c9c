/** `npm run benchmark -- receiver`: what is left of messages when the receiver is killed, and what harm costs it. */
import { readFileSync } from "node:fs";
import type { Command } from "../../src/cli/options.ts";
import { parseOptions } from "../../src/cli/options.ts";
import { hostileRequests } from "../../tests/receiver/hostile-bodies.ts";
import { killUnderLoad } from "../../tests/receiver/kill-under-load.ts";
import { makeReceiverDesk, startReceiverProcess } from "../../tests/support/receiver-process.ts";
import { surroundings } from "../measure.ts";

const command: Command = {
  name: "receiver",
  call: "npm run benchmark -- receiver",
  help: "Sends messages while the receiver is killed again and again, and counts what is left; then measures its memory before and after hostile requests.",
  options: {
    messages: { type: "string", value: "NUMBER", help: "how many messages are sent", default: "1000" },
    kills: { type: "string", value: "NUMBER", help: "how often the receiver is killed meanwhile", default: "10" },
    hostile: {
      type: "string",
      value: "NUMBER",
      help: "how many hostile requests are sent in each of five rounds",
      default: "2000",
    },
  },
};

const connections = 16;

/** The first hostile requests fill what Node sets aside for any requests; what comes later would show a leak. */
const rounds = 5;

/**
 * Measures and prints.
 *
 * @param args - the words after the benchmark's name
 * @returns the exit code: 1 where a message was lost, or kept or forwarded twice without a word
 */
export async function benchmarkReceiver(args: readonly string[]): Promise<number> {
  const typed = parseOptions(command, args);
  if (!typed.ok) {
    (typed.exitCode === 0 ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const number = (name: string) => Number(typed.text(name));
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(surroundings());

  const messages = number("messages");
  const left = await killUnderLoad({ messages, connections, kills: number("kills") });
  print(
    `\n${messages} messages by ${connections} connections, ${left.kills} times kill -9, ${left.seconds.toFixed(0)} s:\n`,
  );
  print(`  acknowledged ................................... ${left.acknowledged}`);
  print(`  not answered (it was dead), and sent again ..... ${left.unanswered}`);
  print(`  acknowledged and lost .......................... ${left.lost}`);
  print(`  kept twice, of those with an id ................ ${left.storedTwice}`);
  print(`  kept twice, of plain forms without one ......... ${left.formsStoredTwice}`);
  print(`  kept and not forwarded ......................... ${left.notForwarded}`);
  print(`  forwarded twice, under the same id ............. ${left.forwardedTwice}`);
  print(`  forwarded twice, and the id does not say so .... ${left.forwardedTwiceUntold}`);

  await measureHarm(number("hostile"), print);
  const wrong = left.lost + left.storedTwice + left.notForwarded + left.forwardedTwiceUntold;
  return wrong === 0 && left.acknowledged === messages ? 0 : 1;
}

/** Sends hostile requests of every kind, and prints what memory they leave behind. */
async function measureHarm(requests: number, print: (line: string) => void): Promise<void> {
  const desk = makeReceiverDesk();
  const receiver = await startReceiverProcess(desk, ["--rate", "1000000"]);
  const kinds = Object.entries(hostileRequests);
  const answers = new Map<string, Map<number, number>>();
  const send = async (count: number) => {
    let next = 0;
    const sender = async () => {
      for (let index = next++; index < count; index = next++) {
        const [name, request] = kinds[index % kinds.length]!;
        const status = await request(receiver.port);
        const counted = answers.get(name) ?? new Map<number, number>();
        answers.set(name, counted.set(status, (counted.get(status) ?? 0) + 1));
      }
    };
    await Promise.all(Array.from({ length: connections }, sender));
  };
  print("\nMemory of the receiver:\n");
  print(`  at the start ................................... ${memory(receiver.pid)} MB`);
  for (let round = 1; round <= rounds; round += 1) {
    await send(requests);
    print(`  ${`after ${round * requests} hostile requests `.padEnd(48, ".")} ${memory(receiver.pid)} MB`);
  }
  print("\nWhat they were answered with:\n");
  for (const [name, counted] of answers) {
    const statuses = [...counted].map(([status, times]) => `${status === 0 ? "closed" : status} (${times})`);
    print(`  ${`${name} `.padEnd(28, ".")} ${statuses.join(", ")}`);
  }
  await receiver.end();
  desk.clear();
}

/** What a process holds, in MB. */
function memory(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
