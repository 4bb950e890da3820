import { createRandom } from '../../sandbox/core/random.ts';

/** In the middle of what the server is killed. */
export const MOMENTS = ['start-up', 'answers', 'writing', 'reading'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface Kill {
  readonly moment: Moment;
  /** Part of this life's answers that are accepted first; from 0 to 1. */
  readonly after: number;
  /** Then so long is waited. */
  readonly delayMs: number;
}

/** How long each of them takes, about; for `start-up` from the start of the process on. */
const LENGTHS_MS: Readonly<Record<Moment, number>> = {
  'start-up': 3_500,
  answers: 60,
  writing: 1_500,
  reading: 1_000,
};

/** The same seed makes the same plan. Each moment comes equally often, in an order of chance; never first while starting. */
export function planKills(count: number, seed: number): readonly Kill[] {
  const random = createRandom(seed);
  const moments = Array.from({ length: count }, (_, index) => ({
    moment: MOMENTS[(index + 1) % MOMENTS.length] ?? 'answers',
    rank: index === 0 ? -1 : random(),
  }));
  return moments
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ moment }) => ({
      moment,
      after: moment === 'answers' ? random() : 1,
      delayMs: Math.floor(random() * LENGTHS_MS[moment]),
    }));
}
