/** How long a file of the site is waited for, in milliseconds. */
const timeLimit = 10_000;

/** What a JSON file of the site holds; `null` where it cannot be had in time. */
export async function jsonAt(address: string): Promise<unknown> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), timeLimit);
  try {
    const answer = await fetch(address, { signal: waiting.signal });
    return answer.ok ? ((await answer.json()) as unknown) : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
