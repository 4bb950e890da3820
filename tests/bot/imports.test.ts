import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildWhichPlanCard } from '../../bot/cards/choose-plan-card.ts';
import { buildImportPreviewCard } from '../../bot/cards/import-preview-card.ts';
import { AppError } from '../../plan/errors.ts';
import { execute, inChannel, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { cardContext } from './helpers/make-content.ts';
import { makePreview, makeWhichPlan } from './helpers/make-lists-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, inputsOf, type Json, wordsOf } from './helpers/walk-card.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };
const preview = buildImportPreviewCard(makePreview(), cardContext);
const asked = () => running.useCases.calls.filter(({ name }) => name !== 'seeConversation');

const press = async (card: unknown, title: string, inputs: Json = {}, over: Json = {}) => {
  const { json } = await running.send({ ...execute(actionTitled(card, title), inputs), ...over });
  const { type, value } = json as { type: string; value: unknown };
  return type.endsWith('card.adaptive') ? { card: value, text: null } : { card: null, text: value };
};

/** The choices as they stand on the card, as Teams would send them. */
const shown = Object.fromEntries(inputsOf(preview).map(({ id, value }) => [String(id), value]));

test('a preview says what was found, what it would do, what is doubtful, and what columns are taken for', () => {
  expect(wordsOf(preview)).toMatch(
    /plan\.xlsx: what importing it would do\nALP improvement plan\n31 recommendations in 6 themes\nIn the lists\nThemes: \n6 as they are\n“Data” becomes “Data and finance”\nRecommendations: \n3 new · 2 to change · 26 as they are\nPlease check\nRow 14, Due:[\s\S]*\nChanges\nRecommendation 3, Forecast[\s\S]*No\.: \ntaken for Number[\s\S]*Remarks: \nleft out[\s\S]*Nothing is written to SharePoint until you press Import\./,
  );
  expect(shown).toEqual({ column_0: 'number', column_1: 'text', column_2: '-' });
});

test('a preview of prose has no columns to choose from', () => {
  const card = buildImportPreviewCard(makePreview({ columns: [] }), cardContext);
  expect(inputsOf(card)).toEqual([]);
  expect(wordsOf(card)).not.toContain('Columns');
});

test('names that look the same on a card are not told apart', () => {
  const lists = [{ ...makePreview().lists[0], renamed: [{ from: 'Data\u200b', to: 'Data' }] }] as const;
  const card = buildImportPreviewCard(makePreview({ lists: lists as never }), cardContext);
  expect(wordsOf(card)).not.toContain('becomes');
});

test('an import that would change nothing says so of each list', () => {
  const lists = [{ list: 'Actions' as const, created: 0, updated: 0, unchanged: 0, renamed: [] }];
  expect(wordsOf(buildImportPreviewCard(makePreview({ lists }), cardContext))).toContain('Actions: \nnone');
});

describe('“Import”', () => {
  test('begins what was shown, and answers the same however often it is pressed', async () => {
    const first = await press(preview, 'Import', shown);
    expect(wordsOf(first.card)).toMatch(
      /plan\.xlsx: the import has begun[\s\S]*tells you here when it is done/,
    );
    expect(running.useCases.called('confirmImport')).toEqual([{ actor, importKey: 'import-00000001' }]);
    const second = await press(preview, 'Import', shown);
    expect(wordsOf(second.card)).toBe(wordsOf(first.card));
  });

  test('with a column changed and not looked at shows first what that would do', async () => {
    const { card } = await press(preview, 'Import', { ...shown, column_1: '-', column_2: 'note' });
    expect(wordsOf(card)).toContain('You changed a column, so nothing is imported yet.');
    expect(running.useCases.called('viewImport')).toEqual([
      {
        actor,
        importKey: 'import-00000001',
        planId: 'alp',
        columns: { 'No.': 'number', Recommendation: null, Remarks: 'note' },
      },
    ]);
    expect(running.useCases.called('confirmImport')).toEqual([]);
    const now = Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), value]));
    await press(card, 'Import', now);
    expect(running.useCases.called('confirmImport')).toHaveLength(1);
  });

  test('that is refused is told in words, and the card stays', async () => {
    running.useCases.failNext(
      new AppError({ code: 'STALE', message: 'x', userMessage: 'This file was forgotten. Send it again.' }),
    );
    expect(await press(preview, 'Import', shown)).toEqual({
      card: null,
      text: 'This file was forgotten. Send it again.',
    });
  });

  test('is pressed in the chat only', async () => {
    expect((await press(preview, 'Import', shown, inChannel)).text).toBe('This works in our own chat only.');
    expect(asked()).toEqual([]);
  });
});

test('“Look again” shows what the chosen columns would do', async () => {
  const { card } = await press(preview, 'Look again', { ...shown, column_2: 'note' });
  expect(wordsOf(card)).toMatch(/This is what it would do now\.[\s\S]*Remarks: \ntaken for Note/);
});

test('“Cancel” forgets the file', async () => {
  const { card } = await press(preview, 'Cancel');
  expect(running.useCases.called('cancelImport')).toEqual([{ actor, importKey: 'import-00000001' }]);
  expect(wordsOf(card)).toMatch(/plan\.xlsx: not imported\nNothing was changed/);
});

describe('which plan', () => {
  const which = buildWhichPlanCard(makeWhichPlan(), cardContext);

  test('shows what the file would do to the plan that is chosen', async () => {
    const { card } = await press(which, 'Show what it would do', { plan: 'send' });
    expect(running.useCases.called('viewImport')).toEqual([
      { actor, importKey: 'import-00000001', planId: 'send' },
    ]);
    expect(wordsOf(card)).toContain('31 recommendations in 6 themes');
  });

  test('asks again where none is chosen, and can be left', async () => {
    expect((await press(which, 'Show what it would do')).text).toContain('Choose a plan first');
    await press(which, 'Cancel');
    expect(asked().map(({ name }) => name)).toEqual(['cancelImport']);
  });
});

test('an import without a plan is not begun', async () => {
  const data = {
    milepost: { v: 1, verb: 'import', importKey: 'k', fileName: 'x', planId: null, submissionKey: 's' },
  };
  const { text } = await press({ a: { type: 'Action.Execute', title: 'x', verb: 'import', data } }, 'x');
  expect(text).toContain('can’t be read any more');
  expect(asked()).toEqual([]);
});
