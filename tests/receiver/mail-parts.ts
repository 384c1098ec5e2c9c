/** A mail as a reader takes it apart: RFC 5322 headers, RFC 2047 words, one part of text. */
export interface MailParts {
  /** In order, names in lower case, values unfolded and as they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

/** Takes a mail apart. What is no mail of one plain text is a fault of ours, so it throws. */
export function mailParts(raw: Buffer): MailParts {
  const source = raw.toString("latin1");
  const end = source.indexOf("\r\n\r\n");
  const lines = source
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = lines.map((line) => {
    const [, name = "", value = ""] = /^([\x21-\x39\x3b-\x7e]+): ?(.*)$/.exec(line) ?? [];
    if (name === "") throw new Error(`not a header: ${JSON.stringify(line)}`);
    return [name.toLowerCase(), value] as const;
  });
  const encoding = headers.find(([name]) => name === "content-transfer-encoding")?.[1] ?? "7bit";
  const type = headers.find(([name]) => name === "content-type")?.[1] ?? "";
  if (!/^text\/plain; charset=utf-8\b/i.test(type)) throw new Error(`not plain text: ${type}`);
  return { headers, text: decodedBody(source.slice(end + 4), encoding).replaceAll("\r\n", "\n") };
}

/** The value of the one header of a name; a mail that holds it twice or not at all throws. */
export function headerOf({ headers }: MailParts, name: string): string {
  const values = headers.filter(([one]) => one === name).map(([, value]) => value);
  if (values.length !== 1) throw new Error(`${name} stands ${values.length} times`);
  return decodedWords(values[0] ?? "");
}

function decodedBody(body: string, encoding: string): string {
  const bytes =
    encoding === "base64"
      ? Buffer.from(body, "base64")
      : Buffer.from(encoding === "quoted-printable" ? decodedQuotes(body.replace(/=[ \t]*\r\n/g, "")) : body, "latin1");
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(words, "base64").toString("latin1")
        : decodedQuotes(words.replaceAll("_", " ")),
    )
    .replace(/[^]*/, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}

function decodedQuotes(words: string): string {
  return words.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
