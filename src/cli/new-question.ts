import { createInterface } from "node:readline/promises";
import type { Reading } from "../model/field.ts";

/** Something that a new page needs to know. */
export interface Question<Value> {
  /** The option that answers it: `title`. */
  readonly option: string;
  /** What is asked in a terminal, without a colon at its end. */
  readonly words: string;
  /** Lines to choose from, shown before the question. */
  readonly choices?: readonly string[];
  /** What somebody gets who types nothing; `null` where they must type. */
  readonly fallback: string | null;
  /** Why they must, where that is not plain, without a full stop. */
  readonly reason?: string | null;
  /** Judges an answer. */
  readonly read: (typed: string) => Reading<Value>;
}

/** Puts questions to somebody, or to the options that were typed. */
export interface Asker {
  /** @returns `null` where there is no answer that will do */
  readonly ask: <Value>(question: Question<Value>) => Promise<Value | null>;
  /** What is wrong with the options, a sentence each. */
  readonly problems: readonly string[];
  /** Whether somebody pressed Ctrl-C or Ctrl-D in place of an answer; nothing is asked after that. */
  readonly wasInterrupted: () => boolean;
  readonly close: () => void;
}

type Typed = (option: string) => string | undefined;

/** Answers from the options alone: nobody is asked. */
export function optionAsker(typed: Typed): Asker {
  const problems: string[] = [];
  return {
    problems,
    ask: async ({ option, fallback, reason, read }) => {
      const answer = typed(option) ?? fallback;
      if (answer === null)
        problems.push(reason ? `${reason}. Write another after --${option}.` : `--${option} is missing.`);
      const reading = answer === null ? null : read(answer);
      if (reading?.ok === false) problems.push(`--${option} ${reading.message}. ${reading.fix}.`);
      return reading?.ok === true ? reading.value : null;
    },
    wasInterrupted: () => false,
    close: () => {},
  };
}

/** Asks in the terminal for what no option says, again until the answer will do. */
export function terminalAsker(typed: Typed): Asker {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let closed = false;
  const closing = new Promise<null>((resolve) => {
    terminal.once("close", () => {
      closed = true;
      resolve(null);
    });
  });
  const answerTo = async (words: string): Promise<string | null> =>
    // At Ctrl-C, Node ends some questions with an error and leaves others open for ever.
    closed ? null : Promise.race([terminal.question(words).catch(() => null), closing]);
  const options = optionAsker(typed);
  return {
    ...options,
    ask: async (question) => {
      const { option, words, choices = [], fallback, reason, read } = question;
      if (typed(option) !== undefined) return options.ask(question);
      const lines = [...choices, ...(reason ? [`  ${reason}.`] : [])];
      if (!closed) process.stdout.write(lines.map((line) => `${line}\n`).join(""));
      for (;;) {
        const answer = await answerTo(`${words}${fallback === null ? "" : ` [${fallback}]`}: `);
        if (answer === null) return null;
        const reading = read(answer.trim() === "" && fallback !== null ? fallback : answer.trim());
        if (reading.ok) return reading.value;
        process.stdout.write(`  That ${reading.message}. ${reading.fix}.\n`);
      }
    },
    wasInterrupted: () => closed,
    close: () => terminal.close(),
  };
}
