import { expect, test } from '@jest/globals';
import { buildNoticeCard } from '../../bot/cards/notice-card.ts';
import type { DigestContent } from '../../plan/content.ts';
import { cardContext, makeDigest, makeLine } from './helpers/make-content.ts';
import { ofType, wordsOf } from './helpers/walk-card.ts';

const CHART = 'Chart.VerticalBar.Grouped';
const cardOf = (over: Partial<DigestContent> = {}, context = cardContext) =>
  buildNoticeCard(makeDigest(over), context).card;
const lines = (count: number, label: string) =>
  Array.from({ length: count }, (_, index) => makeLine({ label: `${label}${index + 1}` }));

test('the trend is drawn, each meeting a bar, and said in words where nothing is drawn', () => {
  const [chart] = ofType(cardOf(), CHART);
  expect(chart).toMatchObject({
    title: 'Colours at the last 4 meetings',
    stacked: true,
    data: [
      { legend: 'R Red', color: 'attention', values: [{ x: '24 Jan', y: 0 }, { y: 0 }, { y: 0 }, { y: 1 }] },
      { legend: 'A Amber', color: 'warning' },
      { legend: 'G Green', color: 'good', values: [{ y: 6 }, { y: 5 }, { y: 4 }, { x: '21 Mar', y: 3 }] },
      { legend: '✓ Complete', color: 'neutral' },
    ],
  });
  expect(wordsOf(chart?.fallback).replaceAll('\u00a0', ' ')).toBe(
    'Colours at the last 4 meetings, from 24 Jan: R Red 0, 0, 0, 1 · A Amber 0, 1, 1, 1 · G Green 6, 5, 4, 3 · ✓ Complete 1, 1, 2, 2',
  );
  expect(ofType(cardOf({ trend: [] }), CHART)).toEqual([]);
});

test('has three entries of a list and eight in all; the rest is numbers, and one press away', () => {
  const card = cardOf(
    {
      overdueOrRed: lines(4, 'R').map((line) => ({ line, isNew: false })),
      blocking: lines(4, 'B').map((line) => ({ line, waitingName: 'Data', since: null })),
      dueNext: lines(3, 'D'),
      blocked: lines(5, 'W').map((line) => ({ line, waitingOnName: 'SEND', since: null, blocker: null })),
      completed: lines(2, 'C'),
      slipped: [],
    },
    { ...cardContext, tabLink: (target) => `https://tab.example/${target?.planId}?${target?.group}` },
  );
  const shown = wordsOf(card).match(/^[RBDWC]\d$/gm);
  expect(shown).toEqual(['R1', 'R2', 'R3', 'B1', 'B2', 'B3', 'D1', 'D2']);
  expect(wordsOf(card)).toMatch(/(^1 more in the plan\.$[\s\S]*){3}/m);
  expect(wordsOf(card)).toContain('In the plan besides: 5 waiting on others, 2 completed since the summary.');
  expect(ofType(card, 'Action.OpenUrl')).toMatchObject([{ url: 'https://tab.example/alp?Finance' }]);
});

test('names what is overdue or Red before all else, with its owner, for how long, and what is new', () => {
  const red = makeLine({ label: '5', ownerName: null, baseline: null, forecast: null, dueIn: null });
  const [late] = makeDigest().overdueOrRed;
  const words = wordsOf(cardOf({ overdueOrRed: [...(late ? [late] : []), { line: red, isNew: false }] }));
  expect(words).toMatch(/Overdue or Red[\s\S]*Others wait on this group/);
  expect(words).toMatch(/^24\n/m);
  expect(words).toContain('R Red, new · Finance lead · due Fri 18 Mar 2022, 5 days overdue');
  expect(words).toContain('R Red · no owner · no date');
  expect(wordsOf(cardOf({ overdueOrRed: [] }))).not.toContain('Overdue or Red');
});

test('of a first digest compares no colours with any before', () => {
  expect(wordsOf(cardOf())).toContain('as before');
  expect(wordsOf(cardOf({ before: null }))).not.toMatch(/as before|up from|down from/);
});

test('says what the summary told in numbers, who answered, and whom nobody has heard from', () => {
  const words = wordsOf(cardOf());
  expect(words).toContain('Told in the summary of the meeting: 1 completed · 2 slipped · 1 new action.');
  expect(words).toContain('4 of 5 answered by Finance lead, SEND lead.');
  expect(words).toContain('No recent word on 31, A12.');
  const first = wordsOf(cardOf({ told: null }));
  expect(first).not.toMatch(/summary/);
  expect(wordsOf(cardOf({ told: { completed: 0, slipped: 0, newActions: 0 } }))).not.toMatch(/Told in/);
});
