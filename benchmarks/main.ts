/** `npm run benchmark -- NAME`: measures a part of this project, beside other programs where there are some. */
import { benchmarkCheck } from "./check/benchmark.ts";
import { benchmarkFirstVisit } from "./first-visit/benchmark.ts";
import { benchmarkHostile } from "./hostile/benchmark.ts";
import { benchmarkLighthouse } from "./lighthouse/benchmark.ts";
import { benchmarkReceiver } from "./receiver/benchmark.ts";
import { benchmarkReferences } from "./references/benchmark.ts";
import { benchmarkSearch } from "./search/benchmark.ts";

/** Every benchmark, by the name of its folder. */
const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check: benchmarkCheck,
  "first-visit": benchmarkFirstVisit,
  hostile: benchmarkHostile,
  lighthouse: benchmarkLighthouse,
  receiver: benchmarkReceiver,
  references: benchmarkReferences,
  search: benchmarkSearch,
};

const [name = "", ...args] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (benchmark === undefined) {
  process.stderr.write(`npm run benchmark -- NAME, where NAME is one of: ${Object.keys(benchmarks).join(", ")}\n`);
  process.exitCode = 2;
} else process.exitCode = await benchmark(args);
