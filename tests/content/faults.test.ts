import { describe, expect, test } from "vitest";
import { emptyFileAt } from "../../src/content/faults/empty-file.ts";
import { unreadableFileAt } from "../../src/content/faults/unreadable-file.ts";

describe("what is said of a file", () => {
  test("that is empty fits what it is: a page, or a register", () => {
    expect(emptyFileAt("a.md").fix).toBe("Write the page, or delete the file");
    const register = emptyFileAt("contact.yml");
    expect(`${register.message} ${register.why} ${register.fix}`).not.toMatch(/page/);
  });

  test("that cannot be read is in words, with the system's own for whoever can help", () => {
    const fault = (code?: string) =>
      unreadableFileAt("a.md", Object.assign(new Error("odd"), code === undefined ? {} : { code }));
    expect(fault("EACCES").message).toBe("The machine does not let this program read it");
    expect(fault("EACCES").fix).toBe("Ask somebody who looks after the machine, and give them this: EACCES");
    expect(fault("EWEIRD").message).toBe("The machine could not read it");
    expect(fault().fix).toContain("give them this: odd");
  });
});
