import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heldBack } from '../../plan/safeguarding/held-back.ts';
import { ANY_CHARACTER } from '../helpers/any-character.ts';

const TODAY = '2022-01-24';
const isHeld = (text: string): boolean => heldBack({ note: text }, false, TODAY).length > 0;

describe('is held back', () => {
  test.each([
    'Jane Doe, born 12/03/2014, has moved',
    'Jane Doe 12/03/2014',
    'Spoke to the mother of Jane Doe (12.3.14).',
    'Jane Doe – 12 March 2014 – waits for a place',
    'Jane Doe 12 Mar 2020',
    'The place of Jane Doe is not agreed, 2013-05-06.',
    'The date of birth of Mary-Jane McDonald was recorded as 2013-05-06',
    'Zoë O’Brien’s date of birth is 3rd May 2011',
    'Jane Doe was born in Crawley on Wed 12 March 2014',
    'Jane Doe, March 12, 2014',
    'Name: Jane Doe\nDOB: 12/03/2014',
    'jane doe d.o.b. 12-03-2014',
    'She was born on Wednesday 12th March 2014',
    'Jane Doe, date of birth 1 Jan 1997',
    'her NHS number is 943 476 5919.',
    '9434765919',
    'NHS No:943-476-5919, seen',
    'UPN A123456789012',
    'pupil a123456789012',
    'pupil A123 4567 89012 moved',
    'the temporary A12345678901C',
    'The letter is plain, says Jane Doe (aged 9)',
    'Jane Doe, age 14, was asked',
    'Jane Doe is 9 years old.',
    'We met Jane Doe, a 12-year-old',
  ])('“%s”', (text) => {
    expect(heldBack({ note: text }, false, TODAY)).toEqual([
      {
        field: 'note',
        message: expect.stringMatching(/^This looks like a.+ tick that you have checked\.$/),
        held: true,
      },
    ]);
  });
});

describe('goes through', () => {
  test.each([
    ['blank', ''],
    ['a plain date', '12/03/2014'],
    ['when something is due', 'Anna Jones: due 12/03/2022'],
    ['dates of the project', 'From 1 April 2019 to 31 March 2022, reviewed 12/03/2021'],
    ['who agreed it when', 'Anna Jones agreed this on 12/03/2019; Ben Smith signed 14 May 2018'],
    ['a signed note', 'Anna Jones, 10/01/2022'],
    ['a line of the minutes', '10/12/2021 Anna Jones to send the list'],
    ['when somebody joined', 'Anna Jones joined in September 2019'],
    ['who left', 'Anna Jones left 12/03/2019'],
    ['a name in another sentence', 'The contract ran out 12/03/2019. Anna Jones has renewed it.'],
    ['a meeting', 'Steering Group 12/03/2019'],
    ['an inspection', 'Ofsted Inspection 14 May 2018'],
    ['a board', 'Local Area Partnership Board 10/01/2017'],
    ['an adult’s age', 'Jane Doe, aged 54, leads it'],
    ['ages of nobody', 'Asked by children aged 9 to 14, and a pupil of 9 years old'],
    ['a year of school', 'Jane Doe spoke for Year 9'],
    ['an adult’s date of birth', 'Jane Doe, born 12/03/1980'],
    ['a date that never was', 'Jane Doe 31/02/2014'],
    ['a date to come', 'Jane Doe 12/03/2023'],
    ['a name alone', 'Jane Doe has moved'],
    ['telephones', 'Ring 01293 642105, 0943 476 5919, +44 943 476 5919 or 07700 900123'],
    ['ten digits of a telephone', '0943476593'],
    ['prices', 'It costs £9434765919, or £1,250.00 a year, not 9434765919.50'],
    ['ids', 'INC9434765919, REF-9434765919, 1641805200000 and v9434765919'],
    ['a guid', 'd94347659-1943-4765-9194-347659190000'],
    [
      'a link to SharePoint',
      'https://contoso.sharepoint.com/sites/send/9434765919/A123456789012?d=w9434765919',
    ],
    ['a version', 'Anna Jones has version 1.2.14'],
  ])('%s: “%s”', (_what, text) => {
    expect([text, isHeld(text)]).toEqual([text, false]);
  });
});

