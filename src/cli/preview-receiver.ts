import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReceiveRequest } from "../output/preview-server.ts";
import { openMessageStore } from "../receiver/message-store.ts";
import { usualLimits } from "../receiver/receiver-limits.ts";
import { createReceiver } from "../receiver/receiver.ts";
import type { FormOfSite } from "./form-of-site.ts";

/** The receiver beside a preview. */
export interface PreviewReceiver {
  readonly receive: ReceiveRequest;
  /** Deletes all messages. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the receiver of a preview: the same one that takes the messages of the published site. What it gets stays on
 * this machine until the preview ends, in a folder that is not served.
 *
 * @param ofSite - as the content is at the moment; `null` where there is no form, or its receiver is another host
 */
export async function startPreviewReceiver(
  ofSite: () => FormOfSite | null,
  say: (words: string) => void,
): Promise<PreviewReceiver> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "help-centre-messages-")));
  const opened = openMessageStore(join(folder, "messages.db"), "receive");
  if (!opened.ok) throw new Error(opened.sentence);
  const { store } = opened;
  const receiver = createReceiver({
    form: () => ofSite()?.form ?? null,
    // The server has looked at the name before: it is one of this machine's own.
    origins: ({ headers }) => [`http://${headers.host}`],
    headers: () => ofSite()?.headers ?? {},
    store,
    limits: usualLimits,
    log: ({ kept, outcome }) => {
      if (kept === null) return;
      say(`A message came (${outcome}). The preview forwards none, and deletes it when it ends`);
    },
  });
  return {
    receive: (request, response) => {
      const path = ofSite()?.form.path;
      if (path === undefined || request.url?.replace(/\?.*$/s, "") !== path) return false;
      void receiver.handle(request, response);
      return true;
    },
    close: async () => {
      await receiver.close();
      store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
