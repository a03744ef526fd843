// Libraries of ELM, executed by cql-execution: over parameters, or over bundles of FHIR with one patient each.
// What an expression comes to is given once for all that it is the same for.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../package.json", import.meta.url));
const { Executor, Library } = require("cql-execution");
const { PatientSource } = require("cql-exec-fhir");

/** Nobody's data: a library that is given parameters reads nothing of a patient. */
class Nobody {
  #patient = {
    getId: () => "nobody",
    findRecords() {
      throw new Error("data of a patient are read");
    },
  };
  currentPatient() {
    return this.#patient;
  }
  nextPatient() {
    this.#patient = undefined;
  }
}

// One for all: each would read the model of FHIR again.
const source = PatientSource.FHIRv401();

async function* over({ elm, expression, parameters, bundles }) {
  const library = new Library(elm);
  for (const each of parameters ?? []) {
    const done = await new Executor(library, undefined, each).exec_expression(expression, new Nobody());
    yield done.patientResults.nobody[expression];
  }
  if (!bundles) return;
  source.reset();
  source.loadBundles(bundles);
  const done = await new Executor(library).exec_expression(expression, source);
  for (const { entry } of bundles) {
    const { id } = entry.find((each) => each.resource.resourceType === "Patient").resource;
    yield done.patientResults[id][expression];
  }
}

const results = [];
for (const job of JSON.parse(readFileSync(0, "utf-8"))) {
  const distinct = new Map();
  const which = [];
  for await (const value of over(job)) {
    const text = JSON.stringify(value ?? null);
    if (!distinct.has(text)) distinct.set(text, distinct.size);
    which.push(distinct.get(text));
  }
  results.push(`{"distinct": [${[...distinct.keys()].join(",")}], "which": ${JSON.stringify(which)}}`);
}
process.stdout.write(`[${results.join(",")}]`);
