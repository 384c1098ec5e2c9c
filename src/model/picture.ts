/** What a picture is saved as. */
export type PictureFormat = "avif" | "gif" | "jpeg" | "png" | "svg" | "webp";

/** A picture as the build saves it anew. It has its name before it is made, so that pages can be printed first. */
export interface EncodedPicture {
  /** Inside the output folder, with `/`: `assets/letter-640-0123456789.avif`. */
  readonly path: string;
  readonly format: Exclude<PictureFormat, "svg">;
  /** In pixels; its height follows. */
  readonly width: number;
  /** SHA-256 of all that its bytes depend on: those of the file, width, format, settings, the program. Hexadecimal. */
  readonly hash: string;
}

/** A picture file of the content folder, as it is known before a page is rendered. */
export interface Picture {
  /** Path inside the content folder, with `/`; also its address without the leading slash. */
  readonly path: string;
  readonly format: PictureFormat;
  /** As a browser shows it, upright, in CSS pixels; at least 1. */
  readonly width: number;
  readonly height: number;
  readonly isAnimated: boolean;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string;
  /** The widths and formats that browsers may choose from; none where the file itself is all that they need. */
  readonly variants: readonly EncodedPicture[];
  /**
   * What is published in the file's own place: a photograph tells where it was taken, a cropped screenshot what was cut
   * off. `null` for a drawing, which is published as it is.
   */
  readonly stripped: EncodedPicture | null;
}

/** The formats that browsers are offered, the smaller one first: they take the first that they know. */
export const offeredFormats = ["avif", "webp"] as const;

/** How each format is written. What changes here changes the names of the files too. */
export const encoderSettings = {
  avif: { quality: 50, effort: 2 },
  gif: {},
  jpeg: { quality: 85 },
  png: { compressionLevel: 9 },
  webp: { quality: 80 },
} as const;

/** How files are read: like browsers, which show what is slightly odd, but never half a picture, and never a huge one. */
export const decoderSettings = { failOn: "error", limitInputPixels: 50_000_000 } as const;

/** The column of words, in CSS pixels: two thirds of a page of 960. No picture is shown wider. */
export const columnWidth = 640;

/** WebP knows no larger side (RFC 9649). */
const largestSide = 16_383;

/**
 * The widths in which a picture is offered: 640 for the column and for phones of 320 with two pixels for one, 1280 for
 * the column on such screens, 320 and 960 for what lies between. None is larger than the picture, and none so near to
 * the largest that it would save nothing. Of a picture that is too tall for WebP at its best width there is none.
 *
 * @example
 * offeredWidths(1000, 500) // [320, 640, 1000]
 */
export function offeredWidths(width: number, height: number): readonly number[] {
  const largest = Math.min(width, 2 * columnWidth);
  if ((height * largest) / width > largestSide) return [];
  return [...[320, 640, 960].filter((step) => step * 1.2 < largest), largest];
}
