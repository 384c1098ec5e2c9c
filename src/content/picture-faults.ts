import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import type { PictureFormat } from "../model/picture.ts";

const emptyFrame = "A citizen would see an empty frame, or half a picture";

/** The file holds something else: a page that was saved by mistake, or a format that browsers do not show. */
export function notAPicture(path: string): Diagnostic {
  return {
    rule: "not-a-picture",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: "This file is not a picture that browsers can show, whatever its name says",
    why: emptyFrame,
    fix: "Open it in a program for pictures, save it as PNG or JPEG, and put that file here",
  };
}

/** The file breaks off, or holds what cannot be read. */
export function damaged(path: string): Diagnostic {
  return {
    rule: "not-a-picture",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: "The picture is damaged: not all of it can be read",
    why: emptyFrame,
    fix: "Save it again from where it came, and put that file here",
  };
}

/** More than a build should open, and more than a phone can show. */
export function tooLarge(path: string): Diagnostic {
  return {
    rule: "not-a-picture",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: "The picture is larger than 50 million pixels or 50 MB",
    why: "Old phones could not open it, and it would cost a citizen a month's data",
    fix: "Save it smaller: 1280 pixels wide is enough for every page",
  };
}

/** A drawing with more in it than a phone can draw. */
export function tooLargeDrawing(path: string): Diagnostic {
  return {
    rule: "not-a-picture",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: "The drawing is larger than 1 MB, or has more than 10,000 parts, repeated ones counted each time",
    why: "A phone would take long to load and to draw it, or give up",
    fix: "Make the drawing simpler, or save it as PNG: 1280 pixels wide is enough for every page",
  };
}

/** The picture is right, and its name is of another format. */
export function misnamed(path: string, format: PictureFormat): Diagnostic {
  const [ending, said] = format === "jpeg" ? ["jpg", "a JPEG"] : [format, `in the format ${format.toUpperCase()}`];
  return {
    rule: "misnamed-picture",
    severity: "warning",
    span: spanAt(path, 1, 1),
    message: `The picture is ${said}, and its name says otherwise`,
    why: "Some programs and browsers believe the name, and do not show it",
    fix: `Give it a name that ends in .${ending}, and change the pages that use it`,
  };
}

/** The picture moves, and nobody can save it anew so that it still does. */
export function stilled(path: string): Diagnostic {
  return {
    rule: "stilled-picture",
    severity: "warning",
    span: spanAt(path, 1, 1),
    message: "The picture moves, in a kind of file that is shown standing still here",
    why: "People see only its first picture",
    fix: "If it must move, save it as an animated WebP; else save that one picture",
  };
}

/** The drawing could do more than be looked at. */
export function activePicture(path: string, active: string): Diagnostic {
  return {
    rule: "active-picture",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: `The picture holds more than a drawing: ${active}`,
    why: "It could run a program in a citizen's browser, or ask another site for something",
    fix: "Save it as a plain SVG or as a PNG, and use that",
  };
}

/** The system does not let us read it. */
export function unreadable(path: string, error: NodeJS.ErrnoException): Diagnostic {
  return {
    rule: "unreadable-file",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: `It cannot be read (${error.code ?? error.message})`,
    why: emptyFrame,
    fix: "Let the person who runs the build read this file, or take it out of the content folder",
  };
}
