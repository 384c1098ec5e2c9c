/** A built site with the real receiver of its contact form behind it, in the test's own process. */
import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formOfSite } from "../../src/cli/form-of-site.ts";
import type { FormOfSite } from "../../src/cli/form-of-site.ts";
import { loadSite } from "../../src/content/load-site.ts";
import { buildAssets } from "../../src/output/assets.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { openMessageStore } from "../../src/receiver/message-store.ts";
import type { StoredMessage } from "../../src/receiver/message-store.ts";
import { createReceiver } from "../../src/receiver/receiver.ts";
import { usualLimits } from "../../src/receiver/receiver-limits.ts";
import type { BuiltSite } from "./built-sites.ts";
import { serveSite } from "./site-server.ts";

/** Where people write to, as a test sees it. */
export interface ContactDesk {
  /** The built site, served where its form reaches the receiver. */
  readonly site: BuiltSite;
  /** What has been kept, in the order in which it came. */
  readonly messages: () => readonly StoredMessage[];
  /**
   * Has what is posted answered otherwise until it is called without anything.
   *
   * @param otherwise - gets what the receiver would do as its last parameter
   */
  readonly answerBy: (otherwise?: OtherAnswer) => void;
  /** Has nothing kept, as on a disk that is full, or everything again. */
  readonly fillDisk: (isFull: boolean) => void;
  readonly close: () => Promise<void>;
}

type OtherAnswer = (...call: [...Parameters<RequestListener>, receive: RequestListener]) => unknown;

/** Opens a desk for a site that was built from `content/`, with an empty store. Close it when done. */
export async function openDesk(built: BuiltSite): Promise<ContactDesk> {
  const folder = mkdtempSync(join(tmpdir(), "contact-desk-"));
  const opened = openMessageStore(join(folder, "messages.sqlite"), "receive");
  if (!opened.ok) throw new Error(opened.sentence);
  const { store } = opened;
  const ofSite = await (forms.get(built.folder) ?? receivedForm(built));
  let otherwise: OtherAnswer | undefined;
  let diskIsFull = false;
  const add: typeof store.add = (message) => {
    if (diskIsFull) throw new Error("database or disk is full");
    return store.add(message);
  };
  const receive: RequestListener = (request, response) => void receiver.handle(request, response);
  const served = await serveSite(built.folder, built.pathPrefix, (request, response) => {
    if (otherwise) void otherwise(request, response, receive);
    else receive(request, response);
  });
  const receiver = createReceiver({
    form: () => ofSite.form,
    origins: () => [new URL(served.address).origin],
    headers: () => ofSite.headers,
    store: { add },
    // One visitor fills in more forms here than a hundred elsewhere.
    limits: { ...usualLimits, rate: { burst: 1000, perMinute: 1000 } },
    log: () => {},
  });
  return {
    site: { ...built, address: served.address },
    messages: () => [...store.messages()],
    answerBy: (other) => (otherwise = other),
    fillDisk: (isFull) => (diskIsFull = isFull),
    close: async () => {
      await served.close();
      await receiver.close();
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What has been read of each site, by its folder: tests open many desks. */
const forms = new Map<string, Promise<FormOfSite>>();

function receivedForm(built: BuiltSite): Promise<FormOfSite> {
  const form = readForm(built);
  forms.set(built.folder, form);
  return form;
}

async function readForm({ url, pathPrefix }: BuiltSite): Promise<FormOfSite> {
  const layouts = openLayouts("layouts");
  const { site } = await loadSite("content", {
    layouts: layouts.names,
    languages: layouts.languages,
    drafts: false,
    url,
    pathPrefix,
  });
  const cacheFolder = "node_modules/.cache/help-centre";
  const assets = await buildAssets({ assetsFolder: "assets", cacheFolder, identity: site.settings });
  const form = formOfSite(site, layouts, assets.view);
  if (form === null) throw new Error("content/contact.yml has no form");
  return form;
}
