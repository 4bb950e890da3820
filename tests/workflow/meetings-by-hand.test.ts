import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { closeCheckIn } from '../../workflow/meetings/close-check-in.ts';
import { runDue } from '../../workflow/run-due.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from './helpers/writing-plan.ts';

const OPENS = '2022-01-10T09:00:00Z';
const LATER = '2022-01-10T11:30:00Z';

let plan: WritingPlan;
beforeAll(async () => {
  plan = await openWritingPlan();
});
afterAll(() => plan?.close());
beforeEach(() => plan.begin());

const runAt = async (instant: string) => {
  plan.deps.setClock(instant);
  await runDue(plan.deps);
};
/** Rows of the Meetings list in SharePoint, by title. */
const meetingOf = async (group: string) => {
  const rows = await plan.site.rowsOf('Meetings');
  const row = rows.find(({ Title }) => String(Title).startsWith(`${group},`));
  if (row === undefined) throw new Error(`${group} has no meeting`);
  return row;
};

test('meetings edited in SharePoint are closed, moved and cancelled as by their buttons, and say when they were closed', async () => {
  await runAt(OPENS);
  const ids = await Promise.all(
    ['SEND', 'Finance', 'Schools'].map(async (group) => Number((await meetingOf(group)).id)),
  );
  const [send = 0, finance = 0, schools = 0] = ids;
  await plan.site.editByHand('Meetings', send, { State: 'Closed' });
  await plan.site.editByHand('Meetings', finance, { State: 'Cancelled' });
  await plan.site.editByHand('Meetings', schools, { StartsAt: '2022-01-14T10:00:00Z' });
  await runAt(LATER);
  await runAt('2022-01-10T11:31:00Z');
  expect(await plan.site.fieldsOf('Meetings', send)).toMatchObject({ State: 'Closed', ClosedAt: LATER });
  expect(plan.deps.messenger.of('summary').map(({ groupName }) => groupName)).toEqual(['SEND']);
  const cards = plan.deps.messenger.updated.flatMap(({ content }) =>
    content.kind === 'check-in' ? [[content.groupName, content.state, content.meetingWords]] : [],
  );
  expect(cards).toEqual(
    expect.arrayContaining([
      ['SEND', 'closed', expect.any(String)],
      ['Finance', 'cancelled', expect.any(String)],
      ['Schools', 'open', 'Fri 14 Jan 2022, 10:00'],
    ]),
  );

  const manager = (await plan.now()).owners.find(({ roles }) => roles.includes('Plan manager'));
  const key = (await plan.now()).meetings.find(({ itemId }) => itemId === schools)?.key ?? '';
  await closeCheckIn(plan.deps, {
    actor: {
      tenantId: plan.deps.tenantId,
      entraObjectId: manager?.entraObjectId ?? null,
      email: manager?.email ?? null,
    },
    planId: PLAN_ID,
    meetingKey: key,
  });
  await runAt('2022-01-10T11:32:00Z');
  expect(await plan.site.fieldsOf('Meetings', schools)).toMatchObject({
    State: 'Closed',
    ClosedAt: '2022-01-10T11:31:00Z',
  });
});

test('extra meetings that people add in SharePoint are held beside those of the rhythm, with decisions or without', async () => {
  const data = (await plan.now()).groups.find(({ title }) => title === 'Data');
  const extra = { GroupLookupId: data?.itemId, State: 'Planned' };
  const ids = [
    await plan.site.addByHand('Meetings', { ...extra, Title: 'Extra', StartsAt: '2022-01-27T10:00:00Z' }),
    await plan.site.addByHand('Meetings', {
      ...extra,
      Title: 'Away day',
      StartsAt: '2022-02-02T10:00:00Z',
      Decisions: 'Lunch is ordered',
    }),
  ];
  await runAt('2022-01-18T10:00:00Z');
  await runAt('2022-01-24T09:00:00Z');
  await runAt('2022-01-30T12:00:00Z');
  const held = (await plan.now()).meetings.filter(({ group, startsAt }) => {
    return group === data?.key && (startsAt ?? '') > '2022-01-20';
  });
  expect(held.map(({ key, startsAt, state }) => [key, startsAt?.slice(0, 10), state])).toEqual([
    [`${data?.key}@2022-01-25`, '2022-01-25', 'Closed'],
    [String(ids[0]), '2022-01-27', 'Closed'],
    [String(ids[1]), '2022-02-02', 'Open'],
  ]);
});
