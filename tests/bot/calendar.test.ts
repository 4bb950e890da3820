import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildCalendarAddressCard } from '../../bot/cards/calendar-address-card.ts';
import { buildCalendarPreviewCard } from '../../bot/cards/calendar-preview-card.ts';
import { buildClosureForm, buildClosuresCard } from '../../bot/cards/closures-card.ts';
import { execute, inChannel, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { cardContext } from './helpers/make-content.ts';
import { makeCalendarPreview, makeClosures, makeFeed } from './helpers/memory-calendar.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, type Json, wordsOf } from './helpers/walk-card.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };

const press = async (action: Json, inputs: Json = {}) => {
  const { json } = await running.send(execute(action, inputs));
  const { type, value } = json as { type: string; value: unknown };
  return type.endsWith('card.adaptive') ? wordsOf(value) : String(value);
};

describe('a calendar file', () => {
  const card = buildCalendarPreviewCard(makeCalendarPreview(), cardContext);

  test('is shown with what it was read as, what is new, changed and doubtful', () => {
    expect(wordsOf(card)).toMatch(
      /terms\.ics: what importing it would do[\s\S]*names holidays[\s\S]*1 new, 1 changed[\s\S]*New\nHalf term\n · 14 to 18 Feb 2022\nChanged\nEaster[\s\S]*As they are\nSummer holiday[\s\S]*Please check\n“INSET day”/,
    );
  });

  test('is imported as what was chosen, or forgotten', async () => {
    expect(await press(actionTitled(card, 'Import'), { kind: 'Closed' })).toContain('2 added');
    expect(running.useCases.called('confirmCalendarImport')).toEqual([
      { actor, draftKey: 'draft-0001', kind: 'Closed' },
    ]);
    expect(await press(actionTitled(card, 'Cancel'))).toContain('Nothing was changed');
    expect(running.useCases.called('cancelCalendarImport')).toEqual([{ actor, draftKey: 'draft-0001' }]);
  });

  test('is not imported as something that is no choice', async () => {
    expect(await press(actionTitled(card, 'Import'), { kind: 'Cancelled' })).toContain('Choose what');
    expect(running.useCases.called('confirmCalendarImport')).toEqual([]);
  });

  test('that changes nothing has nothing to import', () => {
    const idle = buildCalendarPreviewCard(makeCalendarPreview({ added: [], changed: [] }), cardContext);
    expect(wordsOf(idle)).not.toContain('Import\n');
  });
});

describe('closures', () => {
  test('are listed by message, to plan managers in their own chat', async () => {
    await running.send({ text: 'closures' });
    expect(wordsSent(running.teams).join('\n')).toContain('Half term');
    await running.send({ ...inChannel, text: 'closures' });
    expect(wordsSent(running.teams).join('\n')).toContain('write “closures” in our own chat');
    expect(running.useCases.called('listClosures')).toHaveLength(1);
  });

  test('are added by a form that comes back with what is wrong', async () => {
    expect(await press(actionTitled(buildClosuresCard(makeClosures(), cardContext), 'Add'))).toContain(
      'Add closed or quiet days',
    );
    const save = actionTitled(buildClosureForm(makeClosures(), cardContext), 'Save');
    const typed = { title: 'Half term', from: '2022-02-14', to: '', kind: 'Quiet', groups: 'send' };
    running.useCases.calendar.problems = [{ field: 'to', message: 'This is over already.' }];
    expect(await press(save, typed)).toMatch(/Nothing was saved yet[\s\S]*Please check: \nThis is over/);
    running.useCases.calendar.problems = [];
    expect(await press(save, typed)).toContain('Added Half term.');
    expect(running.useCases.called('addClosure')[1]).toMatchObject({
      planId: 'alp',
      closure: { ...typed, groups: ['send'] },
    });
  });

  test('with a title that was held back go through once somebody ticks that they have checked', async () => {
    const held = { field: 'title', message: 'This looks like a name.', held: true } as const;
    const title = 'Ada Byron 12/03/2014';
    const closure = { title, from: '2022-02-14', to: '', kind: 'Quiet', groups: [] };
    const fresh = buildClosureForm(makeClosures(), cardContext);
    expect(wordsOf(fresh)).not.toContain('I have checked');
    const back = buildClosureForm(makeClosures(), cardContext, { closure, problems: [held] });
    expect(wordsOf(back)).toContain('I have checked: this does not name a child');
    await press(actionTitled(back, 'Save'), { ...closure, groups: '', checked: 'true' });
    expect(running.useCases.called('addClosure')).toMatchObject([{ closure: { title, checked: true } }]);
    await press(actionTitled(back, 'Save'), { ...closure, groups: '', checked: 'false' });
    expect(running.useCases.called('addClosure')[1]).not.toHaveProperty('closure.checked');
  });

  test('are taken back', async () => {
    const action = actionTitled(buildClosuresCard(makeClosures(), cardContext), 'Take back');
    expect(await press(action)).toContain('Choose which days first');
    expect(await press(action, { closure: 'closure-1' })).toContain('Taken back');
    expect(running.useCases.called('cancelClosure')).toEqual([
      { actor, planId: 'alp', closureKey: 'closure-1' },
    ]);
  });
});

describe('the calendar address', () => {
  test('is shown once, right after it is made, and in no log', async () => {
    await running.send({ text: 'calendar' });
    expect(wordsSent(running.teams).join('\n')).toContain('There is no address yet.');
    const make = actionTitled(buildCalendarAddressCard(makeFeed(), cardContext), 'Make an address');
    expect(await press(make)).toContain('https://calendar.example/the-secret.ics');
    expect(JSON.stringify(running.logLines)).not.toContain('the-secret');
  });

  test('is stopped', async () => {
    const made = makeFeed({ madeAtWords: 'Mon 24 Jan 2022, 10:00' });
    const card = buildCalendarAddressCard(made, cardContext);
    expect(wordsOf(card)).toContain('can’t be shown again');
    expect(await press(actionTitled(card, 'Stop'))).toContain('leads nowhere now');
    expect(running.useCases.called('stopCalendarFeed')).toEqual([{ actor, planId: 'alp' }]);
  });
});
