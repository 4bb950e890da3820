import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Responses {
  readonly [status: string]: { readonly $ref?: string; readonly content?: unknown };
}

/** The part of Graph's OpenAPI description that the contract keeps. */
const SLICE = JSON.parse(
  readFileSync(new URL('../../fixtures/graph/graph-openapi-slice.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, { responses: Responses }>> };

const SLICE_ID = 'https://graph.example/answers';
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(SLICE, SLICE_ID);

/** Most literal first: `items/delta` is no item called `delta`. */
const TEMPLATES = Object.keys(SLICE.paths)
  .map((template) => ({ template, pattern: toPattern(template) }))
  .sort((one, other) => one.template.split('{').length - other.template.split('{').length);

export interface SeenAnswer {
  readonly method: string;
  /** Below the version, without the query. */
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/** What an answer breaks of Graph's contract; undefined when nothing. */
export function findBreach({ method, path, status, body }: SeenAnswer): string | undefined {
  const template = TEMPLATES.find(({ pattern }) => pattern.test(path))?.template;
  const operation = template === undefined ? undefined : SLICE.paths[template]?.[method.toLowerCase()];
  if (template === undefined || operation === undefined) return `${method} ${path} is not in the contract`;
  const family = `${Math.floor(status / 100)}XX`;
  const key = operation.responses[String(status)] === undefined ? family : String(status);
  const response = operation.responses[key];
  if (response === undefined) return `${method} ${path} never answers ${status}`;
  if (response.$ref === undefined && response.content === undefined)
    return body === undefined ? undefined : `${method} ${path} answers ${status} without a body`;
  const base =
    response.$ref === undefined
      ? ['paths', template, method.toLowerCase(), 'responses', key]
      : response.$ref.replace('#/', '').split('/');
  const pointer = [...base, 'content', 'application/json', 'schema'].map(escapePointer).join('/');
  const validate = ajv.getSchema(`${SLICE_ID}#/${pointer}`);
  if (validate === undefined) return `no schema at ${pointer}`;
  return validate(body) ? undefined : `${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`;
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function toPattern(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  const body = escaped
    .replace('{server-relative-path}', '.+')
    .replace('{hostname}', '[^/,:]+')
    .replaceAll(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${body}$`);
}
