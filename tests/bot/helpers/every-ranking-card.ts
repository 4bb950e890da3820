import type { CardJson } from '../../../bot/cards/card.ts';
import { buildOpenFormsCard } from '../../../bot/cards/open-forms-card.ts';
import { buildRankingDialog, choiceInput } from '../../../bot/cards/ranking-dialog.ts';
import { buildSignOffDialog } from '../../../bot/cards/sign-off-dialog.ts';
import { SIGN_OFF_FIELDS } from '../../../bot/cards/sign-off-inputs.ts';
import { makeRankingForm, makeSignOffAsk, makeSignOffForm } from './make-co-production.ts';
import { cardContext } from './make-content.ts';

/** Every dialog in which a reference group ranks and signs off, each stuffed the same way. */
export const everyRankingCard = ({
  count,
  text,
}: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const ref = (n: number) => ({ list: 'Recommendations' as const, key: `r${n}` });
  const recommendations = numbers.map((n) => ({ ref: ref(n), label: String(n), title: text }));
  const ranking = makeRankingForm({ groupName: text, planName: text, recommendations });
  const asks = numbers.map((n) =>
    makeSignOffAsk({
      ref: ref(n),
      title: text,
      groupName: text,
      saidByName: text,
      note: text,
      evidenceUrl: text,
    }),
  );
  const problems = (...fields: readonly string[]) =>
    fields.map((field) => ({ field, message: text, held: true }));
  const data = {
    verb: 'rank',
    planId: 'plan-1',
    groupKey: 'parents',
    submissionKey: 'key-00000001',
  } as const;
  const typed = Object.fromEntries(SIGN_OFF_FIELDS.map((field) => [field, text]));
  return [
    ['ranking', buildRankingDialog({ form: ranking, forOthers: false }, cardContext)],
    [
      'ranking for others, with problems',
      buildRankingDialog(
        {
          form: ranking,
          forOthers: true,
          values: { [choiceInput(1)]: 'r1', voices: text },
          problems: problems('choice-1', 'choices', 'voices'),
        },
        cardContext,
      ),
    ],
    ['one sign-off', buildSignOffDialog({ form: makeSignOffForm({ asks: asks.slice(0, 1) }) }, cardContext)],
    [
      'sign-off of several, with problems',
      buildSignOffDialog(
        { form: makeSignOffForm({ asks }), values: typed, problems: problems('reason', 'dissent', 'ref') },
        cardContext,
      ),
    ],
    [
      'what opens a ranking',
      buildOpenFormsCard({
        heading: text,
        hint: text,
        choices: numbers.map(() => ({
          of: text,
          buttons: [
            { title: 'Choose', data },
            { title: 'Record for other people', data: { ...data, forOthers: true } },
          ],
        })),
      }),
    ],
  ];
};
