import { expect } from '@jest/globals';
import { buildReminderCard } from '../../../bot/cards/reminder-card.ts';
import type { ReminderReason } from '../../../plan/content.ts';
import { execute } from './make-activity.ts';
import { cardContext, makeLine, makeReminder } from './make-content.ts';
import type { RunningBot } from './start-bot.ts';
import { actionTitled, buttonsOf, type Json } from './walk-card.ts';

/** Two items of one plan, for a reason. */
export const reminderFor = (why: ReminderReason = 'due soon') =>
  makeReminder({
    plans: [
      {
        planId: 'alp',
        planName: 'ALP improvement plan',
        entries: [
          { why, line: makeLine(), words: 'A sentence besides.' },
          {
            why: 'check-in unanswered',
            line: makeLine({
              ref: { list: 'Recommendations', key: 'r12' },
              label: '12',
              title: 'Plan and money',
            }),
            words: null,
          },
        ],
      },
    ],
  });
/** Its card. */
export const reminder = (why?: ReminderReason) => buildReminderCard(reminderFor(why), cardContext);

/** Presses a button of a card; answers the card or words that come back. */
export const press = async (
  running: RunningBot,
  card: unknown,
  title: string,
  inputs: Json = {},
  over: Json = {},
) => {
  const response = await running.send({ ...execute(actionTitled(card, title), inputs), ...over });
  expect(response.status).toBe(200);
  const { type, value } = response.json as { type: string; value: unknown };
  return type === 'application/vnd.microsoft.card.adaptive'
    ? { card: value as Json, text: '' }
    : { card: {}, text: String(value) };
};

export const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);
