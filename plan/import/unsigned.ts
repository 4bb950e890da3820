import type { Stage } from '../glossary.ts';
import { isDone } from '../items.ts';
import type { DecidedValue } from './decision.ts';
import { namesOfRefs, type Standing, type StandingRow } from './standing.ts';

/**
 * Why a file does not make an item complete that a group is to sign off: that word is given by people, once it is done.
 * @returns `null` where it may
 */
export function unsignedDoubt(
  { values }: Pick<StandingRow, 'values'>,
  change: { readonly property: string; readonly value: DecidedValue },
  standing: Standing,
): string | null {
  const isFinished = change.property === 'stage' && isDone(change.value as Stage | null);
  if (!isFinished || values.signOffBy == null || isDone(values.stage as Stage | null)) return null;
  const [group = 'a group'] = namesOfRefs(standing, 'Groups', values.signOffBy);
  return `the file says ${change.value}; it stays as it is until ${group} has signed it off`;
}
