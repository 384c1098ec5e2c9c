/**
 * The ways in which people type error codes, the most usual first. A spelling that could mean two codes, or is a code
 * itself, stands for none.
 *
 * @param codes - every code of a site, as screens show it: letters, then digits
 * @returns for each code its spellings, never the code itself; at most eight
 *
 * @example
 * codeSpellings(["CID7023"]).get("CID7023")
 * // ["cid7023", "7023", "CID7O23", "cid7o23", "CID 7023", "CID-7023", "cid 7023", "cid-7023"]
 */
export function codeSpellings(codes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map(codes.map((code) => [code, spellingsOf(code)]));
  const meanings = new Map<string, Set<string>>(codes.map((code) => [code, new Set([code])]));
  for (const [code, spellings] of found) {
    for (const spelling of spellings) meanings.set(spelling, (meanings.get(spelling) ?? new Set()).add(code));
  }
  return new Map(
    [...found].map(([code, spellings]) => [code, spellings.filter((spelling) => meanings.get(spelling)?.size === 1)]),
  );
}

function spellingsOf(code: string): readonly string[] {
  const [, prefix = "", digits = ""] = /^(\D*)(.*)$/s.exec(code) ?? [];
  const small = prefix.toLowerCase();
  const letters = digits.replaceAll("0", "O");
  const all = [
    small + digits,
    digits,
    prefix + letters,
    small + letters.toLowerCase(),
    ...[prefix, small].flatMap((written) => [`${written} ${digits}`, `${written}-${digits}`]),
  ];
  return [...new Set(all)].filter((spelling) => spelling !== code && spelling !== "");
}
