import { createHash } from "node:crypto";
import type sharpFunction from "sharp";
import type { Picture, PictureFormat } from "../model/picture.ts";
import { decoderSettings } from "../model/picture.ts";

/** What a picture of pixels is. */
export interface Raster extends Pick<Picture, "width" | "height" | "isAnimated"> {
  readonly format: Exclude<PictureFormat, "svg">;
  /** Whether it moves where it comes from, and will stand still here: nobody can save these anew as they are. */
  readonly isStilled: boolean;
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
  const frames = metadata.pages ?? 1;
  if (metadata.width * metadata.height * frames > decoderSettings.limitInputPixels) return "too large";
  const whole = await orNull(() => sharp(bytes, decoderSettings).resize(8).raw().toBuffer());
  if (whole === null) return "damaged";

  const isSequence = isAnimatedPng(bytes) || isAvifSequence(bytes);
  return {
    format,
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    isAnimated: frames > 1 && !isSequence,
    // The library knows the first picture of these sequences only.
    isStilled: isSequence,
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
  if (!buffer.subarray(1, 4).equals(Buffer.from("PNG"))) return false;
  for (let at = 8; at + 8 <= buffer.length; at += buffer.readUInt32BE(at) + 12) {
    const kind = buffer.toString("latin1", at + 4, at + 8);
    if (kind === "acTL" || kind === "IDAT") return kind === "acTL";
  }
  return false;
}

/** A sequence of AVIF pictures says so at its front (AV1 Image File Format, 6.2). */
function isAvifSequence(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(4, 12)).equals(Buffer.from("ftypavis"));
}
