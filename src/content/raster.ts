import { createHash } from "node:crypto";
import type sharpFunction from "sharp";
import type { Picture, PictureFormat } from "../model/picture.ts";
import { decoderSettings } from "../model/picture.ts";

/** What a picture of pixels is. */
export interface Raster extends Pick<Picture, "width" | "height" | "isAnimated"> {
  readonly format: Exclude<PictureFormat, "svg">;
  /** Whether it tells more than it shows, such as where a photograph was taken, and can be saved without that. */
  readonly hasMetadata: boolean;
  /** The program that would save it anew: another one gives other bytes. */
  readonly encoder: string;
}

/** Why a file is no picture of pixels that a browser shows. */
export type RasterFault = "not a picture" | "damaged" | "too large";

/** Formats that browsers show. Nothing else is opened: above all no SVG, which may name files of this machine. */
const loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((name) => `VipsForeignLoad${name}Buffer`);

let opened: Promise<typeof sharpFunction> | null = null;

/** The library is loaded for the first picture: sites without one do not wait for it. */
function openSharp(): Promise<typeof sharpFunction> {
  opened ??= import("sharp").then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: loaders });
    return sharp;
  });
  return opened;
}

const known = new Map<string, Promise<Raster | RasterFault>>();

/**
 * Looks at a picture of pixels as a whole: a file that breaks off half way is found here. The same bytes are looked at
 * once, however often a preview asks.
 *
 * @param hash - SHA-256 of the bytes
 */
export function readRaster(bytes: Uint8Array, hash: string): Promise<Raster | RasterFault> {
  const found = known.get(hash) ?? lookAt(bytes);
  known.set(hash, found);
  return found;
}

async function lookAt(bytes: Uint8Array): Promise<Raster | RasterFault> {
  const sharp = await openSharp();
  const metadata = await orNull(() => sharp(bytes, { ...decoderSettings, limitInputPixels: false }).metadata());
  const format = metadata?.format === "heif" && metadata.compression === "av1" ? "avif" : metadata?.format;
  if (metadata === null || !isShown(format)) return "not a picture";
  if (metadata.width * metadata.height > decoderSettings.limitInputPixels) return "too large";
  const whole = await orNull(() => sharp(bytes, decoderSettings).resize(8).raw().toBuffer());
  if (whole === null) return "damaged";

  const frames = metadata.pages ?? 1;
  const isSequence = isAnimatedPng(bytes) || isAvifSequence(bytes);
  const tells = [metadata.exif, metadata.xmp, metadata.iptc, metadata.tifftagPhotoshop, metadata.comments];
  return {
    format,
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    isAnimated: frames > 1 || isSequence,
    // The library knows the first picture of these sequences only: saved anew, they would stand still.
    hasMetadata: !isSequence && tells.some((part) => part !== undefined && part.length > 0),
    encoder: createHash("sha256").update(JSON.stringify(sharp.versions)).digest("hex"),
  };
}

/** What the library makes of a picture; `null` where it throws, at once or later: the fault is the picture's. */
async function orNull<Result>(step: () => Promise<Result>): Promise<Result | null> {
  try {
    return await step();
  } catch {
    return null;
  }
}

function isShown(format: string | undefined): format is Raster["format"] {
  return format !== undefined && ["avif", "gif", "jpeg", "png", "webp"].includes(format);
}

/** An animated PNG has this chunk before its first pixels (W3C, PNG, third edition, 11.3.6). */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.indexOf("acTL");
  return buffer.subarray(1, 4).equals(Buffer.from("PNG")) && at > 0 && at < buffer.indexOf("IDAT");
}

/** A sequence of AVIF pictures says so at its front (AV1 Image File Format, 6.2). */
function isAvifSequence(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(4, 12)).equals(Buffer.from("ftypavis"));
}
