import { describe, expect, test } from '@jest/globals';
import { buildCheckInCard } from '../../bot/cards/check-in-card.ts';
import type { CheckInContent } from '../../plan/content.ts';
import { cardContext, makeAsked, makeCheckIn } from './helpers/make-content.ts';
import { actionsOf, actionTitled, buttonsOf, ofType, wordsOf } from './helpers/walk-card.ts';

const cardOf = (over: Partial<CheckInContent> = {}) => buildCheckInCard(makeCheckIn(over), cardContext);
/** What is read, as it stands on the card: runs of one block are one line. */
const linesOf = (card: unknown) =>
  ofType(card, 'RichTextBlock').map(({ inlines }) =>
    (inlines as { text: string }[]).map(({ text }) => text).join(''),
  );
const rowOf = (over: Parameters<typeof makeAsked>[0]) => linesOf(cardOf({ asked: [makeAsked(over)] }));
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('what can be pressed', () => {
  test('while it is open: answering first, then the meeting', () => {
    expect(titlesOf(cardOf())).toEqual([
      'Answer mine',
      'No change for all mine',
      'Add action',
      'Record decision',
      'Attendance',
      'More…',
    ]);
  });

  test.each([
    ['Answer mine', 'answer-mine'],
    ['Add action', 'add-action'],
    ['Record decision', 'record-decision'],
    ['Attendance', 'attendance'],
    ['More…', 'manage-meeting'],
  ])('“%s” opens a dialog about this meeting', (title, verb) => {
    expect(actionTitled(cardOf(), title).data).toMatchObject({
      msteams: { type: 'task/fetch' },
      milepost: { verb, planId: 'alp', meetingKey: 'send-2022-01-24', submissionKey: 'key-00000001' },
    });
  });

  test('what is about the meeting names its group', () => {
    expect(actionTitled(cardOf(), 'Add action').data).toMatchObject({ milepost: { groupKey: 'send' } });
  });

  test('once it is closed: a late update only', () => {
    const card = cardOf({ state: 'closed' });
    expect(titlesOf(card)).toEqual(['Add a late update']);
    expect(actionTitled(card, 'Add a late update').data).toMatchObject({ milepost: { verb: 'answer-mine' } });
    expect(wordsOf(card)).toContain('Closed Tue 25 Jan 2022, 17:00.');
  });

  test('when the meeting is cancelled: nothing but the way into the plan', () => {
    const card = cardOf({ state: 'cancelled', quietCount: 0 });
    expect(wordsOf(card)).toContain('This meeting was cancelled.');
    expect(actionsOf(card).map(({ title }) => title)).toEqual(['Open the plan']);
  });
});

describe('a row', () => {
  test('says each thing once, the day left only where it presses', () => {
    const row = rowOf({ confidence: 'Amber', dueIn: 'in 49 days', reasons: ['red'] });
    expect(row).toContain('3 Protocol between the ALP Hub and SEND teams');
    expect(row).toContain('R Red · the owner says A Amber · Joint working lead · due Jan 2022');
    expect(rowOf({ dueIn: 'in 7 days' })).toContain('R Red · Joint working lead · due Jan 2022, in 7 days');
    expect(rowOf({ schedule: 'Green' })).toContain(
      'R Red · the dates say G Green · Joint working lead · due Jan 2022, in 7 days',
    );
  });

  test('keeps the date first promised beside the one now expected', () => {
    const forecast = { date: '2022-02-28', words: 'Feb 2022' };
    expect(rowOf({ forecast, reasons: [] }).join('\n')).toContain('first due Jan 2022, now Feb 2022');
  });

  test.each<[string, Parameters<typeof makeAsked>[0], string]>([
    [
      'a group',
      { waitingOnName: 'Finance', waitingSince: '10 Jan 2022', blocker: 'who pays' },
      'Waiting on the Finance group since 10 Jan 2022: who pays',
    ],
    ['a group, nothing more', { waitingOnName: 'Finance' }, 'Waiting on the Finance group'],
    ['others', { blocker: 'the contractor' }, 'Waiting on others: the contractor'],
  ])('that waits on %s', (_whom, over, words) => {
    const row = rowOf({ ...over, stage: 'Waiting on others' });
    expect(row).toContain(words);
    expect(row.join('\n').match(/waiting on/gi)).toHaveLength(1);
  });

  test('says what is in the way of one that goes on', () => {
    expect(rowOf({ blocker: 'two leads are away' })).toContain('In the way: two leads are away');
  });

  test.each<[string, Parameters<typeof makeAsked>[0]]>([
    ['no word for 3 meetings', { reasons: ['no recent word'], silentMeetings: 3 }],
    ['no word yet', { reasons: ['no word yet'], stage: 'Not started' }],
  ])('says that there was %s, and not that it has not started', (words, over) => {
    const row = rowOf(over).join('\n');
    expect(row).toContain(` · ${words}`);
    expect(row).not.toContain('not started');
  });

  test('says who answered and when, and leaves the same day out of the note', () => {
    const answered = { byName: 'SEND lead', atWords: 'Mon 10 Jan 2022, 09:12', late: true };
    const row = rowOf({ answered });
    expect(row).toContain('✓ Answered by SEND lead, Mon 10 Jan 2022, 09:12 (late)');
    expect(row).toContain('“Two schools still to comment”');
  });
});

