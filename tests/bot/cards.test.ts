import { describe, expect, test } from '@jest/globals';
import { MAX_CARD_BYTES, sizeOfCard } from '../../bot/cards/card.ts';
import { parseSubmission } from '../../bot/cards/submission.ts';
import { beyondSchema } from './helpers/card-schema.ts';
import { everyCard } from './helpers/every-card.ts';
import {
  actionsOf,
  buttonsOf,
  complaintsAbout,
  inputsOf,
  type Json,
  ofType,
  stringsIn,
  walk,
  wordsOf,
} from './helpers/walk-card.ts';

const TEMPLATE = ['Look: $', '{$root} $', '{missing} {{x}}'].join('');

const HOSTILE = {
  'a Markdown link': '[click](javascript:alert(1)) **bold** _it_ # top',
  HTML: '<script>alert(1)</script><at>Everyone</at>&amp;',
  'a template': TEMPLATE,
  'text without end': 'x'.repeat(10_000),
  'a turn of direction': 'abc\u202egnp.exe\u2066 \u0000\u0007',
  'Hebrew and Arabic': 'שלום עולם مرحبا',
  'lines and emoji': `1. one\n- two\n${'👩‍👩‍👧'.repeat(200)}`,
} as const;

describe.each(everyCard())('the card: %s', (_name, card) => {
  test('is one Adaptive Card 1.5 in British English that the library finds nothing wrong with', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en-GB' });
    expect(complaintsAbout(card)).toEqual([]);
    expect(beyondSchema(card)).toEqual([]);
  });

  test('leaves no part of its template unfilled', () => {
    expect(JSON.stringify(card)).not.toMatch(/\$\{|"\$(data|when)"/);
  });

  test('has at most six buttons, each with words', () => {
    const actions = buttonsOf(card);
    expect(actions.length).toBeLessThanOrEqual(6);
    expect(actions.every(({ title }) => typeof title === 'string' && title !== '')).toBe(true);
  });

  test('has a fallback with the same data for every Action.Execute', () => {
    for (const action of actionsOf(card).filter(({ type }) => type === 'Action.Execute')) {
      const fallback = action.fallback as Json;
      expect(fallback).toMatchObject({ type: 'Action.Submit', title: action.title, data: action.data });
    }
  });

  test('sends back data that can be read again, with a submission key and no person', () => {
    for (const { type, data, verb } of actionsOf(card)) {
      if (type === 'Action.OpenUrl' || type === 'Action.ToggleVisibility') continue;
      const submission = parseSubmission(data);
      expect(submission?.data.submissionKey).toBe('key-00000001');
      if (type === 'Action.Execute') expect(submission?.data.verb).toBe(verb);
      expect(JSON.stringify(data)).not.toMatch(/lead|owner|email/i);
    }
  });

  test('labels every input and says what is wrong with it', () => {
    const inputs = inputsOf(card);
    for (const input of inputs) {
      expect(input).toMatchObject({
        label: expect.stringMatching(/\w/),
        errorMessage: expect.stringMatching(/\w/),
      });
    }
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
  });

  test('wraps its text, begins with a heading, and has at most two columns, the first of fixed width', () => {
    expect(ofType(card, 'TextBlock').every(({ wrap }) => wrap === true)).toBe(true);
    expect((card.body as Json[])[0]).toMatchObject({ type: 'TextBlock', style: 'heading' });
    for (const { columns } of ofType(card, 'ColumnSet')) {
      expect((columns as Json[]).map(({ width }) => width)).toEqual(['92px', 'stretch']);
    }
  });

  test('never shows a colour without its letter and word, or a sign', () => {
    const coloured = walk(card).filter(({ node }) => ['Good', 'Warning'].includes(String(node.color)));
    for (const { node } of coloured) {
      expect(node.text).toMatch(/^(G Green|A Amber|R Red|✓ |Answered by|Saved)/);
    }
  });
});

describe.each(Object.entries(HOSTILE))('with %s wherever people write', (_name, text) => {
  const line = {
    title: text,
    ownerName: text,
    latestNote: text,
    waitingOnName: text,
    stage: 'Waiting on others',
  } as const;

  test.each(everyCard({ line, text }))('%s stays a card within its limit', (_card, card) => {
    expect(sizeOfCard(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
    expect(complaintsAbout(card)).toEqual([]);
  });

  test.each(everyCard({ line, text }))('%s has no live Markdown and no turned text', (_card, card) => {
    for (const { text: shown } of ofType(card, 'TextBlock')) {
      expect(shown).not.toMatch(/(^|[^\\])[*_[\]<>#`]/);
    }
    expect(stringsIn(card).join('')).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });
});

test('what version 1.5 does not have is found', () => {
  const body = [
    { type: 'TextBlock', text: '', colour: 'Good' },
    { type: 'Carousel', pages: [] },
    { type: 'Badge' },
  ];
  const card = { type: 'AdaptiveCard', body, metadata: {} };
  expect(beyondSchema(card)).toEqual([
    'AdaptiveCard.metadata',
    'TextBlock.colour',
    'Carousel.pages',
    'Badge',
  ]);
});

test('what Teams does not document of its charts is found, and a chart that other hosts would leave out', () => {
  const chart = {
    type: 'Chart.VerticalBar.Grouped',
    barWidth: 3,
    data: [{ legend: 'Red', color: 'crimson', values: [{ x: 1, y: '2', z: 3 }] }],
  };
  expect(beyondSchema({ type: 'AdaptiveCard', body: [chart] })).toEqual([
    'Chart.VerticalBar.Grouped.barWidth',
    'Chart.VerticalBar.Grouped without fallback',
    'z',
    'Chart.VerticalBar.Grouped: colour crimson',
    'Chart.VerticalBar.Grouped: a point at 1, 2',
  ]);
  expect(complaintsAbout({ type: 'AdaptiveCard', version: '1.5', body: [chart] })).toHaveLength(1);
});

test('keeps what looks like a template as the words it is', () => {
  for (const [name, card] of everyCard({ line: { title: TEMPLATE, latestNote: TEMPLATE }, text: TEMPLATE })) {
    if (/help|saved|nothing|without names/.test(name)) continue;
    expect(stringsIn(card).join('\n').replaceAll('\\', '')).toContain(TEMPLATE);
  }
});

test.each(everyCard({ count: 200, text: 'A note of some length. '.repeat(20) }))(
  'with 200 items, %s shows what fits and says how much more there is',
  (name, card) => {
    expect(sizeOfCard(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
    if (
      !/nothing asked|little to say|manage a|cancel a|superseded|help|message|saved|report reminder|one sign-off|what opens|^snooze|^away/.test(
        name,
      )
    )
      expect(wordsOf(card)).toMatch(/\d+ more/);
  },
);
