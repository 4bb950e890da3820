import { describe, expect, test } from '@jest/globals';
import { foundItem, searchItems } from '../../plan/search.ts';
import {
  makeAction,
  makeGroup,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
  NOW,
} from '../helpers/make-plan.ts';

const PLAN = makePlan({
  groups: [makeGroup(), makeGroup({ key: 'data', itemId: 2, title: 'Data' })],
  owners: [
    makeOwner({ title: 'Zoë Adeyemi' }),
    makeOwner({ key: 'data-owner', itemId: 2, title: 'Data owner', groups: ['data'] }),
  ],
  recommendations: [
    makeRecommendation({ number: 1, title: 'Budget controls', stage: 'Complete' }),
    makeRecommendation({
      number: 7,
      title: 'Joint protocol on exclusions',
      owner: 'data-owner',
      leadGroup: 'data',
    }),
    makeRecommendation({ number: 12, title: 'Plan and budget for pupils', forecastDue: '2022-02-28' }),
  ],
  actions: [
    makeAction({ title: 'Share the draft process map', latestNote: 'A note of somebody’s' }),
    makeAction({ key: 'new', itemId: null, title: 'Map 12 placements' }),
  ],
  milestones: [makeMilestone({ title: 'Budgets brought together' })],
});
const [OWNER = makeOwner()] = PLAN.owners;
const found = (text: string) => searchItems(PLAN, OWNER, text).map(({ item }) => item.title);

test.each([
  ['12', ['Plan and budget for pupils', 'Map 12 placements']],
  ['#12', ['Plan and budget for pupils', 'Map 12 placements']],
  ['A7', ['Share the draft process map']],
  ['a 7', ['Share the draft process map']],
  ['7', ['Joint protocol on exclusions']],
  ['A', ['Plan and budget for pupils']],
])('by number: %s', (text, titles) => {
  expect(found(text).slice(0, titles.length)).toEqual(titles);
});

test.each([
  ['budget', ['Budget controls', 'Plan and budget for pupils']],
  ['BUDG pup', ['Plan and budget for pupils']],
  ['usion', ['Joint protocol on exclusions']],
  ['budget protocol', []],
  ['zoe map', ['Share the draft process map', 'Map 12 placements']],
  ['data owner', ['Joint protocol on exclusions']],
  ['Budgets brought', []],
  ['🙂', []],
])('by words of the title and owner: %s', (text, titles) => {
  expect(found(text).toSorted()).toEqual([...titles].toSorted());
});

describe('asked for nothing', () => {
  test('gives the person’s own open items, then those of their group, the one due first at the top', () => {
    expect(found('  ')).toEqual([
      'Plan and budget for pupils',
      'Share the draft process map',
      'Map 12 placements',
    ]);
    const [, dataOwner = OWNER] = PLAN.owners;
    expect(searchItems(PLAN, dataOwner, '').map(({ item }) => item.label)).toEqual(['7']);
  });
});

test('a hit shows the status of the item and nobody’s words', () => {
  const [hit] = searchItems(PLAN, OWNER, 'A7');
  if (!hit) throw new Error('nothing found');
  const shown = foundItem(hit, NOW);
  expect(shown).toMatchObject({
    planId: 'plan-1',
    groupName: 'SEND',
    line: { label: 'A7', ownerName: 'Zoë Adeyemi', schedule: 'Green' },
  });
  expect(JSON.stringify(shown)).not.toContain('A note');
});
