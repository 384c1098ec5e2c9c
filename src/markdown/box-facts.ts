import type { Box, BoxKind, Link } from "../model/body.ts";
import type { ContainerKind } from "./container-kinds.ts";
import { spanOf } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";

/** Collects the warnings and care cards of a body while it is read from front to back. */
export interface BoxCollector {
  /** In the order in which they end. */
  readonly found: readonly Box[];
  /** @param line - the line that starts the container */
  readonly start: (line: Place) => void;
  readonly end: (kind: ContainerKind) => void;
}

const kinds: ReadonlySet<string> = new Set<BoxKind>(["warning", "non-urgent", "urgent", "emergency"]);

/** @param links - those found so far; more are added while the body is read */
export function collectBoxes(page: PageContext, links: readonly Link[]): BoxCollector {
  const found: Box[] = [];
  const open: { readonly line: Place; readonly firstLink: number }[] = [];
  return {
    found,
    start: (line) => void open.push({ line, firstLink: links.length }),
    end: (kind) => {
      const box = open.pop();
      if (box && isBoxKind(kind)) {
        found.push({ kind, links: links.slice(box.firstLink), span: spanOf(page, box.line) });
      }
    },
  };
}

function isBoxKind(kind: ContainerKind): kind is BoxKind {
  return kinds.has(kind);
}
