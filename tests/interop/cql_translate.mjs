// Libraries of CQL by their names, from standard input, to what the official translator says of each and makes of it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { libraries } from "./cql_model_info.mjs";

const require = createRequire(new URL("../package.json", import.meta.url));
const { CqlTranslator } = require("@cqframework/cql/cql-to-elm");

const known = libraries();
const made = Object.entries(JSON.parse(readFileSync(0, "utf-8"))).map(([name, text]) => {
  const done = CqlTranslator.fromText(text, known.fresh());
  const said = done.exceptions.asJsReadonlyArrayView().map((each) => `${each.severity.name}: ${each.message}`);
  return [name, { said, elm: JSON.parse(done.toJson()) }];
});
process.stdout.write(JSON.stringify(Object.fromEntries(made)));
