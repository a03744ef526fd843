// Libraries of CQL text, translated and executed by the engine of the official translator, over parameters.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { libraries } from "./cql_model_info.mjs";

const require = createRequire(new URL("../package.json", import.meta.url));
const cql = require("@cqframework/cql/engine");
const { BigDecimal } = require("@cqframework/cql/shared");
const { KtMap } = require("@cqframework/cql/kotlin-kotlin-stdlib");

/** Return a parameter as the engine takes it. */
function taken(value) {
  if (value === null) return null;
  if (typeof value === "boolean") return new cql.Boolean(value);
  return typeof value === "number" ? new cql.Decimal(BigDecimal.fromString(String(value))) : new cql.String(value);
}

/** Return a result as data. */
function data(value) {
  if (value instanceof cql.List) return cql.iterableToList(value.value).asJsReadonlyArrayView().map(data);
  if (value instanceof cql.Tuple) {
    const elements = [...value.elements.asJsReadonlyMapView()].map(([name, each]) => [name, data(each)]);
    return Object.fromEntries(elements);
  }
  return value?.value ?? null;
}

const known = libraries();
const results = JSON.parse(readFileSync(0, "utf-8")).map(({ name, text, expression, parameters }) => {
  const engine = new cql.CqlEngine(new cql.Environment(known.fresh({ [name]: text })));
  return parameters.map((each) => {
    const asked = new cql.EvaluationParams.LibraryParams.Builder();
    asked.expressionsByName([expression]);
    const builder = new cql.EvaluationParams.Builder();
    builder.libraryByName(name, asked.build());
    builder.parameters = KtMap.fromJsMap(new Map(Object.entries(each).map(([key, value]) => [key, taken(value)])));
    return data(engine.evaluate(builder.build()).onlyResultOrThrow.getByName(expression).value);
  });
});
// The engine says what it logs with on standard output: the results are the last line.
process.stdout.write(`\n${JSON.stringify(results)}`);
