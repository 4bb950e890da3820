import { expect, test } from '@jest/globals';
import { readTroubles } from '../../store/troubles.ts';
import { viewListsState } from '../../workflow/lists/state/view-lists-state.ts';
import { makeMilestone, makeOwner } from '../helpers/make-plan.ts';
import { PLAN, runAt } from './helpers/due-on-the-day.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

const away = { awayFrom: '2022-01-24', awayTo: '2022-03-31' } as const;
const manager = makeOwner({ key: 'manager', itemId: 8, title: 'Manager', roles: ['Plan manager'] });
const withoutGroup = (key: string, itemId: number) =>
  makeMilestone({ key, itemId, title: key, group: null, forecastDue: '2022-02-28', duePrecision: 'Day' });
const UNHEARD = {
  ...PLAN,
  owners: [
    makeOwner({ ...away, deputy: 'deputy' }),
    makeOwner({ key: 'deputy', itemId: 3, title: 'Deputy', ...away }),
    makeOwner({ key: 'chair', itemId: 2, title: 'Chair' }),
    manager,
  ],
  milestones: [withoutGroup('First', 21), withoutGroup('Second', 22)],
};

openOwnProcess(UNHEARD);

const told = () => deps.messenger.of('trouble').map(({ troubles }) => troubles.map(({ message }) => message));
/** Rounds of a morning, a minute apart. */
const roundsOn = (day: string, ...minutes: readonly string[]) =>
  runAt(deps, ...minutes.map((minute) => `${day}T10:${minute}:00Z`));
const actor = { tenantId: TENANT, entraObjectId: manager.entraObjectId, email: null };

test('plan managers are told once of people and items that nobody hears of, and of a new one by itself', async () => {
  await roundsOn('2022-02-09', '00');
  expect(told()).toEqual([]);
  await roundsOn('2022-02-09', '01', '02', '03');
  expect(told()).toEqual([
    [
      expect.stringContaining('2 rows without a group that are due within four weeks or overdue, such as'),
      expect.stringContaining('SEND group owner is away, and so is the deputy, Deputy,'),
    ],
  ]);
  const [state] = await viewListsState(deps, { actor });
  const standing = state?.troubles.map(({ list, code }) => [list, code]);
  expect(standing?.filter(([, code]) => code !== 'UNREADABLE')).toEqual([
    ['Milestones', 'NO_GROUP'],
    ['Owners', 'DEPUTY_AWAY'],
  ]);

  await fillMirror(database, { ...UNHEARD, milestones: [...UNHEARD.milestones, withoutGroup('Third', 23)] });
  await roundsOn('2022-02-09', '04', '05');
  deps.messenger.sent.length = 0;
  await roundsOn('2022-02-10', '00', '01');
  const ofRows = told()
    .flat()
    .filter((words) => words.includes('Milestones'));
  expect(ofRows).toEqual([expect.stringContaining('has a row without a group')]);
});

test('nothing is told of them any more once somebody has mended it', async () => {
  const codes = async () => (await readTroubles(database, PLAN.id)).map(({ code }) => code);
  await roundsOn('2022-02-09', '00');
  expect(await codes()).toEqual(['UNREADABLE', 'NO_GROUP', 'NO_GROUP', 'DEPUTY_AWAY']);
  const milestones = UNHEARD.milestones.map((row) => ({ ...row, group: 'send' }));
  await fillMirror(database, { ...UNHEARD, owners: [makeOwner()], milestones });
  await roundsOn('2022-02-09', '01', '02', '03');
  expect(await codes()).toEqual(['UNREADABLE']);
  expect(told()).toEqual([]);
});
