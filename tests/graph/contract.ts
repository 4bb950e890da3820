import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** Graph's own contract, as far as Milepost uses it: OpenAPI 3.1, made from Microsoft's metadata and docs. */
const SLICE = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'graph', 'graph-openapi-slice.json'), 'utf8'),
) as {
  paths: Record<string, Record<string, Operation> & { parameters?: readonly Parameter[] }>;
  components: { parameters: Record<string, Parameter> };
};

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
}
interface Operation {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly parameters?: readonly Parameter[];
}

const SLICE_ID = 'https://graph.example/slice';
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(SLICE, SLICE_ID);

/** A call to check. */
export interface Call {
  readonly method: string;
  /** Below the version, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const TEMPLATES = Object.keys(SLICE.paths)
  .map((template) => ({ template, pattern: toPattern(template) }))
  // The most literal one first: `/items/delta` is not the item `delta`.
  .sort((one, other) => one.template.split('{').length - other.template.split('{').length);

/** Why a call is not one Graph's contract has; `null` when it is. Looks into batches. */
export function checkRequest(call: Call): string | null {
  const method = call.method.toLowerCase();
  const found = TEMPLATES.find(
    ({ template, pattern }) => pattern.test(call.path) && SLICE.paths[template]?.[method] !== undefined,
  );
  const operation = found && SLICE.paths[found.template]?.[method];
  if (found === undefined || operation === undefined)
    return `${call.method} ${call.path} is no call of Graph`;
  return checkQuery(call, operation) ?? checkBody(call, found.template, method) ?? checkParts(call);
}

function checkQuery({ query, path }: Call, { parameters = [] }: Operation): string | null {
  const known = new Set(parameters.map(resolve).map(({ name }) => name));
  const unknown = [...query.keys()].find((name) => !known.has(name) && name !== '$skiptoken');
  return unknown === undefined ? null : `${path} takes no ${unknown}`;
}

function checkBody({ body, path }: Call, template: string, method: string): string | null {
  const schema = SLICE.paths[template]?.[method]?.requestBody?.content['application/json']?.schema;
  if (schema === undefined) return body === undefined ? null : `${path} takes no body`;
  const pointer = ['paths', template, method, 'requestBody', 'content', 'application/json', 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.getSchema(`${SLICE_ID}#/${pointer}`);
  if (validate === undefined) return `no schema for ${template}`;
  return validate(body) ? null : `${path}: ${ajv.errorsText(validate.errors)}`;
}

function checkParts({ path, body }: Call): string | null {
  if (path !== '/$batch') return null;
  const { requests } = body as { requests: readonly { method: string; url: string; body?: unknown }[] };
  for (const { method, url, body } of requests) {
    const { pathname, searchParams } = new URL(url, 'https://localhost');
    const wrong = checkRequest({ method, path: pathname, query: searchParams, body });
    if (wrong !== null) return wrong;
  }
  return null;
}

function resolve(parameter: Parameter): Parameter {
  const name = parameter.$ref?.split('/').at(-1);
  return name === undefined ? parameter : (SLICE.components.parameters[name] ?? {});
}

function toPattern(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  const body = escaped
    .replace('{server-relative-path}', '.+')
    .replace('{hostname}', '[^/,:]+')
    .replaceAll(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${body}$`);
}
