import { draw, drawNumber, type Random } from '../chance.ts';
import { hostileText } from './texts.ts';

/** Names that mean something to JavaScript, to Teams, or to Milepost. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  'msteams',
  'milepost',
  'verb',
  'type',
  'planId',
  'note_0',
  'note_99999',
  '',
  '0',
] as const;

const NUMBERS = [0, -1, 0.5, -0, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 1e308, Number.MIN_VALUE] as const;
const DEPTHS = [10, 300, 3_000] as const;
const MOST_CHANGES = 4;
/** In characters: several times what the bot reads. */
const HEAVIEST = 1_000_000;

/** A copy of a JSON value, changed in one to four places: types, lengths, what is missing, what is too much. */
export function mutate(value: unknown, random: Random): unknown {
  let changed = value;
  const changes = 1 + drawNumber(MOST_CHANGES, random);
  for (let change = 0; change < changes; change += 1) {
    const next = mutateOnce(changed, random);
    // What grows by hundreds of copies again and again would outgrow what a string can hold.
    if (weightOf(next) <= HEAVIEST) changed = next;
  }
  return changed;
}

/** About how many characters a value has as JSON; counts no further once it is too much. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  let weight = 0;
  for (const [key, inner] of Object.entries(value)) {
    weight += key.length + weightOf(inner);
    if (weight > HEAVIEST) break;
  }
  return weight;
}

/** Any JSON value. */
export function junk(random: Random): unknown {
  const makers: readonly (() => unknown)[] = [
    () => null,
    () => random() < 0.5,
    () => draw(NUMBERS, random),
    () => '',
    () => hostileText(random),
    () => draw(NAMES, random),
    () => [],
    () => ({}),
    () => Array.from({ length: drawNumber(1_500, random) }, () => draw(['a', 1, null], random)),
    () => nest(draw(DEPTHS, random), random() < 0.5),
    () => withKey({}, '__proto__', { isAdmin: true, verb: 'import', roles: ['Plan manager'] }),
    () =>
      Object.fromEntries(Array.from({ length: drawNumber(1_200, random) }, (_, at) => [`k${at}`, `${at}`])),
  ];
  return draw(makers, random)();
}

function mutateOnce(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return mutateList(value, random);
  if (typeof value === 'object' && value !== null)
    return mutateObject(value as Record<string, unknown>, random);
  if (typeof value === 'string') return mutateText(value, random);
  return random() < 0.3 ? String(value) : junk(random);
}

function mutateObject(value: Readonly<Record<string, unknown>>, random: Random): unknown {
  const keys = Object.keys(value);
  const kind = random();
  if (kind < 0.05) return junk(random);
  if (kind < 0.15 || keys.length === 0) return withKey(value, draw(NAMES, random), junk(random));
  const key = draw(keys, random);
  if (kind < 0.25) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  if (kind < 0.3) return withKey(value, `${key} `, value[key]);
  if (kind < 0.4) return withKey(value, key, value[draw(keys, random)]);
  return withKey(value, key, mutateOnce(value[key], random));
}

function mutateList(value: readonly unknown[], random: Random): unknown {
  const kind = random();
  if (kind < 0.1) return junk(random);
  if (kind < 0.2 || value.length === 0) return [...value, junk(random)];
  const at = drawNumber(value.length, random);
  if (kind < 0.3) return value.toSpliced(at, 1);
  if (kind < 0.35) return Array.from({ length: 300 }, () => value[at]);
  if (kind < 0.4) return value.toReversed();
  return value.with(at, mutateOnce(value[at], random));
}

function mutateText(value: string, random: Random): unknown {
  const kind = random();
  if (kind < 0.15) return junk(random);
  if (kind < 0.4) return hostileText(random);
  if (kind < 0.5) return `${value}${hostileText(random)}`;
  if (kind < 0.6) return value.slice(0, drawNumber(value.length + 1, random));
  if (kind < 0.7) return value.toUpperCase();
  if (kind < 0.8) return ` ${value}\u00a0`;
  if (kind < 0.9) return value.length > HEAVIEST ? value : value.repeat(1 + drawNumber(200, random));
  return [value];
}

/** Also `__proto__` as a key of its own, as JSON can have it. */
function withKey(value: object, key: string, inner: unknown): object {
  const copy = Object.fromEntries(Object.entries(value));
  Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
}

function nest(depth: number, isList: boolean): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < depth; level += 1) value = isList ? [value] : { data: value };
  return value;
}
