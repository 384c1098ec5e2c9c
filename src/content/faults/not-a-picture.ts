import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A picture that a page shows and browsers cannot. */
export const notAPicture: RuleFacts = {
  name: "not-a-picture",
  severity: "error",
  kind: "files",
  title: "A picture cannot be shown",
  source: null,
  fixable: false,
};

const emptyFrame = "A citizen would see an empty frame, or half a picture";

/** The file holds something else: a page that was saved by mistake, or a format that browsers do not show. */
export function notAPictureAt(path: string): Diagnostic {
  return faultAt(notAPicture, spanAt(path, 1, 1), {
    message: "This file is not a picture that browsers can show, whatever its name says",
    why: emptyFrame,
    fix: "Open it in a program for pictures, save it as PNG or JPEG, and put that file here",
  });
}

/** The file breaks off, or holds what cannot be read. */
export function damagedPicture(path: string): Diagnostic {
  return faultAt(notAPicture, spanAt(path, 1, 1), {
    message: "The picture is damaged: not all of it can be read",
    why: emptyFrame,
    fix: "Save it again from where it came, and put that file here",
  });
}

/** More than a build should open, and more than a phone can show. */
export function pictureTooLarge(path: string): Diagnostic {
  return faultAt(notAPicture, spanAt(path, 1, 1), {
    message: "The picture is larger than 50 million pixels or 50 MB",
    why: "Old phones could not open it, and it would cost a citizen a month's data",
    fix: "Save it smaller: 1280 pixels wide is enough for every page",
  });
}

/** A drawing with more in it than a phone can draw. */
export function drawingTooLarge(path: string): Diagnostic {
  return faultAt(notAPicture, spanAt(path, 1, 1), {
    message: "The drawing is larger than 1 MB, or has more than 10,000 parts, repeated ones counted each time",
    why: "A phone would take long to load and to draw it, or give up",
    fix: "Make the drawing simpler, or save it as PNG: 1280 pixels wide is enough for every page",
  });
}
