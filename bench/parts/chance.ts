/** Numbers from 0 up to 1. */
export type Random = () => number;

/** A whole number from 0 up to `count`. */
export function drawNumber(count: number, random: Random): number {
  return Math.floor(random() * count);
}

/** One of several. @throws Error for none */
export function draw<Item>(items: readonly Item[], random: Random): Item {
  const item = items[drawNumber(items.length, random)];
  if (item === undefined) throw new Error('There is nothing to draw from.');
  return item;
}

/** A key of a table, as often as its value says. */
export function drawWeighted<Key extends string>(
  weights: Readonly<Record<Key, number>>,
  random: Random,
): Key {
  const entries = Object.entries(weights) as [Key, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return draw(entries, random)[0];
}
