import fc from 'fast-check';
import { addDays } from '../../../plan/calendar/dates.ts';
import {
  DUE_PRECISIONS,
  ENGAGEMENT_ANSWERS,
  GROUP_KINDS,
  type ListName,
  RAGS,
  ROLES,
  STAGES,
} from '../../../plan/glossary.ts';
import type { Standing, StandingRow } from '../../../plan/import/standing.ts';
import { ANY_CHARACTER } from '../../helpers/any-character.ts';

/** Text as people and mischief write it. */
const NASTY = fc.constantFrom(
  '=1+1',
  "'=1+1",
  '+44 20',
  '-',
  '@all',
  'a;b,c\td|e',
  '"quoted", “curly” »guillemets«',
  '<b>&amp;</b><script>',
  '🚀 مرحبا',
  '_x0041_',
  '007',
  '2022-04-03',
  'Yes',
  'n/a',
  'Number',
  '\u0000\u0007bell',
  ' spaces ',
);
const line = fc.oneof(NASTY, fc.string({ maxLength: 60 }), fc.string({ unit: ANY_CHARACTER, maxLength: 40 }));
const note = fc.oneof(
  line,
  fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n')),
  fc.constant('long '.repeat(12_000)),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2018-01-01', days));
const oneOf = <T>(values: readonly T[]) => maybe(fc.constantFrom(...values));

const DATED = {
  stage: oneOf(STAGES),
  baselineDue: maybe(day),
  forecastDue: maybe(day),
  duePrecision: oneOf(DUE_PRECISIONS),
  evidenceUrl: maybe(note),
};
const STATED = {
  confidence: oneOf(RAGS),
  completedOn: maybe(day),
  latestNote: maybe(note),
  latestUpdate: maybe(fc.constant('2022-01-24T10:00:00Z')),
  scheduleRag: oneOf(RAGS),
};

const VALUES = {
  Themes: {
    title: line,
    sortOrder: maybe(fc.integer()),
    reviewSaid: maybe(note),
    progressSoFar: maybe(note),
  },
  Groups: {
    title: line,
    kind: oneOf(GROUP_KINDS),
    everyWeeks: maybe(fc.nat({ max: 52 })),
    firstMeeting: maybe(day),
    meetingTime: maybe(fc.constant('09:30')),
    active: maybe(fc.boolean()),
  },
  Owners: {
    title: line,
    email: maybe(fc.emailAddress()),
    roles: fc.subarray([...ROLES]),
    awayFrom: maybe(day),
  },
  Recommendations: {
    title: maybe(line),
    number: maybe(fc.nat({ max: 999_999 })),
    fullText: maybe(note),
    priority: maybe(fc.integer()),
    ...DATED,
    ...STATED,
  },
  Actions: { title: maybe(line), details: maybe(note), blocker: maybe(note), ...DATED, ...STATED },
  Milestones: { title: line, reachedOn: maybe(day), ...DATED },
  Measures: {
    title: line,
    unit: maybe(line),
    baseline: maybe(fc.integer()),
    target: maybe(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 100) / 100),
    ),
    targetDate: maybe(day),
  },
  'Engagement log': {
    title: line,
    on: maybe(day),
    voices: maybe(fc.nat({ max: 500 })),
    purpose: maybe(note),
    said: maybe(note),
    answer: oneOf(ENGAGEMENT_ANSWERS),
    outcome: maybe(note),
  },
} as const;

/** What points where: property → list. */
const LOOKUPS: Readonly<Record<string, Readonly<Record<string, ListName>>>> = {
  Groups: { chair: 'Owners', author: 'Owners' },
  Owners: { deputy: 'Owners' },
  Recommendations: { theme: 'Themes', leadGroup: 'Groups', owner: 'Owners', signOffBy: 'Groups' },
  Actions: { recommendation: 'Recommendations', group: 'Groups', owner: 'Owners', waitingOn: 'Groups' },
  Milestones: { recommendation: 'Recommendations', theme: 'Themes', group: 'Groups' },
  Measures: { theme: 'Themes' },
  'Engagement log': { theme: 'Themes', recordedBy: 'Owners' },
};

/** Any plan at all, as its lists may stand: names twice, fields empty, texts of every kind. */
export const anyStanding: fc.Arbitrary<Standing> = fc.record(
  Object.fromEntries(
    Object.entries(VALUES).map(([list, values]) => [list, rowsOf(list as keyof typeof VALUES, values)]),
  ),
);

function rowsOf(
  list: keyof typeof VALUES,
  values: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<StandingRow[]> {
  const lookups = Object.fromEntries(
    Object.keys(LOOKUPS[list] ?? {}).map((property) => [property, maybe(fc.constantFrom('1', '2'))]),
  );
  const several = list === 'Owners' ? { groups: fc.subarray(['1', '2']) } : {};
  return fc
    .array(fc.record({ ...values, ...lookups, ...several }), { minLength: 2, maxLength: 4 })
    .map((rows) => rows.map((row, at) => ({ ref: String(at + 1), itemId: at + 1, etag: null, values: row })));
}
