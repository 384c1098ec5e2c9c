/**
 * What SARIF 2.1.0 (OASIS, sections 3.13 to 3.57) demands of the parts that our reports have. Nothing else is let
 * through: a property with a slip in its name is found.
 */
const text = { type: "string", minLength: 1 };
const count = { type: "integer", minimum: 1 };

function object(required: readonly string[], properties: object): object {
  return { type: "object", additionalProperties: false, required, properties };
}

function list(items: object): object {
  return { type: "array", items };
}

const message = object(["text"], { text });
const level = { enum: ["none", "note", "warning", "error"] };
const artifactLocation = object(["uri"], {
  uri: { type: "string", pattern: "^(file:///)?[^\\s:%?#\\\\]*(%[0-9A-F]{2}[^\\s:%?#\\\\]*)*$" },
});
const region = object(["startLine", "startColumn", "endLine", "endColumn"], {
  startLine: count,
  startColumn: count,
  endLine: count,
  endColumn: count,
});

const rule = object(["id", "shortDescription"], {
  id: text,
  shortDescription: message,
  help: message,
  defaultConfiguration: object(["level"], { level }),
  properties: { type: "object" },
});

const replacement = object(["deletedRegion"], {
  deletedRegion: region,
  insertedContent: object(["text"], { text: { type: "string" } }),
});

const fix = object(["artifactChanges"], {
  description: message,
  artifactChanges: list(
    object(["artifactLocation", "replacements"], {
      artifactLocation,
      replacements: { ...list(replacement), minItems: 1 },
    }),
  ),
});

const result = object(["message", "ruleId", "level", "locations"], {
  ruleId: text,
  ruleIndex: { type: "integer", minimum: 0 },
  level,
  message,
  locations: list(
    object(["physicalLocation"], {
      physicalLocation: object(["artifactLocation", "region"], { artifactLocation, region }),
    }),
  ),
  fixes: list(fix),
});

const run = object(["tool", "results", "columnKind"], {
  tool: object(["driver"], {
    driver: object(["name", "version", "rules"], { name: text, version: text, rules: list(rule) }),
  }),
  columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
  results: list(result),
});

/** The schema of a whole report. */
export const sarifSchema: object = object(["version", "runs"], {
  $schema: text,
  version: { const: "2.1.0" },
  runs: list(run),
});
