import { slug } from "github-slugger";
import { refusalOf } from "../content/portable-names.ts";
import type { ContentType } from "../model/article.ts";
import { addressOf, oldAddress, sameOnDisk } from "../model/address.ts";
import type { Hub } from "../model/article.ts";
import type { Reading } from "../model/field.ts";
import { wrong } from "../model/field.ts";
import type { Site } from "../model/site.ts";
import { pagesOf } from "../model/site.ts";

/** A name for files and hubs from a title: `Don't forget!` becomes `dont-forget`; `""` where no letter of it will do. */
export function nameFrom(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "");
  return slug(plain)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** The file that a new page would have: beside its hub's, or a folder of its own below it for a hub. */
export function usualFile(type: ContentType, title: string, hub: Hub | null): string | null {
  const name = nameFrom(title);
  if (name === "") return null;
  const folder = (hub?.file ?? "index.md").replace(/[^/]*$/, "");
  return type === "hub" ? `${folder}${name}/index.md` : `${folder}${name}.md`;
}

/** Reads the file for a new page, as somebody typed it. */
export function readFile(typed: string, type: ContentType, { site, files }: Taken): Reading<string> {
  const file = typed.replace(/^(\.?\/)+/, "").replace(/(\.md)?$/, ".md");
  const isPlain = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(file);
  if (!isPlain)
    return wrong(`has other signs than lower case letters, digits and hyphens`, `Write it like passwords.md`);
  const isHubFile = file.endsWith("/index.md");
  if (isHubFile !== (type === "hub") || file === "index.md") {
    return type === "hub"
      ? wrong("is no file for a hub", "Write the folder and index.md, such as manage/index.md")
      : wrong("is the file of a hub", "Give it a name of its own, such as passwords.md");
  }
  const address = addressOf(file);
  if (oldAddress(address) === null) {
    return wrong(`would have the address ${address}, which the build needs itself`, "Choose another name");
  }
  const refusal = refusalOf(file);
  if (refusal !== null) return wrong(`cannot be used everywhere: ${refusal}`, "Choose another name");
  const taken =
    files.some((other) => sameOnDisk(other) === sameOnDisk(file)) ||
    pagesOf(site).some((page) => page.address === address) ||
    site.redirects.some(({ from }) => from === address);
  return taken ? wrong("is taken by another page or an old address", "Choose another name") : { ok: true, value: file };
}

/** What is there already. */
export interface Taken {
  readonly site: Site;
  /** Every file of the content folder. */
  readonly files: readonly string[];
}

/** The first free place at the end of a hub's list. */
export function nextPosition(site: Site, hub: string): number {
  return Math.max(0, ...(site.lists.get(hub) ?? []).map(({ position }) => position ?? 0)) + 1;
}
