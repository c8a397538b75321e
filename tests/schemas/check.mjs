// Holds the schemas in rules/ to the rules, to the policies of docs and tests, and to the samples that the readers are tested with.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const text = path => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const files = (folder, ending) => readdirSync(join(root, folder), { recursive: true })
  .map(path => join(folder, path).replaceAll('\\', '/'))
  .filter(path => path.endsWith(ending) && !/\/(bin|obj|node_modules)\//.test(path)).sort();

// A member may be described at one place and be required at another.
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false });
const names = files('rules', '.schema.json').map(path => path.slice('rules/'.length));
for (const name of names) ajv.addSchema(JSON.parse(text(`rules/${name}`)), name);

const failures = [];
let count = 0;

/** Why a text does not fit a schema; null where it does. */
function refusal(schema, json) {
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return `no JSON: ${error.message}`;
  }
  const validate = ajv.getSchema(schema);
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

function accept(schema, json, where) {
  count++;
  const why = refusal(schema, json);
  if (why !== null) failures.push(`${where}: ${schema} refuses what it should accept: ${why}`);
}

function refuse(schema, json, where) {
  count++;
  if (refusal(schema, json) === null) failures.push(`${where}: ${schema} accepts what the reader refuses`);
}

/** A block of a file of samples: lines of JSON, how the first problem begins, and why a schema cannot say it. */
function samples(name) {
  const path = `tests/BannedVendorAnalyzer.Tests/Policy/Samples/${name}.txt`;
  return text(path).split('\n\n').slice(1).map(block => {
    const lines = block.trimEnd().split('\n');
    const end = lines.findIndex(line => line.startsWith('=> '));
    const json = lines.slice(0, end < 0 ? lines.length : end).join('\n');
    return { json, where: `${path}: ${json}`, isBeyondSchemas: lines.some(line => line.startsWith('-- no schema can say it: ')) };
  });
}

accept('audiences.schema.json', text('rules/audiences.json'), 'rules/audiences.json');
for (const path of files('rules/authorities', '.json')) accept('authority.schema.json', text(path), path);
for (const path of files('rules/vendors', '.json')) accept('vendor.schema.json', text(path), path);

for (const [schema, name] of [['banned-vendors.schema.json', 'policies'], ['banned-vendors.baseline.schema.json', 'baselines']]) {
  for (const sample of samples(`valid-${name}`)) accept(schema, sample.json, sample.where);
  for (const sample of samples(`broken-${name}`)) {
    // What a schema has learned to say must not go on as an exception.
    if (sample.isBeyondSchemas) accept(schema, sample.json, sample.where);
    else refuse(schema, sample.json, sample.where);
  }
}

for (const path of files('tests/BannedVendorAnalyzer.PackageTests/Scenarios', 'banned-vendors.json'))
  (path.includes('/Broken/') ? refuse : accept)('banned-vendors.schema.json', text(path), path);

for (const path of ['README.md', 'CONTRIBUTING.md', ...files('docs', '.md'), 'rules/README.md', 'rules/REVIEWING.md'])
  for (const [, , json] of text(path).matchAll(/^( *)```json\n([\s\S]*?)^\1```$/gm)) {
    const schema = /"findings"/.test(json) ? 'banned-vendors.baseline.schema.json' : /"mustMatch"/.test(json) && !/"prohibit"/.test(json) ? 'vendor.schema.json' : 'banned-vendors.schema.json';
    accept(schema, json, relative(root, join(root, path)));
  }

for (const failure of failures) console.error(failure);
console.log(`${count - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
