// Holds schemas and documents against ajv, as strict as it can be. Reads [{schema, documents}] in JSON; writes what is wrong.
const Ajv = require("ajv/dist/2020");
const editors = ["enumDescriptions", "defaultSnippets", "doNotSuggest", "markdownDescription"];
const wrong = [];
for (const { name, schema, documents } of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
  const ajv = new Ajv({ strict: true, allErrors: true, formats: {} });
  editors.forEach((word) => ajv.addKeyword(word));
  try {
    const accepts = ajv.compile(schema);
    for (const [file, data] of Object.entries(documents)) {
      if (!accepts(data)) wrong.push(`${name}: ${file}: ${ajv.errorsText(accepts.errors)}`);
    }
  } catch (error) {
    wrong.push(`${name}: ${error.message}`);
  }
}
console.log(JSON.stringify(wrong));
