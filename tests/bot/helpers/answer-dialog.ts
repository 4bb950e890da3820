import { expect } from '@jest/globals';
import { buildCheckInCard } from '../../../bot/cards/check-in-card.ts';
import { inChannel, invoke } from './make-activity.ts';
import { cardContext, makeCheckIn } from './make-content.ts';
import type { RunningBot } from './start-bot.ts';
import { actionTitled, type Json, valuesOf } from './walk-card.ts';

/** The card whose dialog is opened. */
export const checkIn = buildCheckInCard(makeCheckIn(), cardContext);

interface Task {
  readonly type: 'continue' | 'message';
  readonly value: unknown;
}

/** What a dialog's invoke is answered with: a card, or words that close it. */
export const ask = async (
  running: RunningBot,
  name: string,
  data: unknown,
): Promise<{ card: Json | null; text: string | null }> => {
  const response = await running.send({
    ...inChannel,
    ...invoke(name, { data, context: { theme: 'default' } }),
  });
  expect(response.status).toBe(200);
  const { task } = response.json as { task: Task };
  if (task.type === 'message') return { card: null, text: String(task.value) };
  const { card } = task.value as { card: { contentType: string; content: Json } };
  expect(card.contentType).toBe('application/vnd.microsoft.card.adaptive');
  return { card: card.content, text: null };
};

/** Opens the dialog behind `Answer mine`. */
export const open = async (running: RunningBot): Promise<Json> => {
  const { card } = await ask(running, 'task/fetch', actionTitled(checkIn, 'Answer mine').data);
  if (!card) throw new Error('no dialog opened');
  return card;
};

/** Saves it with what stands in it, and what is typed. */
export const save = (running: RunningBot, card: Json, typed: Json = {}) =>
  ask(running, 'task/submit', {
    ...(actionTitled(card, 'Save answers').data as Json),
    ...valuesOf(card),
    ...typed,
  });
