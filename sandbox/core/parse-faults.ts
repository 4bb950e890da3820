import { FAULT_KINDS, type Fault, type FaultKind, REFUSALS, REPEAT_AS } from './fault-kinds.ts';
import { HttpError } from './http-error.ts';

/**
 * Reads the body of `POST /sandbox/faults`: a list of faults, or `{faults: [...]}`.
 * @throws HttpError 400 saying what is wrong and which kinds there are.
 */
export function parseFaults(body: unknown): Fault[] {
  const list = Array.isArray(body) ? body : (body as { faults?: unknown } | null)?.faults;
  if (!Array.isArray(list))
    throw new HttpError(400, 'Send a list of faults: [{"kind", "rate", "seed", ...}].');
  return list.map(parseFault);
}

function parseFault(entry: unknown): Fault {
  const { kind, ...given } = (entry ?? {}) as Record<string, unknown>;
  if (typeof kind !== 'string' || !(kind in FAULT_KINDS))
    throw new HttpError(
      400,
      `There is no fault "${String(kind)}". Kinds: ${Object.keys(FAULT_KINDS).join(', ')}.`,
    );
  const unknown = Object.keys(given).find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined)
    throw new HttpError(400, `${kind} has no option "${unknown}". Options: ${OPTIONS.join(', ')}.`);
  const fault: Fault = {
    kind: kind as FaultKind,
    rate: readNumber(given, 'rate') ?? 1,
    seed: readNumber(given, 'seed') ?? 1,
    times: readNumber(given, 'times'),
    until: readInstant(given, 'until'),
    retryAfterSeconds: readNumber(given, 'retryAfterSeconds'),
    maxRetryAfterSeconds: readNumber(given, 'maxRetryAfterSeconds'),
    asDate: readBoolean(given, 'asDate'),
    location: readBoolean(given, 'location'),
    ms: readNumber(given, 'ms'),
    repeatAs: readChoice(given, 'repeatAs', REPEAT_AS),
    status: readChoice(given, 'status', STATUSES),
    code: readChoice(given, 'code', REFUSAL_CODES),
    conversation: readText(given, 'conversation'),
    persona: readText(given, 'persona'),
  };
  checkRanges(fault);
  return fault;
}

const OPTIONS = [
  'rate',
  'seed',
  'times',
  'until',
  'retryAfterSeconds',
  'maxRetryAfterSeconds',
  'asDate',
  'location',
  'ms',
  'repeatAs',
  'status',
  'code',
  'conversation',
  'persona',
];
const STATUSES = [403, 404, 423, 507] as const;
const REFUSAL_CODES = Object.keys(REFUSALS) as (keyof typeof REFUSALS)[];

function checkRanges({ kind, rate, retryAfterSeconds = 0, maxRetryAfterSeconds }: Fault): void {
  if (rate > 1) throw new HttpError(400, `The rate of ${kind} is ${rate}. Give a number from 0 to 1.`);
  if (maxRetryAfterSeconds !== undefined && maxRetryAfterSeconds < retryAfterSeconds)
    throw new HttpError(
      400,
      `The maxRetryAfterSeconds of ${kind} is ${maxRetryAfterSeconds}, less than its retryAfterSeconds.`,
    );
}

function readNumber(given: Record<string, unknown>, name: string): number | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new HttpError(400, `"${name}" is ${JSON.stringify(value)}. Give a number, 0 or more.`);
}

function readBoolean(given: Record<string, unknown>, name: string): boolean | undefined {
  const value = given[name];
  if (value === undefined || typeof value === 'boolean') return value;
  throw new HttpError(400, `"${name}" is ${JSON.stringify(value)}. Give true or false.`);
}

function readText(given: Record<string, unknown>, name: string): string | undefined {
  const value = given[name];
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw new HttpError(400, `"${name}" is ${JSON.stringify(value)}. Give an id.`);
}

function readChoice<Choice>(
  given: Record<string, unknown>,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  throw new HttpError(400, `"${name}" is ${JSON.stringify(value)}. Give ${choices.join(' or ')}.`);
}

function readInstant(given: Record<string, unknown>, name: string): Temporal.Instant | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  try {
    return Temporal.Instant.from(String(value));
  } catch {
    throw new HttpError(
      400,
      `"${name}" is ${JSON.stringify(value)}. Give an ISO 8601 instant of the sandbox's clock.`,
    );
  }
}
