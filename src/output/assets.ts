import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { compareText } from "../model/diagnostic.ts";
import { compiledAssets } from "./compiled-assets.ts";
import type { AssetsView } from "./entry.ts";
import { readNhsukFile } from "./nhsuk-frontend.ts";

/** A file to publish. */
export interface BuiltFile {
  /** Inside the output folder, with `/`: `assets/site-0123456789.css`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** The site's own styles, scripts and icons: what pages link to, and the files themselves. */
export interface BuiltAssets {
  readonly view: AssetsView;
  /** In order of their paths. The name of each holds a hash of its content, so that it may be kept for ever. */
  readonly files: readonly BuiltFile[];
}

/** Where assets are read, kept and published. */
export interface AssetsOptions {
  /** Holds `styles/main.scss`, `scripts/` and `images/`. */
  readonly assetsFolder: string;
  /** Compiled styles and scripts stay here from build to build. Made if it is not there; may be deleted at any time. */
  readonly cacheFolder: string;
  /** Where the site lives on its host, with a slash at each end. */
  readonly pathPrefix: string;
  /** Whether the NHS's icons are published; only NHS services may. Otherwise our own, which says nothing. */
  readonly nhsIdentity: boolean;
}

/**
 * Builds what every page links to.
 *
 * @throws SourceError where a style or a script does not compile
 */
export async function buildAssets(options: AssetsOptions): Promise<BuiltAssets> {
  const { assetsFolder, cacheFolder, pathPrefix, nhsIdentity } = options;
  const compiled = await compiledAssets(assetsFolder, cacheFolder);
  const files = new Map<string, BuiltFile>();
  const publish = (name: string, content: Uint8Array | string): string => {
    const file = fingerprinted(name, content);
    files.set(file.path, file);
    return pathPrefix + file.path;
  };
  const view: AssetsView = {
    styles: publish("site.css", withPublishedImages(compiled.styles, publish)),
    script: publish("site.js", compiled.site),
    scriptEnabled: publish("enabled.js", compiled.enabled),
    searchScript: publish("search.js", compiled.search),
    ...(nhsIdentity ? nhsIcons(publish) : plainIcons(publish, assetsFolder)),
  };
  return { view, files: [...files.values()].toSorted((a, b) => compareText(a.path, b.path)) };
}

type Icons = Pick<AssetsView, "favicon" | "faviconSvg" | "touchIcon" | "maskIcon" | "manifest">;
type Publish = (name: string, content: Uint8Array | string) => string;

/** The styles with the pictures that they name published beside them; main.scss writes their paths in nhsuk-frontend. */
function withPublishedImages(styles: string, publish: Publish): string {
  return styles.replace(/url\("(nhsuk\/assets\/images\/[\w-]+\.svg)"\)/g, (_, path: string) => {
    return `url("${basename(publish(basename(path), readNhsukFile(path)))}")`;
  });
}

/** The NHS's icons and the manifest that lists them, as nhsuk-frontend ships them, under fingerprinted names. */
function nhsIcons(publish: Publish): Icons {
  const image = (path: string): string => publish(basename(path), readNhsukFile(`nhsuk/assets/${path}`));
  const manifest = JSON.parse(Buffer.from(readNhsukFile("nhsuk/assets/manifest.json")).toString("utf8")) as {
    readonly icons: readonly { readonly src: string }[];
  };
  const icons = manifest.icons.map((icon) => ({ ...icon, src: image(icon.src) }));
  return {
    favicon: image("images/favicon.ico"),
    faviconSvg: image("images/favicon.svg"),
    touchIcon: image("images/nhsuk-icon-180.png"),
    maskIcon: image("images/nhsuk-icon-mask.svg"),
    manifest: publish("manifest.json", `${JSON.stringify({ icons }, null, 2)}\n`),
  };
}

/** A neutral icon: a question mark. Browsers that want another form show their own. */
function plainIcons(publish: Publish, assetsFolder: string): Icons {
  const faviconSvg = publish("icon.svg", readFileSync(join(assetsFolder, "images", "icon.svg")));
  return { favicon: null, faviconSvg, touchIcon: null, maskIcon: null, manifest: null };
}

function fingerprinted(name: string, content: Uint8Array | string): BuiltFile {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const extension = extname(name);
  return { path: `assets/${basename(name, extension)}-${hash}${extension}`, content: bytes };
}
