import { isAfter } from '../as-of.ts';
import { expectedWords } from '../changes.ts';
import type { MovedItem, OverviewItem } from '../content.ts';
import { itemsOf } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import { expectedDue } from '../schedule.ts';
import { itemColour } from './overview-item.ts';

/** What is told first: what went wrong, then what is done, then what went well. */
const ORDER: readonly OverviewItem['colour'][] = ['Red', 'Amber', 'complete', 'Green', 'none'];

/**
 * Items whose colour, date or stage is another than it was, with the last reason given in between. A colour also changes
 * by itself, when a date passes: then nothing was said.
 * @param before the plan as it stood at `since`
 */
export function movedItems(
  plan: Plan,
  before: Plan,
  { since, sinceAt, shown }: MovedSince,
): readonly MovedItem[] {
  const stood = new Map(itemsOf(before).map((item) => [nameOf(item), item]));
  return itemsOf(plan)
    .map((item) => movedItem(plan, before, stood.get(nameOf(item)), { item, since, sinceAt, shown }))
    .filter((moved) => moved !== null)
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

interface MovedSince {
  readonly since: string;
  readonly sinceAt: Temporal.Instant;
  readonly shown: (item: Item) => OverviewItem;
}

function movedItem(
  plan: Plan,
  before: Plan,
  was: Item | undefined,
  { item, since, sinceAt, shown }: MovedSince & { readonly item: Item },
): MovedItem | null {
  const seen = shown(item);
  const said = indexOf(plan)
    .updatesOf(item.ref)
    .filter((update) => isAfter(update, sinceAt));
  const words = {
    reason: said.findLast(({ reason }) => reason !== null)?.reason ?? null,
    note: said.findLast(({ note }) => note !== null)?.note ?? null,
    wasSaid: said.length > 0,
  };
  if (was === undefined)
    return { item: seen, isNew: true, colour: null, stage: null, expected: null, ...words };
  const colour = itemColour(before, was, since);
  const isMoved = expectedDue(was) !== expectedDue(item);
  if (colour === seen.colour && !isMoved && was.stage === item.stage) return null;
  return {
    item: seen,
    isNew: false,
    colour: colour === seen.colour ? null : { from: colour, to: seen.colour },
    stage: was.stage === item.stage ? null : { from: was.stage ?? 'Not started', to: seen.stage },
    expected: isMoved
      ? { from: expectedWords(was) || 'no date', to: expectedWords(item) || 'no date' }
      : null,
    ...words,
  };
}

/** What only went on a stage comes last, recommendations before the rest. */
function rankOf({ item, colour, expected }: MovedItem): number {
  const isSmall = colour === null && expected === null;
  const isPart = item.ref.list !== 'Recommendations';
  return (isSmall ? 100 : 0) + ORDER.indexOf(item.colour) * 2 + (isPart ? 1 : 0);
}

function nameOf({ ref }: Item): string {
  return `${ref.list}/${ref.key}`;
}
