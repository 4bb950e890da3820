import type { ListName } from '../glossary.ts';
import { severalIn } from './cell-values.ts';
import type { DecidedValue, Target } from './decision.ts';
import { oneLine } from './document.ts';
import type { Field } from './fields.ts';
import type { FindNamed } from './find-named.ts';
import type { SaidValue } from './imported.ts';
import { namesOfRefs, type Standing } from './standing.ts';
import { tidyText } from './text.ts';

/** A value as it is to be written; or why it cannot be. */
export type Resolved = { readonly value: DecidedValue } | { readonly doubt: string };

/** Turns names of rows into the rows; all else is as it is said. */
export function resolveSaid(field: Field | null, said: SaidValue, find: FindNamed): Resolved {
  if (field?.to === undefined) return { value: said };
  if (field.kind === 'ref') return resolveName(field.to, String(said), find);
  const targets: Target[] = [];
  for (const name of Array.isArray(said) ? said : [String(said)]) {
    const names = find(field.to, name) === 'none' ? severalIn(name) : [name];
    for (const one of names) {
      const resolved = resolveName(field.to, one, find);
      if ('doubt' in resolved) return resolved;
      targets.push(resolved.value);
    }
  }
  return { value: targets };
}

function resolveName(list: ListName, name: string, find: FindNamed): { value: Target } | { doubt: string } {
  const found = find(list, name);
  if (typeof found === 'object') return { value: found };
  const shown = name.length > 60 ? `${name.slice(0, 59)}…` : name;
  return {
    doubt:
      found === 'several'
        ? `${list} has several called “${shown}”, so it is not clear which is meant. It is left out.`
        : `${list} has none called “${shown}”. It is left out: add it to ${list}, or correct the name, and import again.`,
  };
}

/** Whether a row already holds what is said. A name counts as it is shown, so that two of one name do no harm. */
export function standsSo(
  field: Field | null,
  stands: unknown,
  said: SaidValue,
  { standing, find }: { readonly standing: Standing; readonly find: FindNamed },
): boolean {
  if (field?.to !== undefined) {
    const names = Array.isArray(said) ? said : [String(said)];
    const shown = namesOfRefs(standing, field.to, stands).filter((name) => tidyText(name) !== '');
    if (shown.length > 0 && isSameSet(shown.map(plainName), names.map(plainName))) return true;
    const resolved = resolveSaid(field, said, find);
    if ('doubt' in resolved) return false;
    const targets = (Array.isArray(resolved.value) ? resolved.value : [resolved.value]) as readonly Target[];
    const refs = targets.map((target) => ('ref' in target ? target.ref : null));
    return isSameSet(
      refs,
      Array.isArray(stands) ? stands.map(String) : stands == null ? [] : [String(stands)],
    );
  }
  if (Array.isArray(said)) return isSameSet(said, Array.isArray(stands) ? stands : []);
  if (typeof said === 'string' && typeof stands === 'string') {
    return tidied(field, stands) === tidied(field, said);
  }
  return stands === said;
}

export function isEmptyValue(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'string' && value.trim() === '')
  );
}

/** As SharePoint keeps it and a file can hold it. */
function tidied(field: Field | null, text: string): string {
  const tidy = tidyText(text);
  return field?.kind === 'note' ? tidy : oneLine(tidy);
}

function plainName(name: string): string {
  return oneLine(tidyText(name)).toLowerCase();
}

function isSameSet(some: readonly unknown[], others: readonly unknown[]): boolean {
  return new Set(some).symmetricDifference(new Set(others)).size === 0;
}
