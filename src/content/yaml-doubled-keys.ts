import { YAMLParseError, isScalar, visit } from "yaml";
import type { Document, Node } from "yaml";

/**
 * Keys that stand twice in one map, as the parser would report them. It compares each key with all before it: for the
 * longest file that is read, that takes minutes.
 *
 * @param document - parsed with `uniqueKeys: false`
 */
export function doubledKeys(document: Document.Parsed): readonly YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  visit(document, {
    Map(_, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const at = (key as Node).range?.[0] ?? 0;
        if (known.has(key.value)) errors.push(new YAMLParseError([at, at + 1], "DUPLICATE_KEY", "Map keys must be unique"));
        known.add(key.value);
      }
    },
  });
  return errors;
}