const digits = (count: number) => fc.array(fc.nat(9), { minLength: count, maxLength: count });
const around = fc.constantFrom('', 'see ', 'No: ', '(', 'the child, ');

describe('numbers', () => {
  /** Check digit of an NHS number; 10 where there is none. */
  const checkDigit = (nine: readonly number[]) =>
    (11 - (nine.reduce((sum, digit, place) => sum + digit * (10 - place), 0) % 11)) % 11;

  test('of the NHS are told by their last digit, however they are spaced', () => {
    const nineDigits = digits(9).filter((nine) => nine[0] !== 0);
    fc.assert(
      fc.property(
        nineDigits,
        fc.nat(9),
        fc.constantFrom('', ' ', '-'),
        around,
        (nine, last, space, before) => {
          const all = [...nine, last].join('');
          const text = `${before}${all.slice(0, 3)}${space}${all.slice(3, 6)}${space}${all.slice(6)}`;
          expect([text, isHeld(text)]).toEqual([text, last === checkDigit(nine)]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of pupils are told by their first letter', () => {
    const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
    fc.assert(
      fc.property(digits(12), fc.nat(22), around, (twelve, guess, before) => {
        const sum = twelve.reduce((total, digit, place) => total + digit * (place + 2), 0);
        const [right, other] = [letters[sum % 23], letters[guess]];
        expect(isHeld(`${before}${right}${twelve.join('')}`)).toBe(true);
        expect(isHeld(`${before}${other}${twelve.join('')}`)).toBe(right === other);
      }),
      { numRuns: 200 },
    );
  });
});

test('a birthday of the last 25 years beside a name is held in every way of writing it; the day it is due is not', () => {
  const days = fc.integer({ min: 61, max: 25 * 365 });
  fc.assert(
    fc.property(days, fc.nat(4), (ago, way) => {
      const day = Temporal.PlainDate.from(TODAY).subtract({ days: ago });
      const month = day.toLocaleString('en-GB', { month: 'long' });
      const [y, m, d] = day.toString().split('-');
      const written = [
        day.toString(),
        `${d}/${m}/${y}`,
        `${day.day}.${day.month}.${y}`,
        `${day.day} ${month} ${y}`,
      ];
      const text = written[way] ?? `${d}/${m}/${y?.slice(2)}`;
      expect([text, isHeld(`Jane Doe, ${text}`)]).toEqual([text, true]);
      expect([text, isHeld(`Jane Doe: due ${text}`)]).toEqual([text, false]);
    }),
    { numRuns: 200 },
  );
});

test('whoever looked again is believed', () => {
  expect(heldBack({ note: 'Jane Doe 12/03/2014, 9434765919' }, true, TODAY)).toEqual([]);
});

test('each field is judged by itself, what it looks like is said together, and nothing of it is repeated', () => {
  const texts = {
    note: 'Jane Doe 12/03/2014, 9434765919',
    blocker: 'On course',
    reason: 'A123456789012',
    evidenceUrl: undefined,
  };
  const problems = heldBack(texts, false, TODAY);
  expect(problems.map(({ field, message }) => [field, message.split('. ')[0]])).toEqual([
    ['note', 'This looks like a name with a date of birth and an NHS number'],
    ['reason', 'This looks like a pupil’s UPN'],
  ]);
  expect(JSON.stringify(problems)).not.toMatch(/Jane|Doe|2014|9434765919|A123456789012/);
});

test('nothing that somebody may paste is too much for it', () => {
  const hostile = ['A', '1 ', 'Aa ', 'born ', '1/', 'ed', '-', '(', 'Jane Doe 12/03/2014 on '];
  for (const part of hostile) {
    expect(() => isHeld(`${part.repeat(20_000 / part.length)} 12/03/2014`)).not.toThrow();
  }
  fc.assert(fc.property(fc.string({ unit: ANY_CHARACTER }), (text) => typeof isHeld(text) === 'boolean'));
});
