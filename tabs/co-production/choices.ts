import type { FormChoice, ItemChoice } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';

/** A recommendation to choose, by its key. */
export function choiceOf({ ref, label, title }: ItemChoice): FormChoice {
  return { value: ref.key, words: `${label} ${title}` };
}

/** Any item to choose; its value names the list too. */
export function itemChoiceOf(item: ItemChoice): FormChoice {
  return { ...choiceOf(item), value: refText(item.ref) };
}

/** `Actions/7`. */
export function refText({ list, key }: ItemRef): string {
  return `${list}/${key}`;
}

/** The item that a value of a form names; `null` for none. */
export function findItem<Item extends ItemChoice>(items: readonly Item[], value: string): Item | null {
  return items.find(({ ref }) => refText(ref) === value) ?? null;
}
