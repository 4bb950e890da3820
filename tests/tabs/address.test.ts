import { describe, expect, test } from '@jest/globals';
import {
  type Address,
  formatAddress,
  formatDeepLink,
  parseAddress,
  parseDeepLink,
} from '../../tabs/address/address.ts';

const NOTHING: Address = {
  planId: null,
  view: 'plan',
  item: null,
  on: null,
  since: null,
  section: null,
  report: null,
  version: null,
  paper: null,
  list: null,
  theme: null,
  group: null,
  colour: null,
  stage: null,
  show: null,
  text: null,
  sort: null,
};

/** An address that says everything it can. */
const FULL: Address = {
  planId: 'alp/1',
  view: 'items',
  on: '2022-03-21',
  since: '2022-02-14',
  section: 'groups/a b',
  report: 'report:board/1:2022-03-10',
  version: '2',
  paper: 'note',
  list: 'Actions',
  stage: 'In progress',
  show: 'to sign off',
  text: 'two schools & 50%',
  sort: { key: 'later', isDescending: true },
  item: { list: 'Actions', key: 'a/7 & more' },
  theme: 'Data & finance = hard #1',
  group: 'Children, young people',
  colour: 'Red',
};

describe('the address', () => {
  test('comes back as it was written, whatever the names are', () => {
    expect(parseAddress(formatAddress(FULL))).toEqual(FULL);
  });

  test('is readable', () => {
    const address: Address = { ...NOTHING, colour: 'Red', item: { list: 'Recommendations', key: '3' } };
    expect(formatAddress(address)).toBe('#colour=Red&item=Recommendations/3');
    expect(formatAddress(NOTHING)).toBe('');
  });

  test.each([
    '',
    '#',
    '#item=Nonsense/3',
    '#item=Recommendations',
    '#colour=Blue',
    '#view=nowhere',
    '#show=nothing&list=Owners',
    '#sort=colour',
    '#sort=--later',
    '#%',
    '#item=constructor/1',
  ])('leaves out what it cannot read: %s', (hash) => expect(parseAddress(hash)).toEqual(NOTHING));
});

describe('a deep link', () => {
  test('leads to a plan, or to an item of it', () => {
    const item = { list: 'Actions', key: 'a/7' } as const;
    expect(parseDeepLink('my%20plan')).toEqual({ ...NOTHING, planId: 'my plan' });
    expect(parseDeepLink('alp/Actions/a%2F7')).toEqual({ ...NOTHING, planId: 'alp', item });
  });

  test('leads to whatever an address shows', () => {
    expect(parseDeepLink(formatDeepLink(FULL))).toEqual(FULL);
    expect(formatDeepLink({ ...NOTHING, planId: 'alp', item: { list: 'Recommendations', key: '3' } })).toBe(
      'alp/Recommendations/3',
    );
  });

  test('may show one group’s items only', () => {
    expect(parseDeepLink('alp?group=Early+years+%26+SEND%3F')).toEqual({
      ...NOTHING,
      planId: 'alp',
      group: 'Early years & SEND?',
    });
    expect(parseDeepLink('alp?group=')).toEqual({ ...NOTHING, planId: 'alp' });
  });

  test.each(['alp/Nonsense/3', 'alp/Actions', 'alp/'])('that names no item leads to the plan: %s', (link) =>
    expect(parseDeepLink(link)).toEqual({ ...NOTHING, planId: 'alp' }),
  );

  test('that nobody could have made leads nowhere', () => {
    expect(parseDeepLink('')).toEqual(NOTHING);
  });
});
