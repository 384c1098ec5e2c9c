import type { HtmlPiece } from "./html-tags.ts";

/** What Markdown ends later than a browser does: by its own mark, not at the first `>` (CommonMark, section 6.6). */
const marks: readonly (readonly [start: string, end: string])[] = [
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];

/** Makes one piece of each `<?php … ?>` and `<![CDATA[ … ]]>`: no tag or word inside them is the page's. */
export function withWholeInstructions(html: string, pieces: readonly HtmlPiece[]): readonly HtmlPiece[] {
  const whole: HtmlPiece[] = [];
  let read = 0;
  for (const piece of pieces) {
    if (piece.end <= read) continue;
    if (piece.start < read) {
      // A tag that starts inside an instruction and ends behind it goes with it.
      if (piece.kind === "text") whole.push({ ...piece, start: read });
      continue;
    }
    read = piece.kind === "comment" ? endOfInstruction(html, piece) : piece.end;
    whole.push({ ...piece, end: read });
  }
  return whole;
}

function endOfInstruction(html: string, { start, end }: HtmlPiece): number {
  const mark = marks.find(([open]) => html.startsWith(open, start));
  const closed = mark ? html.indexOf(mark[1], start) : -1;
  return mark && closed >= 0 ? Math.max(end, closed + mark[1].length) : end;
}
