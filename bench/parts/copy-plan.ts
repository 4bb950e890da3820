/** One of the times that a submit is delivered. */
export interface Copy {
  /** Which submit, from 0. */
  readonly submit: number;
  readonly id: 'same id' | 'new id';
}

/** Most deliveries of one submit. */
export const MOST_COPIES = 4;
/** A copy that comes late is delivered so many turns after the first at most. */
const LATEST = 10;

/**
 * When each copy of a person's submits is delivered: turn by turn, all of a turn at once. The submits begin in random
 * order; the first delivery of each always has the activity's own id.
 */
export function planCopies(submits: number, random: () => number): readonly (readonly Copy[])[] {
  const turns: Copy[][] = Array.from({ length: submits + LATEST }, () => []);
  shuffled(submits, random).forEach((submit, turn) => {
    turns[turn]?.push({ submit, id: 'same id' });
    const copies = Math.floor(random() * MOST_COPIES);
    for (let copy = 0; copy < copies; copy += 1) {
      const later = random() < 0.5 ? 0 : 1 + Math.floor(random() * LATEST);
      turns[turn + later]?.push({ submit, id: random() < 0.5 ? 'same id' : 'new id' });
    }
  });
  return turns.filter((turn) => turn.length > 0);
}

function shuffled(count: number, random: () => number): readonly number[] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = moved;
  }
  return numbers;
}
