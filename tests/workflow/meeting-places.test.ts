import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ActionInput } from '../../plan/content.ts';
import { readRows } from '../../store/mirror.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import type { Actor, UseCases } from '../../workflow/use-cases.ts';
import { actorOf, fillMirror } from './helpers/fill-mirror.ts';
import { TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';
import { INPUT, MEETING, PLAN } from './helpers/recording-plan.ts';

const OWNER = actorOf(PLAN, 'owner');
const CHAIR = actorOf(PLAN, 'chair');
const STRANGER: Actor = { tenantId: TENANT, entraObjectId: 'e0000000', email: 'nobody@alp.example' };

let useCases: UseCases;
openOwnProcess(PLAN);
beforeEach(() => {
  deps.setClock('2022-01-24T10:12:00Z');
  useCases = createUseCases(deps);
});

type Place = { groupKey?: string; meetingKey?: string | null; actor?: Actor; submissionKey?: string };
const place = { planId: 'plan-1', actor: OWNER, meetingKey: MEETING, submissionKey: 'form-0001' };
const add = (over: Partial<ActionInput> = {}, at: Place = {}) =>
  useCases.addAction({ groupKey: 'send', ...place, action: { ...INPUT, ...over }, ...at });

const added = async () =>
  (await readRows(database, 'plan-1', 'Actions')).filter(({ key }) => key !== 'action-7');

describe('the meeting of a channel', () => {
  const inChannel = (channelId: string, orLast: boolean) =>
    useCases.viewChannelMeeting({ actor: actorOf(PLAN, 'both'), channelId, orLast });

  test('is the open one, whatever has closed', async () => {
    expect(await inChannel('channel-1', true)).toMatchObject({ meetingKey: MEETING, state: 'Open' });
  });

  test('is none where none is open, or the last that closed where that will do', async () => {
    expect(await inChannel('channel-2', false)).toMatchObject({ groupKey: 'data', meetingKey: null });
    expect(await inChannel('channel-2', true)).toMatchObject({ meetingKey: 'data@2022-01-11' });
  });
});

describe('a group that does not check in takes nothing, of a plan manager neither', () => {
  const actor = actorOf(PLAN, 'manager');
  const lonely = (groupKey: string) => add({}, { actor, groupKey, meetingKey: null });

  test.each([
    ['an action of a board', () => lonely('board')],
    ['an action of a reference group', () => lonely('families')],
    ['an action of a group that meets no more', () => lonely('old')],
    ['the form, in a board’s channel', () => useCases.viewChannelMeeting({ actor, channelId: 'channel-4' })],
    ['the form', () => useCases.viewGroupMeeting({ planId: 'plan-1', actor, groupKey: 'board' })],
  ])('%s', async (_what, run) => {
    await expect(run()).rejects.toMatchObject({
      code: 'BAD_INPUT',
      userMessage: expect.stringContaining('does not check in'),
    });
    expect(await added()).toEqual([]);
  });
});

describe('the groups somebody may add to', () => {
  const groupsOf = async (key: string) =>
    (await useCases.listGroups({ actor: actorOf(PLAN, key) })).map(({ groupName }) => groupName);

  test('are their own; all of a plan manager’s plan, their own first; none that meets no more', async () => {
    expect(await groupsOf('owner')).toEqual(['SEND']);
    expect(await groupsOf('manager')).toEqual(['Data', 'SEND']);
    expect(await groupsOf('director')).toEqual([]);
  });

  test('a stranger is refused', async () => {
    await expect(useCases.listGroups({ actor: STRANGER })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a search', () => {
  test('finds an action that was added a moment ago, and shows nobody’s words', async () => {
    await add();
    const found = await useCases.searchItems({ actor: OWNER, text: 'process map', limit: 5 });
    expect(found.map(({ line }) => line.label)).toEqual(['A (new)', 'A7']);
    const all = await useCases.searchItems({ actor: OWNER, text: '', limit: 1 });
    expect(all).toHaveLength(1);
    expect(JSON.stringify(await useCases.searchItems({ actor: OWNER, text: '3', limit: 5 }))).not.toContain(
      'Somebody’s words',
    );
  });

  test('goes through every plan the person is in, and no other', async () => {
    const plan = { ...PLAN, id: 'plan-2', name: 'Other plan' };
    await fillMirror(database, { ...plan, owners: plan.owners.filter(({ key }) => key === 'owner') });
    const plans = async (actor: Actor) =>
      (await useCases.searchItems({ actor, text: '3', limit: 9 })).map(({ planName }) => planName);
    expect(await plans(OWNER)).toEqual(expect.arrayContaining(['Sample plan', 'Other plan']));
    expect(new Set(await plans(CHAIR))).toEqual(new Set(['Sample plan']));
    await expect(plans(STRANGER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
