import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EncodedPicture, Picture, PictureFormat } from "../model/picture.ts";
import { encoderSettings, offeredFormats, offeredWidths } from "../model/picture.ts";
import { activePictureAt } from "./faults/active-picture.ts";
import { misnamedPictureAt } from "./faults/misnamed-picture.ts";
import { damagedPicture, drawingTooLarge, notAPictureAt, pictureTooLarge } from "./faults/not-a-picture.ts";
import { stilledPictureAt } from "./faults/stilled-picture.ts";
import { unreadablePicture } from "./faults/unreadable-file.ts";
import type { Raster } from "./raster.ts";
import { readRaster } from "./raster.ts";
import type { OtherFile } from "./read-files.ts";
import { readSvg } from "./svg.ts";

/** What the picture files of a content folder are. */
export interface ReadPictures {
  /** By path. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Paths of files that must not be published: an error says why. */
  readonly refused: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Formats by the ends of files' names. */
const formats: ReadonlyMap<string, PictureFormat> = new Map([
  [".avif", "avif"],
  [".gif", "gif"],
  [".jpeg", "jpeg"],
  [".jpg", "jpeg"],
  [".png", "png"],
  [".svg", "svg"],
  [".webp", "webp"],
]);

/** A file with more bytes is not opened. */
const mostBytes = 50_000_000;

/** A picture with fewer bytes arrives with the page: a choice of smaller ones would not be smaller. */
const fewestBytes = 4_000;

/** What to say of a drawing that cannot be shown. */
const drawingFaults = { "not a picture": notAPictureAt, damaged: damagedPicture, "too large": drawingTooLarge } as const;

/** How many files are looked at side by side: as many as Node has threads for it. */
const atOnce = 4;

/** Whether a file is a picture by its name. */
export function isPictureName(path: string): boolean {
  return formats.has(extname(path).toLowerCase());
}

/** Reads picture files, each once. A file that has gone since it was listed is passed over: the next look says so. */
export async function readPictures(files: readonly OtherFile[]): Promise<ReadPictures> {
  const pictures = new Map<string, Picture>();
  const refused = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (let start = 0; start < files.length; start += atOnce) {
    for (const read of await Promise.all(files.slice(start, start + atOnce).map(readPicture))) {
      if (read === null) continue;
      if (read.picture === null) refused.add(read.path);
      else pictures.set(read.path, read.picture);
      diagnostics.push(...read.diagnostics);
    }
  }
  return { pictures, refused, diagnostics };
}

interface ReadPicture {
  readonly path: string;
  readonly picture: Picture | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function readPicture({ path, diskPath, size }: OtherFile): Promise<ReadPicture | null> {
  const fault = (diagnostic: Diagnostic) => ({ path, picture: null, diagnostics: [diagnostic] });
  if (size > mostBytes) return fault(pictureTooLarge(path));
  const bytes = await readFile(diskPath).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return bytes.code === "ENOENT" ? null : fault(unreadablePicture(path, bytes));

  const hash = createHash("sha256").update(bytes).digest("hex");
  if (extname(path).toLowerCase() === ".svg") {
    const size = readSvg(bytes);
    if (typeof size === "string") return fault(drawingFaults[size](path));
    if ("active" in size) return fault(activePictureAt(path, size.active));
    const facts = { path, format: "svg", hash, isAnimated: false, variants: [], stripped: null } as const;
    return { path, picture: { ...facts, ...size }, diagnostics: [] };
  }
  const raster = await readRaster(bytes, hash);
  if (raster === "not a picture") return fault(notAPictureAt(path));
  if (raster === "damaged") return fault(damagedPicture(path));
  if (raster === "too large") return fault(pictureTooLarge(path));
  const isNamedSo = formats.get(extname(path).toLowerCase()) === raster.format;
  const diagnostics = [
    ...(isNamedSo ? [] : [misnamedPictureAt(path, raster.format)]),
    ...(raster.isStilled ? [stilledPictureAt(path)] : []),
  ];
  return { path, picture: planned(path, hash, raster, bytes.byteLength), diagnostics };
}

/** A picture of pixels with all that the build will make of it. */
function planned(path: string, hash: string, raster: Raster, bytes: number): Picture {
  const { format, width, height, isAnimated } = raster;
  const widths = isAnimated || bytes < fewestBytes ? [] : offeredWidths(width, height);
  const variants = offeredFormats.flatMap((offered) =>
    widths.map((step): EncodedPicture => {
      const own = hashOf(hash, raster, offered, step);
      return { path: `assets/${plainName(path)}-${step}-${own.slice(0, 10)}.${offered}`, format: offered, width: step, hash: own };
    }),
  );
  const stripped = { path, format, width, hash: hashOf(hash, raster, format, width) };
  return { path, format, width, height, isAnimated, hash, variants, stripped };
}

function hashOf(source: string, { encoder }: Raster, format: Raster["format"], width: number): string {
  const parts = [source, encoder, format, width, encoderSettings[format]];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** The name of a file in letters that no address and no list of addresses has to write otherwise. */
function plainName(path: string): string {
  const name = basename(path, extname(path)).toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return name.slice(0, 40).replace(/^-|-$/g, "") || "picture";
}
