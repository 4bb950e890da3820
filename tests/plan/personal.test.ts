import { describe, expect, test } from '@jest/globals';
import type { AwayInput, SettingsInput } from '../../plan/content.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../plan/notices/preferences.ts';
import { spreadMinutes } from '../../plan/notices/spread.ts';
import { directoryIdOf } from '../../plan/people.ts';
import { awayWords, judgeAway, KEEP_DEPUTIES } from '../../plan/personal/away.ts';
import { givenWords } from '../../plan/personal/hand-on.ts';
import type { Everywhere } from '../../plan/personal/in-plan.ts';
import { quickAnswer } from '../../plan/personal/quick-answer.ts';
import { judgeSettings } from '../../plan/personal/settings.ts';
import { problemOfSnooze, snoozeChoices, snoozeWords } from '../../plan/personal/snooze.ts';
import { DEFAULT_SETTINGS, type Plan } from '../../plan/plan.ts';
import { hoursOn } from '../../plan/reminders/hours.ts';
import type { Owner } from '../../plan/rows.ts';
import { makeOpened } from '../bot/helpers/make-personal-content.ts';
import { makeAction, makeOwner, makePlan } from '../helpers/make-plan.ts';

/** A Wednesday. */
const TODAY = '2022-01-12';

const DEPUTY = makeOwner({ key: 'deputy', itemId: 3, title: 'Finance owner' });
const STAND_BY = makeOwner({ key: 'stand-by', itemId: 4, title: 'Data owner' });

/** A person in plans with these owners besides. */
function everywhere(owner: Partial<Owner> = {}, ...plans: Partial<Plan>[]): Everywhere {
  const made = (plans.length === 0 ? [{}] : plans).map((over) => {
    const me = makeOwner(owner);
    const plan = makePlan({ owners: [me, DEPUTY, STAND_BY], ...over });
    return { plan, owner: plan.owners.find(({ key }) => key === 'owner') ?? me };
  });
  return made as unknown as Everywhere;
}

describe('a snooze', () => {
  test('may be until tomorrow, three days or Monday', () => {
    expect(snoozeChoices(TODAY)).toEqual([
      { until: '2022-01-13', words: 'Until tomorrow, Thu 13 Jan 2022' },
      { until: '2022-01-15', words: 'For three days, until Sat 15 Jan 2022' },
      { until: '2022-01-17', words: 'Until next week, Mon 17 Jan 2022' },
    ]);
    expect(snoozeChoices('2022-01-16')[2]?.until).toBe('2022-01-17');
  });

  test.each([
    ['', /Choose until when/],
    ['soon', /not a date/],
    ['2022-02-30', /not a date/],
    ['2022-01-12', /has come already/],
    ['2022-02-10', /until Wed 9 Feb 2022 at most.*away/],
  ])('until %p is refused', (until, words) => {
    expect(problemOfSnooze(until, TODAY)).toEqual({ field: 'until', message: expect.stringMatching(words) });
  });

  test('of 28 days is the longest; what falls due meanwhile is named, what is others’ is not', () => {
    expect(problemOfSnooze('2022-02-09', TODAY)).toBeNull();
    const due = { forecastDue: '2022-01-20', baselineDue: '2022-01-20', duePrecision: 'Day' } as const;
    const actions = [
      makeAction({ ...due, key: 'mine', itemId: 7 }),
      makeAction({ ...due, key: 'theirs', itemId: 8, owner: 'deputy' }),
      makeAction({ ...due, key: 'done', itemId: 9, stage: 'Complete' }),
      makeAction({ ...due, key: 'later', itemId: 10, forecastDue: '2022-01-25' }),
    ];
    const words = snoozeWords(everywhere({}, { actions }), '2022-01-25');
    expect(words[0]).toContain('no reminder before Tue 25 Jan 2022');
    expect(words[1]).toBe('Due before then: A7 (Thu 20 Jan 2022). You find them under “my actions”.');
  });
});

