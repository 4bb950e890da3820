import { describe, expect, test } from '@jest/globals';
import { readTerms } from '../../../plan/calendar-import/read-terms.ts';
import { readCalendar } from '../../../workflow/calendar/documents/read-calendar.ts';

const TODAY = '2022-01-10';

const read = (name: string, text: string) => readCalendar({ name, bytes: Buffer.from(text) }, TODAY);

const understood = (name: string, text: string, timeZone = 'Europe/London') => {
  const file = read(name, text);
  if (file === null) throw new Error('not read as a calendar');
  const { words, periods, doubts } = readTerms(file, { timeZone, today: TODAY });
  return { words, days: periods.map(({ title, from, to }) => [title, from, to]), doubts };
};

const event = (lines: readonly string[], number: number) =>
  ['BEGIN:VEVENT', `UID:e${number}@school`, 'DTSTAMP:20220101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const ics = (...events: readonly (readonly string[])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//school', ...events.map(event), 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const allDay = (title: string, from: string, to?: string) => [
  `SUMMARY:${title}`,
  `DTSTART;VALUE=DATE:${from}`,
  ...(to === undefined ? [] : [`DTEND;VALUE=DATE:${to}`]),
];

describe('holidays in an iCalendar file', () => {
  test('are taken from their first day to the day before their end', () => {
    const { words, days, doubts } = understood(
      'terms.ics',
      ics(allDay('Half term', '20220214', '20220219'), allDay('Spring term', '20220110', '20220409')),
    );
    expect(days).toEqual([['Half term', '2022-02-14', '2022-02-18']]);
    expect(words).toContain('names holidays');
    expect(doubts).toEqual([]);
  });

  test('on one day are that day, whether or not their end is written', () => {
    const { days, doubts } = understood(
      'terms.ics',
      ics(
        allDay('INSET day', '20220301'),
        allDay('INSET day', '20220302', '20220302'),
        allDay('INSET day', '20220303', '20220304'),
      ),
    );
    expect(days.map(([, from, to]) => [from, to])).toEqual([
      ['2022-03-01', '2022-03-01'],
      ['2022-03-02', '2022-03-02'],
      ['2022-03-03', '2022-03-03'],
    ]);
    expect(doubts).toEqual(['“INSET day” (line 4) has no end: its first day alone is taken.']);
  });

  test('with times of day are whole days of the plan’s own zone', () => {
    const { days, doubts } = understood(
      'terms.ics',
      ics(['SUMMARY:Closed', 'DTSTART:20220301T230000Z', 'DTEND:20220303T050000Z']),
      'Pacific/Auckland',
    );
    expect(days).toEqual([['Closed', '2022-03-02', '2022-03-03']]);
    expect(doubts).toEqual([expect.stringContaining('has times of day')]);
  });

  test('with a zone of their own keep the days that are written', () => {
    const { days } = understood(
      'terms.ics',
      ics([
        'SUMMARY:Closed',
        'DTSTART;TZID=America/New_York:20220301T190000',
        'DTEND;TZID=America/New_York:20220302T000000',
      ]),
    );
    expect(days).toEqual([['Closed', '2022-03-01', '2022-03-01']]);
  });

  test('that are over are left out and counted', () => {
    const { days, doubts } = understood(
      'terms.ics',
      ics(allDay('Christmas holiday', '20211220', '20220104')),
    );
    expect(days).toEqual([]);
    expect(doubts).toEqual(['1 is over already and left out.']);
  });

  test('that overlap are both taken, and said', () => {
    const { days, doubts } = understood(
      'terms.ics',
      ics(allDay('Half term', '20220214', '20220219'), allDay('Office closed', '20220217', '20220222')),
    );
    expect(days).toHaveLength(2);
    expect(doubts).toEqual([expect.stringContaining('overlap; both are taken')]);
  });

  test('are told from what is neither holiday nor term', () => {
    const { days, doubts } = understood(
      'terms.ics',
      ics(allDay('Half term', '20220214', '20220219'), allDay('Sports day', '20220301')),
    );
    expect(days).toHaveLength(1);
    expect(doubts).toEqual(['1 event says neither holiday nor term, so Milepost leaves them out.']);
  });

  test('that repeat are taken two years ahead, without an end or with exceptions', () => {
    const { days, doubts } = understood(
      'terms.ics',
      ics([
        ...allDay('Office closed', '20150401', '20150402'),
        'RRULE:FREQ=YEARLY',
        'EXDATE;VALUE=DATE:20230401',
      ]),
    );
    expect(days).toEqual([['Office closed', '2022-04-01', '2022-04-01']]);
    expect(doubts[0]).toContain('repeats: 2 of its times are looked at, none more than 2 years ahead');
  });
});

describe('terms', () => {
  const terms = ics(
    allDay('Spring term 1', '20220105', '20220212'),
    allDay('Spring term 2', '20220221', '20220409'),
    allDay('Summer term 1', '20220425', '20220528'),
  );

  test('make quiet what lies between them', () => {
    const { words, days } = understood('terms.ics', terms);
    expect(words).toContain('gaps between them');
    expect(days).toEqual([
      ['Between Spring term 1 and Spring term 2', '2022-02-12', '2022-02-20'],
      ['Between Spring term 2 and Summer term 1', '2022-04-09', '2022-04-24'],
    ]);
  });

  test('said by their first and last days are read as well; single days off stand beside', () => {
    const { words, days } = understood(
      'terms.ics',
      ics(
        allDay('Spring term begins', '20220105', '20220106'),
        allDay('Last day of spring term', '20220408', '20220409'),
        allDay('Summer term begins', '20220425', '20220426'),
        allDay('Summer term ends', '20220722', '20220723'),
        allDay('INSET day', '20220506', '20220507'),
      ),
    );
    expect(words).toContain('single days off');
    expect(days).toEqual([
      ['Between Spring term begins and Summer term begins', '2022-04-09', '2022-04-24'],
      ['INSET day', '2022-05-06', '2022-05-06'],
    ]);
  });

  test('too far apart leave a gap that is not believed', () => {
    const { days, doubts } = understood(
      'terms.ics',
      ics(allDay('Spring term', '20220105', '20220409'), allDay('Autumn term', '20220901', '20221220')),
    );
    expect(days).toEqual([]);
    expect(doubts).toEqual([expect.stringContaining('leave a term out')]);
  });
});

describe('a table of values', () => {
  test('is read by its columns, with what it says of kind and groups', () => {
    const file = read(
      'closures.csv',
      'School year 2022\n\nTitle;From date;To date;Kind;Groups\nHalf term;14/02/2022;18 Feb 2022;;\nOffice move;1/3/2022;;Closed;\nMoving;2/3/2022;3/3/2022;Quiet;SEND, Data\n',
    );
    expect(file?.events).toEqual([
      expect.objectContaining({
        name: 'Half term 2022-02-14',
        start: '2022-02-14',
        end: '2022-02-18',
        kind: null,
      }),
      expect.objectContaining({ start: '2022-03-01', end: null, kind: 'Closed', line: 5 }),
      expect.objectContaining({ kind: 'Quiet', groups: ['SEND', 'Data'] }),
    ]);
  });

  test('of which a day can’t be read names the row, the words and the remedy', () => {
    const { days, doubts } = understood(
      'terms.csv',
      'Event,Start,End\nHalf term,14/02/2022,18/02/2022\nEaster,mid April,22/04/2022\nSummer,25/07/2022,32/08/2022\n',
    );
    expect(days).toEqual([['Half term', '2022-02-14', '2022-02-18']]);
    expect(doubts).toEqual([
      'Row 3 (“Easter”) is left out: “mid April” is no day that Milepost can read: write it like 14/02/2022.',
      'Row 4 (“Summer”) is left out: “32/08/2022” is no day that Milepost can read: write it like 14/02/2022.',
    ]);
  });

  test.each([
    ['a plan', 'Number,Recommendation,Start date,End date\n1,Do it,1/1/2022,2/1/2022\n'],
    ['an action plan', 'Title,Start date,End date,Owner\nDo it,1/1/2022,2/1/2022,Somebody\n'],
    ['no dates', 'Title,From\nDo it,1/1/2022\n'],
  ])('of %s is no calendar', (_name, text) => {
    expect(read('plan.csv', text)).toBeNull();
  });
});

describe('a calendar file that is broken', () => {
  const whole = ics(
    allDay('Half term', '20220214', '20220219'),
    allDay('Easter holiday', '20220411', '20220423'),
  );

  test.each<[string, string, RegExp]>([
    ['is empty', ' ', /is empty\. Export the calendar again/],
    ['is a web page', '<!doctype html><title>Sign in</title>', /line 1 must be BEGIN:VCALENDAR/],
    ['is cut short', whole.slice(0, whole.indexOf('Easter')), /cut short: the event that begins at line 11/],
    [
      'is garbled',
      whole.replace('DTSTART', 'what is this\r\nDTSTART'),
      /at line 8: “what is this” is no line/,
    ],
    ['holds no events', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', /holds no events/],
    ['has no dates', ics(['SUMMARY:Half term']), /event at line 4 cannot be read/],
    ['has too many events', ics(...Array(1_001).fill(allDay('Closed', '20220301'))), /at most 1000/],
    ['is too large', `BEGIN:VCALENDAR\r\nX-A:${'a'.repeat(1_100_000)}`, /larger than 1 MB/],
  ])('because it %s is refused in words', (_name, text, words) => {
    expect(() => read('terms.ics', text)).toThrow(words);
  });

  test('in one event loses that event alone, and names its line', () => {
    const { days, doubts } = understood('terms.ics', whole.replace('20220411', '2022-04-11T'));
    expect(days).toEqual([['Half term', '2022-02-14', '2022-02-18']]);
    expect(doubts).toEqual([expect.stringContaining('line 11')]);
  });

  test('at its end is read, and said', () => {
    const { days, doubts } = understood('terms.ics', whole.replace('END:VCALENDAR\r\n', ''));
    expect(days).toHaveLength(2);
    expect(doubts).toEqual([expect.stringContaining('may be cut short')]);
  });

  test.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTH=2',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYDAY=53MO',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=WEEKLY;INTERVAL=100000',
  ])('by a rule that may never come to a day (%s) is taken once', (rule) => {
    const { days, doubts } = understood(
      'terms.ics',
      ics([...allDay('Closed', '20220301', '20220302'), `RRULE:${rule}`]),
    );
    expect(days).toEqual([['Closed', '2022-03-01', '2022-03-01']]);
    expect(doubts).toEqual([expect.stringContaining('does not follow')]);
  });

  test('that repeats daily from long ago is bounded', () => {
    const { days } = understood(
      'terms.ics',
      ics([...allDay('Closed', '19700101', '19700102'), 'RRULE:FREQ=DAILY']),
    );
    expect(days.length).toBeLessThanOrEqual(200);
  });
});