describe('what is live', () => {
  test.each<[readonly string[], string]>([
    [[], '1 of 3 answered'],
    [['A'], '1 of 3 answered: A'],
    [['A', 'B'], '1 of 3 answered: A and B'],
    [['A', 'B', 'C', 'D', 'E', 'F'], '1 of 3 answered: A, B, C, D and 2 others'],
  ])('%j have answered', (answeredBy, words) => {
    expect(linesOf(cardOf({ answeredBy }))).toContain(words);
  });

  test('what was recorded', () => {
    const counts = { newActionCount: 1, decisionCount: 2, attendeeCount: 5 };
    expect(linesOf(cardOf({ ...counts, waitingCount: null }))).toContain(
      '1 action added · 2 decisions recorded · 5 people present',
    );
  });

  test.each<[number | null, number, string]>([
    [2, 3, '2 answers are saved and wait for SharePoint.'],
    [1, 3, '1 answer is saved and waits for SharePoint.'],
    [0, 3, 'All answers are in SharePoint.'],
    [0, 0, ''],
    [null, 3, ''],
  ])('%j of %i answers waiting for SharePoint', (waitingCount, answeredCount, words) => {
    const said = linesOf(cardOf({ waitingCount, answeredCount })).filter((line) => /SharePoint/.test(line));
    expect(said).toEqual(words === '' ? [] : [words]);
  });

  test.each<[number, number, string]>([
    [0, 1, '1 answer could not be written to SharePoint; the plan manager knows.'],
    [0, 2, '2 answers could not be written to SharePoint; the plan manager knows.'],
    [
      1,
      1,
      '1 answer is saved and waits for SharePoint. 1 answer could not be written to SharePoint; the plan manager knows.',
    ],
  ])('%i answers waiting and %i refused', (waitingCount, refusedCount, words) => {
    const said = linesOf(cardOf({ waitingCount, refusedCount })).filter((line) => /SharePoint/.test(line));
    expect(said).toEqual([words]);
  });

  test('what changed, a handful at most', () => {
    const changes = Array.from({ length: 8 }, (_, index) => ({
      label: String(index + 1),
      title: 'Protocol between the ALP Hub and SEND teams',
      words: 'Jan 2022 → Feb 2022',
    }));
    const lines = linesOf(cardOf({ changes, changesSince: 'Mon 10 Jan 2022' }));
    expect(lines).toContain('Changed since Mon 10 Jan 2022');
    expect(lines.filter((line) => line.endsWith(': Jan 2022 → Feb 2022'))).toHaveLength(5);
    expect(lines).toContain('and 3 more changes');
    expect(linesOf(cardOf({ changes: changes.slice(0, 1) }))).toContain('Changed in this check-in');
  });
});

describe('pages', () => {
  const links = (over: Partial<CheckInContent>) =>
    actionsOf(cardOf({ ...over, state: 'cancelled' })).map(({ title }) => title);

  test.each([
    [1, ['Next page']],
    [2, ['Previous page', 'Next page']],
    [3, ['Previous page']],
  ])('page %i of 3 leads to those beside it', (page, titles) => {
    const view = { list: 'asked', page } as const;
    expect(links({ view, pageCount: 3, quietCount: 0 })).toEqual([...titles, 'Open the plan']);
    expect(linesOf(cardOf({ view, pageCount: 3 })).join('\n')).toContain(`Page ${page} of 3`);
  });

  test('one page leads nowhere but to what is on course, and back', () => {
    expect(links({ quietCount: 1 })).toEqual(['1 more is on course and needs no word', 'Open the plan']);
    expect(links({ view: { list: 'on course', page: 1 } })).toEqual([
      'Back to what needs a word',
      'Open the plan',
    ]);
  });

  test('nothing asked is said so', () => {
    expect(linesOf(cardOf({ asked: [], askedCount: 0 }))[1]).toContain('Nothing needs a word this time.');
  });
});
