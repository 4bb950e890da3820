import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_CARD_BYTES, sizeOfCard } from '../../bot/cards/card.ts';
import * as dialog from './helpers/answer-dialog.ts';
import { makeForm, makeQuestion } from './helpers/make-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, complaintsAbout, type Json, valuesOf, wordsOf } from './helpers/walk-card.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const ask = (name: string, data: unknown) => dialog.ask(running, name, data);
const open = () => dialog.open(running);
const save = (card: Json, typed?: Json) => dialog.save(running, card, typed);

describe('a form of twenty items', () => {
  beforeEach(() => {
    const questions = Array.from({ length: 20 }, (_, index) =>
      makeQuestion({ ref: { list: 'Actions', key: `a${index}` }, label: `A${index}` }),
    );
    running.useCases.form = makeForm({ questions });
  });

  test('is one dialog: the first with their questions, each of the others with a tick', async () => {
    const card = await open();
    const ids = Object.keys(valuesOf(card));
    expect(ids.filter((id) => id.startsWith('noChange_'))).toHaveLength(20);
    expect(ids).toContain('note_0');
    expect(ids).not.toContain('note_19');
    const { text } = await save(card, { noChange_0: 'true', noChange_19: 'true' });
    expect(text).toContain('Saved 2 answers.');
    expect(running.useCases.called('answerItems')).toMatchObject([
      { answers: [{ ref: { key: 'a0' } }, { ref: { key: 'a19' }, noChange: true }] },
    ]);
  });

  test('opens the one that was chosen, keeps what was typed and ticked, and saves nothing yet', async () => {
    const card = await open();
    const { data } = actionTitled(card, 'Answer it in full');
    const typed = { note_0: 'Both heads agree', noChange_18: 'true', show: 'Actions/a19' };
    const { card: again } = await ask('task/submit', { ...(data as Json), ...valuesOf(card), ...typed });
    expect(running.useCases.called('answerItems')).toEqual([]);
    expect(wordsOf(again)).toMatch(/A19 Protocol[\s\S]*A0 Protocol[\s\S]*A1 Protocol/);
    expect(valuesOf(again)).toMatchObject({
      note_0: 'Two schools still to comment',
      note_1: 'Both heads agree',
    });
    if (!again) throw new Error('the dialog closed');
    await save(again, { note_0: 'Signed' });
    expect(running.useCases.called('answerItems')).toMatchObject([
      {
        submissionKey: 'form-00000001',
        answers: [
          { ref: { key: 'a19' }, note: 'Signed' },
          { ref: { key: 'a0' }, note: 'Both heads agree' },
          { ref: { key: 'a18' }, noChange: true },
        ],
      },
    ]);
  });

  test('a tick that can’t be taken opens its item, whose values are still no news', async () => {
    running.useCases.check = ({ ref, noChange }) =>
      ref.key === 'a19' && noChange ? [{ ref, label: '', field: 'ref', message: 'Not this one.' }] : [];
    const { card } = await save(await open(), { noChange_19: 'true' });
    expect(wordsOf(card)).toContain('Please check: \nNot this one.');
    if (!card) throw new Error('the dialog closed');
    await save(card, { noChange_0: 'false' });
    expect(running.useCases.called('answerItems')).toHaveLength(1);
  });

  test.each([12, 20])(
    'comes back within a card’s size when %i are refused, with all that was typed',
    async (count) => {
      running.useCases.check = ({ ref }) => [
        { ref, label: '', field: 'reason', message: 'Say why it is Amber, and what will put it right.' },
      ];
      const typed = Array.from({ length: count }, (_, n) => [
        [`note_${n}`, `Story ${n}\nin two lines`],
        [`confidence_${n}`, 'Amber'],
      ]).flat();
      const { card } = await save(await open(), Object.fromEntries(typed));
      if (!card) throw new Error('the dialog closed');
      expect(sizeOfCard(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
      expect(complaintsAbout(card)).toEqual([]);
      running.useCases.check = () => [];
      await save(card);
      const [, { answers = [] } = {}] = running.useCases.called('answerItems') as { answers?: unknown[] }[];

      expect(answers).toEqual(
        Array.from({ length: count }, (_, n) =>
          expect.objectContaining({ note: `Story ${n}\nin two lines`, confidence: 'Amber' }),
        ),
      );
    },
  );

  test('shows it as it was where none was chosen, or one that is gone', async () => {
    const card = await open();
    const { data } = actionTitled(card, 'Answer it in full');
    for (const show of ['', 'Actions/gone']) {
      const { card: again } = await ask('task/submit', { ...(data as Json), ...valuesOf(card), show });
      expect(again).toEqual(card);
    }
  });
});
