// Plans of FHIR, applied to patients by encender, which is looked for in the folder of packages that is given.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { applyPlan, simpleResolver } = await import(pathToFileURL(`${process.argv[2]}/encender/src/main.js`).href);

const applied = [];
for (const { resources, plan, patient } of JSON.parse(readFileSync(0, "utf-8"))) {
  const [, group, ...others] = await applyPlan(plan, patient, simpleResolver(resources));
  applied.push({ actions: group.action, others });
}
process.stdout.write(`\n${JSON.stringify(applied)}`);
