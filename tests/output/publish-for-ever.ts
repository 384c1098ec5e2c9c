/** A process that publishes one small site after another until it is killed. Arguments: desk, `links` or `folders`. */
import { join } from "node:path";
import { publishSmall, siteSaying } from "./small-sites.ts";

const [folder = "", kind] = process.argv.slice(2);
const desk = {
  output: join(folder, "_site"),
  surroundings: { project: folder, inputs: [join(folder, "content")] },
};
for (let count = 1; ; count += 1) {
  const word = `${process.pid} ${count}`;
  const published = await publishSmall(desk, siteSaying(word, 20), { links: kind === "links" });
  process.stdout.write(published.ok ? "published\n" : `${published.failure.message}\n`);
}
