import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { compareText } from "../model/diagnostic.ts";
import type { SiteSettings } from "../model/settings.ts";
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
  /** Holds `styles/` with `main.scss`, `form.scss` and `search.scss`, `scripts/` and `images/`. */
  readonly assetsFolder: string;
  /** Compiled styles and scripts stay here from build to build. Made if it is not there; may be deleted at any time. */
  readonly cacheFolder: string;
  /** The site that the assets are for: its icons are the NHS's only where it may use them. */
  readonly identity: SiteIdentity;
}

/** What of a site's settings shows in its assets. */
export type SiteIdentity = Pick<SiteSettings, "name" | "lang" | "url" | "pathPrefix" | "nhsIdentity">;

/**
 * Builds what every page links to.
 *
 * @throws SourceError where a style or a script does not compile
 */
export async function buildAssets(options: AssetsOptions): Promise<BuiltAssets> {
  const { assetsFolder, cacheFolder, identity } = options;
  const compiled = await compiledAssets(assetsFolder, cacheFolder);
  const files = new Map<string, BuiltFile>();
  const publish = (name: string, content: Uint8Array | string): string => {
    const file = fingerprinted(name, content);
    files.set(file.path, file);
    return identity.pathPrefix + file.path;
  };
  const view: AssetsView = {
    styles: publish("site.css", withPublishedImages(compiled.styles, publish) + originForPrint(identity)),
    formStyles: publish("form.css", withPublishedImages(compiled.formStyles, publish)),
    searchStyles: publish("search.css", withPublishedImages(compiled.searchStyles, publish)),
    script: publish("site.js", compiled.site),
    scriptEnabled: publish("enabled.js", compiled.enabled),
    searchScript: publish("search.js", compiled.search),
    notFoundScript: publish("not-found.js", compiled["not-found"]),
    referencesScript: publish("references.js", compiled.references),
    contactScript: publish("contact.js", compiled.contact),
    ...(identity.nhsIdentity ? nhsIcons(publish, identity) : plainIcons(publish, identity, assetsFolder)),
  };
  return { view, files: [...files.values()].toSorted((a, b) => compareText(a.path, b.path)) };
}

type Icons = Pick<AssetsView, "favicon" | "faviconSvg" | "touchIcon" | "maskIcon" | "manifest" | "shareImage">;
type Publish = (name: string, content: Uint8Array | string) => string;

/** The styles with the pictures that they name published beside them; main.scss writes their paths in nhsuk-frontend. */
function withPublishedImages(styles: string, publish: Publish): string {
  return styles.replace(/url\("?(nhsuk\/assets\/images\/[\w-]+\.svg)"?\)/g, (_, path: string) => {
    return `url("${basename(publish(basename(path), readNhsukFile(path)))}")`;
  });
}

/** What stands before a path where the address of a link is printed. */
function originForPrint({ url }: SiteIdentity): string {
  return url === null ? "" : `:root{--app-site-origin:"${new URL(url).origin}"}`;
}

/** The NHS's icons, as nhsuk-frontend ships them, under fingerprinted names. */
function nhsIcons(publish: Publish, identity: SiteIdentity): Icons {
  const image = (path: string): string => publish(basename(path), readNhsukFile(`nhsuk/assets/${path}`));
  const listed = JSON.parse(Buffer.from(readNhsukFile("nhsuk/assets/manifest.json")).toString("utf8")) as {
    readonly icons: readonly Icon[];
  };
  return {
    favicon: image("images/favicon.ico"),
    faviconSvg: image("images/favicon.svg"),
    touchIcon: image("images/nhsuk-icon-180.png"),
    maskIcon: image("images/nhsuk-icon-mask.svg"),
    shareImage: image("images/nhsuk-opengraph-image.png"),
    manifest: manifest(
      publish,
      identity,
      listed.icons.map((icon) => ({ ...icon, src: image(icon.src) })),
    ),
  };
}

/** A neutral icon: a question mark. Browsers that want another form show their own. */
function plainIcons(publish: Publish, identity: SiteIdentity, assetsFolder: string): Icons {
  const faviconSvg = publish("icon.svg", readFileSync(join(assetsFolder, "images", "icon.svg")));
  return {
    favicon: null,
    faviconSvg,
    touchIcon: null,
    maskIcon: null,
    shareImage: null,
    manifest: manifest(publish, identity, [{ src: faviconSvg, type: "image/svg+xml", sizes: "any" }]),
  };
}

interface Icon {
  readonly src: string;
  readonly type: string;
  readonly sizes: string;
  readonly purpose?: string;
}

/** What a phone shows when somebody keeps the site on its first screen (W3C, Web Application Manifest). */
function manifest(publish: Publish, { name, lang, pathPrefix }: SiteIdentity, icons: readonly Icon[]): string {
  const content = {
    name,
    lang,
    start_url: pathPrefix,
    scope: pathPrefix,
    display: "browser",
    theme_color: "#005eb8",
    background_color: "#f0f4f5",
    icons,
  };
  return publish("manifest.json", `${JSON.stringify(content, null, 2)}\n`);
}

function fingerprinted(name: string, content: Uint8Array | string): BuiltFile {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const extension = extname(name);
  return { path: `assets/${basename(name, extension)}-${hash}${extension}`, content: bytes };
}
