import type { CardJson } from '../../../bot/cards/card.ts';
import { buildDeliveriesCard } from '../../../bot/cards/deliveries-card.ts';
import { cardContext } from './make-content.ts';
import { makeCount, makeDeliveries, makeOpen, makeUnreached } from './make-deliveries.ts';

/** Every card about who was reached, `count` of everything, `text` wherever people write. */
export const everyDeliveriesCard = ({
  count,
  text,
}: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => {
  const each = <Value>(make: (n: number) => Value): Value[] =>
    Array.from({ length: count }, (_, index) => make(index + 1));
  const said = { whoName: text, why: text, instead: text };
  const content = makeDeliveries({
    planName: text,
    counts: each(() => makeCount({ notReached: 2, unclear: 1, waiting: 1, nothingToSay: 1 })).slice(0, 9),
    open: each((noticeId) => makeOpen({ noticeId, ...said })),
    unreached: each(() => makeUnreached(said)),
    unwritten: each(() => said),
    decided: each(() => ({ whoName: text, kindWords: 'Digest', words: text })),
  });
  return [
    ['deliveries', buildDeliveriesCard(content, cardContext, text)],
    ['deliveries, an older page', buildDeliveriesCard({ ...content, page: 2 }, cardContext)],
    [
      'deliveries, little to say',
      buildDeliveriesCard(makeDeliveries({ planName: text, hasOlder: false }), cardContext),
    ],
    [
      'deliveries to everybody, little to say',
      buildDeliveriesCard(makeDeliveries({ planName: text, counts: [], scope: 'channels' }), cardContext),
    ],
  ];
};