describe('an absence', () => {
  const AWAY: AwayInput = { from: '2022-01-17', to: '2022-01-28', deputy: 'deputy' };
  const judge = (over: Partial<AwayInput> = {}, known = everywhere()) =>
    judgeAway(known, { ...AWAY, ...over }, TODAY);

  test('is entered in every plan with the person there who stands in', () => {
    const known = everywhere({}, {}, { id: 'plan-2', owners: [makeOwner()] });
    expect(judge({}, known).entries?.map(({ plan, changes }) => [plan.id, changes])).toEqual([
      ['plan-1', { awayFrom: '2022-01-17', awayTo: '2022-01-28', deputy: 'deputy' }],
      ['plan-2', { awayFrom: '2022-01-17', awayTo: '2022-01-28', deputy: null }],
    ]);
  });

  test('keeps the deputies where the person says so, by their directory id too', () => {
    const [entry] = judge({ deputy: KEEP_DEPUTIES }, everywhere({ deputy: 'stand-by' })).entries ?? [];
    expect(entry?.changes.deputy).toBe('stand-by');
    const byId = judge({ deputy: DEPUTY.entraObjectId?.toUpperCase() ?? '' }).entries?.[0];
    expect(byId?.changes.deputy).toBe('deputy');
  });

  test.each<[Partial<AwayInput>, keyof AwayInput, RegExp]>([
    [{ from: '' }, 'from', /from which day/],
    [{ from: 'soon' }, 'from', /not a date/],
    [{ from: '2022-01-11' }, 'from', /passed/],
    [{ to: '' }, 'to', /last day/],
    [{ to: '2022-01-14' }, 'to', /before the first day, Mon 17 Jan 2022/],
    [{ from: TODAY, to: '2022-01-11' }, 'to', /passed/],
    [{ to: '2032-01-28' }, 'to', /more than a year/],
    [{ deputy: 'nobody-we-know' }, 'deputy', /none of your plans/],
    [{ deputy: 'owner' }, 'deputy', /for yourself/],
    [{ deputy: 'deputy,stand-by' }, 'deputy', /one person/],
  ])('%j is refused at %s', (over, field, message) => {
    expect(judge(over).problems).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  test('that has begun may be changed without saying it anew', () => {
    const begun = everywhere({ awayFrom: '2022-01-10', awayTo: '2022-01-14' });
    expect(judge({ from: '2022-01-10' }, begun).problems).toBeUndefined();
  });

  const wordsWith = (deputy: Partial<Owner>, own: Partial<Owner> = {}, chosen: Partial<Preferences> = {}) => {
    const me = { awayFrom: '2022-01-17', awayTo: '2022-01-28', deputy: 'deputy', ...own };
    const owners = [makeOwner(me), { ...DEPUTY, ...deputy }, STAND_BY];
    return awayWords(everywhere(me, { owners }), { ...DEFAULT_PREFERENCES, ...chosen }, TODAY);
  };

  test('says who gets the reminders, and when they come again', () => {
    expect(wordsWith({})).toEqual([
      'You are away 17 to 28 Jan 2022. You get no reminders then, and are written to again from Mon 31 Jan 2022.',
      'Finance owner gets them instead.',
    ]);
    expect(wordsWith({}, {}, { workDays: [3, 6] })[0]).toContain('again from Wed 2 Feb 2022.');
    expect(wordsWith({}, {}, { snoozedUntil: '2022-02-03' })[0]).toContain('again from Thu 3 Feb 2022.');
    expect(wordsWith({}, { awayTo: '2022-04-14' })[0]).toContain('again from Tue 19 Apr 2022.');
    expect(wordsWith({}, {}, { workDays: [] })[0]).toMatch(/You get no reminders then\.$/);
    expect(wordsWith({}, { deputy: null })[1]).toBe('Nobody stands in for you, so nobody gets them.');
  });

  test('tells of a deputy who is away too, and who gets them then', () => {
    const away = { awayFrom: '2022-01-20', awayTo: '2022-01-24' };
    expect(wordsWith({ ...away, deputy: 'stand-by' })[1]).toBe(
      'Finance owner gets them instead. But 20 to 24 Jan 2022 Finance owner is away too: Data owner gets them.',
    );
    expect(wordsWith(away)[1]).toContain('nobody gets them, as no other deputy is there.');
    // Two who stand in for each other.
    expect(wordsWith({ awayFrom: '2022-01-01', awayTo: null, deputy: 'owner' })[1]).toBe(
      '17 to 28 Jan 2022 Finance owner is away too: nobody gets them, as no other deputy is there.',
    );
  });

  test('names the plans where it is another in each', () => {
    const me = { awayFrom: '2022-01-17', awayTo: '2022-01-28', deputy: 'deputy' };
    const other = { id: 'plan-2', name: 'Travel plan', owners: [makeOwner({ ...me, deputy: null })] };
    expect(awayWords(everywhere(me, {}, other), DEFAULT_PREFERENCES, TODAY).slice(1)).toEqual([
      'Sample plan: Finance owner gets them instead.',
      'Travel plan: Nobody stands in for you, so nobody gets them.',
    ]);
  });
});

describe('settings', () => {
  const SETTINGS: SettingsInput = {
    quietFrom: '17:30',
    quietTo: '9.30',
    workDays: ['1', '2', '4'],
    muted: ['due soon', 'overdue'],
    activityFeed: true,
  };
  const judge = (over: Partial<SettingsInput>, known = everywhere()) =>
    judgeSettings(known, { ...SETTINGS, ...over });

  test('are kept as meant; what may not be left out is not, and the feed is for directors', () => {
    const chosen = {
      quietFrom: '17:30',
      quietTo: '09:30',
      workDays: [1, 2, 4],
      muted: ['due soon'],
      activityFeed: false,
    };
    expect(judge({})).toEqual({ chosen });
    expect(judge({}, everywhere({ roles: ['Director'] })).chosen?.activityFeed).toBe(true);
    expect(judge({ quietFrom: '', quietTo: '' }).chosen).toMatchObject({ quietFrom: null, quietTo: null });
    expect(judge({ quietFrom: '18:00:00' }).chosen).toMatchObject({ quietFrom: '18:00' });
  });

  test.each<[Partial<SettingsInput>, keyof SettingsInput, RegExp]>([
    [{ quietFrom: 'evening' }, 'quietFrom', /not a time/],
    [{ quietTo: '25:00' }, 'quietTo', /not a time/],
    [{ quietFrom: '' }, 'quietFrom', /begin/],
    [{ quietTo: '' }, 'quietTo', /end/],
    [{ quietFrom: '08:00', quietTo: '18:00' }, 'quietTo', /Sample plan writes to you from 09:00 to 17:00/],
    [{ quietFrom: '17:00', quietTo: '17:00' }, 'quietTo', /no time/],
    [{ quietFrom: '22:00', quietTo: '17:00' }, 'quietTo', /no time/],
    [{ workDays: [] }, 'workDays', /at least one day/],
    [{ workDays: ['6', '7'] }, 'workDays', /weekends/],
    [{ workDays: ['0', '8', 'x'] }, 'workDays', /at least one day/],
  ])('%j is refused at %s', (over, field, message) => {
    expect(judge(over).problems).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  test('that leave time in one plan and none in another are refused, and the plan is named', () => {
    const early = { id: 'plan-2', name: 'Early plan', settings: { ...DEFAULT_SETTINGS, closesAt: '09:15' } };
    expect(judge({}, everywhere({}, {}, early)).problems?.[0]?.message).toContain('Early plan');
    expect(judge({ quietTo: '16:59' }).problems).toBeUndefined();
  });

  test('that leave only minutes before somebody’s own in a large plan are refused, as nothing would ever go out', () => {
    const owners = Array.from({ length: 400 }, (_, at) => makeOwner({ key: `owner-${at}` }));
    const plan = makePlan({ owners });
    for (const owner of owners.slice(0, 40)) {
      const quiet = { quietFrom: '09:05', quietTo: '17:00' };
      const subject = directoryIdOf(owner) ?? '';
      const hours = hoursOn(plan, { subject, preferences: { ...DEFAULT_PREFERENCES, ...quiet } }, TODAY);
      const { problems = [] } = judge(quiet, [{ plan, owner }]);
      expect(problems.map(({ field }) => field)).toEqual(hours === null ? ['quietTo'] : []);
    }
    const late = owners.find((owner) => spreadMinutes(directoryIdOf(owner) ?? '', owners.length) === 12);
    expect(late && judge({ quietFrom: '09:12', quietTo: '17:00' }, [{ plan, owner: late }]).problems).toEqual(
      [{ field: 'quietTo', message: expect.stringContaining('writes to you from 09:12 to 17:00 only') }],
    );
  });
});

describe('whoever gives an item away', () => {
  const DEPUTY_AWAY = { ...DEPUTY, awayFrom: '2022-01-01', awayTo: null };
  const read = (receiver: Partial<Owner>, deputy: Owner = DEPUTY, refused: readonly string[] = []) => {
    const given = makeOwner({ title: 'Alex', ...receiver });
    const plan = makePlan({ owners: [given, deputy] });
    return givenWords(plan, given, { refused: new Set(refused), today: TODAY });
  };
  const away = { awayFrom: '2022-01-10', awayTo: '2022-01-28', deputy: 'deputy' };

  test('is told who reads of it: the new owner, or who stands in', () => {
    expect(read({})).toBe('Alex reads of it in the next reminder.');
    expect(read(away)).toBe(
      'Alex is away until Fri 28 Jan 2022, and Finance owner stands in. Finance owner reads of it in the next reminder.',
    );
    expect(read({ ...away, awayTo: TODAY })).toBe(
      'Alex, or whoever stands in while they are away, reads of it in the next reminder.',
    );
  });

  test('is told where nobody does', () => {
    expect(read({ ...away, deputy: null })).toMatch(
      /^Alex is away until Fri 28 Jan 2022, and nobody stands in/,
    );
    expect(read({ ...away, awayTo: null }, DEPUTY_AWAY)).toMatch(
      /until further notice, and nobody stands in/,
    );
    expect(read({ entraObjectId: null })).toMatch(/which account is that of Alex, so nobody is written to/);
    expect(read({}, DEPUTY, ['owner'])).toMatch(/^Teams does not let Milepost write to Alex, so nobody/);
    expect(read(away, DEPUTY, ['deputy'])).toMatch(
      /stands in\. Teams does not let Milepost write to Finance/,
    );
  });
});

describe('a press on an item', () => {
  const { ask } = makeOpened();
  const press = (kind: Parameters<typeof quickAnswer>[0], values = {}, over = {}) =>
    quickAnswer(kind, makeOpened(over), values);
  const last = makeOpened().last;

  test('on track is Green, no change where it is so, and no answer to what is overdue', () => {
    expect(press('on track').input).toEqual({ ref: ask.ref, noChange: true });
    expect(press('on track', { reason: ' Back ' }, { last: { ...last, confidence: 'Red' } })).toEqual({
      input: { ref: ask.ref, confidence: 'Green', reason: 'Back' },
      remark: 'Its confidence was Red, and is Green now.',
    });
    expect(press('on track', {}, { last: { ...last, confidence: null } })).toEqual({
      input: { ref: ask.ref, confidence: 'Green' },
      remark: 'Nobody had said how sure they are of it: its confidence is Green now.',
    });
    const waiting = press(
      'on track',
      { reason: 'They paid' },
      { last: { ...last, stage: 'Waiting on others' } },
    );
    expect(waiting).toEqual({
      input: { ref: ask.ref, stage: 'In progress', confidence: 'Green', reason: 'They paid' },
      remark: expect.stringContaining('is In progress now'),
    });
    const waitedRed = { last: { ...last, stage: 'Waiting on others' as const, confidence: 'Red' as const } };
    expect(press('on track', {}, waitedRed).remark).toMatch(
      /is In progress now.* was Red, and is Green now\./,
    );
    expect(press('on track', {}, { overdue: true }).missing).toMatchObject({ field: 'forecastDue' });
  });

  test.each([
    ['done', { note: 'All signed' }, { stage: 'Complete', note: 'All signed' }],
    ['agree', {}, { stage: 'Complete' }],
    ['new date', { forecastDue: '2022-02-01', reason: '' }, { forecastDue: '2022-02-01' }],
    ['blocked', { waitingOn: 'finance' }, { stage: 'Waiting on others', waitingOn: 'finance' }],
    ['blocked', { blocker: 'Who pays' }, { stage: 'Waiting on others', blocker: 'Who pays' }],
    ['not yet', { note: 'No minutes' }, { stage: 'In progress', note: 'No minutes' }],
  ] as const)('%s with %j is the answer %j', (kind, values, input) => {
    expect(press(kind, values)).toEqual({ input: { ref: ask.ref, ...input } });
  });

  test.each([
    ['new date', 'forecastDue'],
    ['blocked', 'waitingOn'],
    ['not yet', 'note'],
  ] as const)('%s asks for what it cannot do without', (kind, field) => {
    expect(press(kind, { [field]: '  ' }).missing).toMatchObject({ field, message: /\w/ });
  });
});
