// The types of CQL itself, which the translator does not bring with it, and those of FHIR, which another package has.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../package.json", import.meta.url));

const element = ([name, type]) => `<element name="${name}" elementType="System.${type}"/>`;
const list = ([name, type]) =>
  `<element name="${name}"><elementTypeSpecifier xsi:type="ListTypeSpecifier" elementType="System.${type}"/></element>`;
const simple = (name) => `<typeInfo xsi:type="SimpleTypeInfo" name="System.${name}" baseType="System.Any"/>`;
const record = (name, elements, base = "Any") =>
  `<typeInfo xsi:type="ClassInfo" name="System.${name}" baseType="System.${base}">${elements.join("")}</typeInfo>`;

const SYSTEM = `<modelInfo name="System" version="1.0.0" url="urn:hl7-org:elm-types:r1" targetQualifier="system"
  xmlns="urn:hl7-org:elm-modelinfo:r1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<typeInfo xsi:type="SimpleTypeInfo" name="System.Any"/>
${["Boolean", "Integer", "Long", "Decimal", "String", "Date", "DateTime", "Time"].map(simple).join("\n")}
${record("Quantity", [["value", "Decimal"], ["unit", "String"]].map(element))}
${record("Ratio", [["numerator", "Quantity"], ["denominator", "Quantity"]].map(element))}
${record("Code", ["code", "system", "version", "display"].map((each) => element([each, "String"])))}
${record("Concept", [list(["codes", "Code"]), element(["display", "String"])])}
${record("Vocabulary", ["id", "version", "name"].map((each) => element([each, "String"])))}
${record("CodeSystem", [], "Vocabulary")}
${record("ValueSet", [list(["codesystems", "CodeSystem"])], "Vocabulary")}
</modelInfo>`;

/** Return what makes managers of libraries that know both models, and the texts of libraries that it is given. */
export function libraries() {
  const cql = require("@cqframework/cql/cql-to-elm");
  const { CqlCompilerOptions, LibraryManager, ModelManager, stringAsSource } = cql;
  const models = {
    System: SYSTEM,
    FHIR: readFileSync(require.resolve("cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml"), "utf-8"),
  };
  const manager = new ModelManager();
  const found = (all) => (id) => (id in all ? stringAsSource(all[id]) : null);
  manager.modelInfoLoader.registerModelInfoProvider(cql.createModelInfoProvider(found(models)));
  return {
    fresh(sources = {}) {
      // As it is set by default, but for notes on where in the text each part stands.
      const options = CqlCompilerOptions.defaultOptions();
      const { DisableListDemotion, DisableListPromotion } = CqlCompilerOptions.Options;
      options.setOptions([DisableListDemotion, DisableListPromotion]);
      const made = new LibraryManager(manager, options);
      made.librarySourceLoader.registerProvider(cql.createLibrarySourceProvider(found(sources)));
      return made;
    },
  };
}
