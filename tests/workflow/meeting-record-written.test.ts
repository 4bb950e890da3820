import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { countUnwritten } from '../../store/outbox.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../workflow/lists/writing/write-back.ts';
import { runMeetings } from '../../workflow/meetings/run-meetings.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from './helpers/writing-plan.ts';

let plan: WritingPlan;
let submissions = 0;
beforeAll(async () => {
  plan = await openWritingPlan();
});
afterAll(() => plan?.close());
beforeEach(() => plan.begin());

/** The check-in of the SEND group's first meeting, opened and written to the lists. */
const openMeeting = async () => {
  plan.deps.setClock('2022-01-10T09:30:00Z');
  await runMeetings(plan.deps, await plan.now());
  await write();
  const { meetings, groups } = await plan.now();
  const group = groups.find(({ title }) => title === 'SEND');
  const meeting = meetings.find((row) => row.group === group?.key && row.state === 'Open');
  if (!group || meeting?.itemId == null) throw new Error('the SEND group has no open meeting in SharePoint');
  return { group, meeting, itemId: meeting.itemId };
};

const write = async () => {
  await plan.writeLater();
  await writeBack(plan.deps, PLAN_ID);
  await syncIn(plan.deps, PLAN_ID);
  expect(await countUnwritten(plan.opened.database, PLAN_ID)).toMatchObject({ waiting: 0, dead: 0 });
};

const manager = (): Actor => {
  const { personas } = plan.site.sandbox.directory;
  const entraObjectId = personas.find(({ id }) => id === 'plan-manager')?.entraObjectId ?? null;
  return { tenantId: plan.deps.tenantId, entraObjectId, email: null };
};

const asked = () => {
  submissions += 1;
  return { actor: manager(), planId: PLAN_ID, submissionKey: `in-the-lists-${submissions}` };
};

test('a new action stands in the lists, with its group, owner, recommendation and meeting, and gets its number', async () => {
  const { group, meeting, itemId } = await openMeeting();
  const { owners, recommendations } = await plan.now();
  const owner = owners.find(({ groups }) => groups.includes(group.key));
  const [recommendation] = recommendations;
  await createUseCases(plan.deps).addAction({
    ...asked(),
    groupKey: group.key,
    meetingKey: meeting.key,
    action: {
      title: 'Share the draft process map',
      owner: owner?.entraObjectId ?? '',
      due: '2022-02-04',
      recommendation: recommendation?.key ?? '',
      details: 'With the heads of the special schools.',
    },
  });
  await write();
  const rows = await plan.site.rowsOf('Actions');
  expect(rows).toEqual([
    expect.objectContaining({
      Title: 'Share the draft process map',
      Details: 'With the heads of the special schools.',
      Stage: 'Not started',
      ScheduleRag: 'Green',
      DuePrecision: 'Day',
      GroupLookupId: String(group.itemId),
      OwnerLookupId: String(owner?.itemId),
      RecommendationLookupId: String(recommendation?.itemId),
      RaisedAtLookupId: String(itemId),
    }),
  ]);
  const found = await createUseCases(plan.deps).searchItems({ actor: manager(), text: 'map', limit: 3 });
  expect(found.map(({ line }) => line.label)).toEqual([`A${rows[0]?.id}`]);
});

test('decisions that people record while somebody edits the record in SharePoint are all kept', async () => {
  const { meeting, itemId } = await openMeeting();
  const decide = (decision: string) =>
    createUseCases(plan.deps).recordDecision({ ...asked(), meetingKey: meeting.key, decision });
  await decide('First.');
  await plan.site.editByHand('Meetings', itemId, { Decisions: 'By hand, before.' }, 'send-chair');
  await decide('Second.');
  await write();
  const { Decisions: record } = await plan.site.fieldsOf('Meetings', itemId);
  expect(String(record).split('\n')).toEqual([
    'By hand, before.',
    expect.stringMatching(/: First\.$/),
    expect.stringMatching(/: Second\.$/),
  ]);
  const now = (await plan.now()).meetings.find(({ key }) => key === meeting.key);
  expect(now?.decisions).toBe(record);
  // Nobody prevailed over anybody, so nobody is told.
  expect(await plan.conflicts()).toEqual([]);

  await plan.site.editByHand('Meetings', itemId, { Decisions: `${record}\nBy hand, after.` }, 'send-chair');
  await decide('Third.');
  await write();
  const { Decisions: later } = await plan.site.fieldsOf('Meetings', itemId);
  expect(String(later).split('\n').slice(3)).toEqual([
    'By hand, after.',
    expect.stringMatching(/: Third\.$/),
  ]);
});

test('who was there stands in the lists, and so does that nobody was', async () => {
  const { meeting, itemId } = await openMeeting();
  const { owners } = await plan.now();
  const attend = (attendees: readonly string[]) =>
    createUseCases(plan.deps).recordAttendance({ ...asked(), meetingKey: meeting.key, attendees });
  const there = async () => {
    const { Attendees: people } = await plan.site.fieldsOf('Meetings', itemId);
    return ((people ?? []) as { LookupId: number }[]).map(({ LookupId }) => LookupId);
  };
  const some = owners.slice(0, 2);
  await attend(some.map(({ key }) => key));
  await write();
  expect(await there()).toEqual(some.map((owner) => owner.itemId));
  await attend([]);
  await write();
  expect(await there()).toEqual([]);
});
