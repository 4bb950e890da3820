import { describe, expect, test } from '@jest/globals';
import { attendanceWords, checkAttendance } from '../../plan/meeting-record/attendance.ts';
import { addDecision, decisionsOf } from '../../plan/meeting-record/decision.ts';
import { buildMeeting } from '../../plan/meeting-record/meeting-content.ts';
import {
  at,
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
  makeUpdate,
} from '../helpers/make-plan.ts';

const PLAN = makePlan({
  groups: [makeGroup(), makeGroup({ key: 'data', itemId: 2, title: 'Data', chair: null })],
  owners: [
    makeOwner({ key: 'data-owner', itemId: 3, title: 'Ann of Data', groups: ['data'] }),
    makeOwner({ key: 'owner', itemId: 1, title: 'Zoë' }),
    makeOwner({ key: 'chair', itemId: 2, title: 'Bo', groups: [] }),
  ],
  recommendations: [
    makeRecommendation({ number: 3, leadGroup: 'data' }),
    makeRecommendation({ number: 5 }),
    makeRecommendation({ number: 6, stage: 'Complete' }),
  ],
  meetings: [makeMeeting()],
});
const [MEETING = makeMeeting()] = PLAN.meetings;
const [, OWNER = makeOwner()] = PLAN.owners;
const decide = (decision: string, decisions: string | null = null, checked = false) =>
  addDecision({
    plan: PLAN,
    meeting: { ...MEETING, decisions },
    decision,
    checked,
    by: OWNER,
    now: at('2022-07-24T09:12:00Z'),
  });

describe('a decision', () => {
  test('is a line of its own, with who recorded it and when by the plan’s clock, after what stands there', () => {
    const first = decide(' The pilot\n starts in March. ').decisions ?? '';
    expect(first).toBe('Sun 24 Jul 2022, 10:12, Zoë: The pilot starts in March.');
    expect(decisionsOf({ decisions: decide('And more.', `By hand\n\n${first}`).decisions ?? null })).toEqual([
      'By hand',
      first,
      'Sun 24 Jul 2022, 10:12, Zoë: And more.',
    ]);
  });

  test.each([
    [' \n', null, /what was decided/],
    ['x'.repeat(2_001), null, /2001 characters/],
    ['Fits', 'x'.repeat(60_000), /record is full/],
  ])('is not taken where it can’t be: %#', (decision, decisions, message) => {
    expect(decide(decision, decisions)).toEqual({
      problems: [{ field: 'decision', message: expect.stringMatching(message) }],
    });
  });

  test('is held back where it may say who a child is, until somebody has looked again', () => {
    const text = 'Place for NHS number 943 476 5919.';
    expect(decide(text).problems).toMatchObject([{ field: 'decision', held: true }]);
    expect(decide(text, null, true).decisions).toContain(text);
  });
});

describe('who was there', () => {
  test('is kept in the order of the plan’s people, each once; nobody is an answer', () => {
    expect(checkAttendance(PLAN, ['chair', 'owner', 'chair'])).toEqual({ attendees: ['owner', 'chair'] });
    expect(checkAttendance(PLAN, [])).toEqual({ attendees: [] });
    expect([0, 1, 2].map(attendanceWords)).toEqual([
      'Recorded that nobody was there.',
      'Recorded that 1 person was there.',
      'Recorded that 2 people were there.',
    ]);
  });

  test('is not taken with somebody who is not in the plan', () => {
    expect(checkAttendance(PLAN, ['owner', 'gone']).problems).toMatchObject([{ field: 'attendees' }]);
  });
});

describe('a meeting for its dialogs', () => {
  const [group = makeGroup()] = PLAN.groups;
  const build = (plan = PLAN, meeting: typeof MEETING | null = MEETING) =>
    buildMeeting(plan, { group, meeting, owner: OWNER, submissionKey: 'key-1' });

  test('has the group’s members and chair first, each by name, and open recommendations, its own first', () => {
    const { people, recommendations } = build();
    expect(people.map(({ name, isMember }) => [name, isMember])).toEqual([
      ['Bo', true],
      ['Zoë', true],
      ['Ann of Data', false],
    ]);
    expect(recommendations.map(({ label }) => label)).toEqual(['5', '3']);
  });

  test('ticks whoever has answered, until somebody records who was there', () => {
    const updates = [
      makeUpdate({ meeting: MEETING.key, by: 'owner' }),
      makeUpdate({ meeting: 'x', by: 'chair' }),
    ];
    const there = (plan: typeof PLAN) => {
      const [meeting = MEETING] = plan.meetings;
      const { people, attendanceRecorded } = build(plan, meeting);
      return [people.filter(({ wasThere }) => wasThere).map(({ key }) => key), attendanceRecorded];
    };
    expect(there({ ...PLAN, updates })).toEqual([['owner'], false]);
    const recorded = { ...MEETING, attendees: ['data-owner'] };
    expect(there({ ...PLAN, updates, meetings: [recorded] })).toEqual([['data-owner'], true]);
  });

  test('says when it is held by the plan’s clock; without a meeting, nothing', () => {
    const july = { ...MEETING, startsAt: '2022-07-25T09:00:00Z' };
    expect(build(PLAN, july)).toMatchObject({
      on: '2022-07-25',
      time: '10:00',
      meetingWords: 'Mon 25 Jul 2022, 10:00',
    });
    expect(build(PLAN, null)).toMatchObject({ meetingKey: null, state: null, on: null, meetingWords: '' });
  });
});
