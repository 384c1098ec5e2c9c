/** Forwards what a folder's store holds to an address, until it is killed: `forward-process.ts FOLDER URL`. */
import { join } from "node:path";
import { startForwarding } from "../../src/receiver/forward.ts";
import { openMessageStore } from "../../src/receiver/message-store.ts";
import { deliverByWebhook } from "../../src/receiver/webhook.ts";

const [folder = "", address = ""] = process.argv.slice(2);
const opened = openMessageStore(join(folder, "messages.sqlite"), "receive");
if (!opened.ok) throw new Error(opened.sentence);
const deliver = deliverByWebhook({ url: new URL(address), token: null, ticket: null });
const names = { services: new Map(), problems: new Map(), codes: new Map(), pages: new Map() };
startForwarding({ store: opened.store, deliver, names, log: () => {} });
