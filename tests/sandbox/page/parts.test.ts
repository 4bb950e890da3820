import { describe, expect, test } from '@jest/globals';
import { withSearchedChoices } from '../../../sandbox/page/src/cards/searched-choices.ts';
import { fitToWidth, rankOfWidth } from '../../../sandbox/page/src/cards/target-width.ts';
import { threadsOf } from '../../../sandbox/page/src/chat/threads.ts';
import {
  editedValueOf,
  shownValueOf,
  writtenFieldsOf,
} from '../../../sandbox/page/src/lists/column-kinds.ts';
import {
  type Address,
  addressOfSharePointPath,
  formatAddress,
  parseAddress,
} from '../../../sandbox/page/src/state/address.ts';
import { formatMoment } from '../../../sandbox/page/src/state/moments.ts';

describe('the address', () => {
  test.each<Address>([
    { place: 'teams', subject: '19:a/b@thread.tacv2', query: { message: '7' } },
    { place: 'lists', subject: 'Board reports', query: { item: '3' } },
    { place: 'tab', query: { subPage: '?as=of&x' } },
    { place: 'chat', query: {} },
  ])('keeps what is on screen: %j', (address) => {
    expect(parseAddress(formatAddress(address))).toEqual(address);
  });

  test.each(['', '#', '#/nowhere/x', '#/%E0%A4%A'])('shows the teams for %j', (hash) => {
    expect(parseAddress(hash).place).toBe('teams');
  });

  test("reads SharePoint's own addresses and no others", () => {
    expect(addressOfSharePointPath('/sites/alp/Lists/Board%20reports/DispForm.aspx', '?ID=3')).toEqual({
      place: 'lists',
      subject: 'Board reports',
      query: { item: '3' },
    });
    expect(addressOfSharePointPath('/sites/alp', '')).toEqual({ place: 'lists', query: {} });
    expect(addressOfSharePointPath('/tab/', '')).toBeUndefined();
  });
});

test('moments are told in British time, summer included', () => {
  expect(formatMoment('2022-01-10T09:00:00Z')).toBe('Mon 10 Jan 2022, 09:00');
  expect(formatMoment('2022-09-30T23:30:00Z')).toBe('Sat 1 Oct 2022, 00:30');
  expect(formatMoment('no date')).toBe('no date');
});

test('threads stand in the order they began, replies under their post', () => {
  const message = (id: string, threadId: string | null) =>
    ({ id, threadId }) as Parameters<typeof threadsOf>[0][number];
  const threads = threadsOf([message('1', '1'), message('2', '2'), message('3', '1'), message('4', null)]);
  expect(threads.map(({ id, messages }) => [id, messages.map((each) => each.id)])).toEqual([
    ['1', ['1', '3']],
    ['2', ['2']],
    ['4', ['4']],
  ]);
});

describe('elements for some widths only', () => {
  const shown = (targetWidth: string, pixels: number) => {
    const card = { body: [{ type: 'Container', items: [{ type: 'TextBlock', targetWidth }] }] };
    return JSON.stringify(fitToWidth(card, rankOfWidth(pixels))).includes('TextBlock');
  };
  test.each([
    ['narrow', [false, true, false, false]],
    ['atLeast:standard', [false, false, true, true]],
    ['AtMost:Narrow', [true, true, false, false]],
    ['unheard-of', [true, true, true, true]],
  ])('%s', (targetWidth, expected) => {
    expect([120, 360, 600, 900].map((pixels) => shown(targetWidth, pixels))).toEqual(expected);
  });
});

describe('a choice that is searched by typing', () => {
  const person = (id: string, name: string) => ({ id, name, entraObjectId: `entra-${id}` });
  const people = { everyone: [person('z', 'Zoe'), person('a', 'Ann')], memberIds: ['z'] };
  const choicesOf = (input: object) => {
    const card = { body: [{ items: [{ type: 'Input.ChoiceSet', id: 'who', ...input }] }] };
    const offered = JSON.parse(JSON.stringify(withSearchedChoices(card, people)));
    return offered.body[0].items[0];
  };
  const dataset = (name: string) => ({ 'choices.data': { type: 'Data.Query', dataset: name } });

  test("offers everybody by name, after the card's own choices", () => {
    const own = { title: 'The group', value: 'group' };
    expect(choicesOf({ choices: [own], ...dataset('graph.microsoft.com/users') })).toMatchObject({
      type: 'Input.Picker',
      choices: [own, { title: 'Ann', value: 'entra-a' }, { title: 'Zoe', value: 'entra-z' }],
    });
    const zoe = { title: 'Zoe, who knows', value: 'entra-z' };
    expect(choicesOf({ choices: [zoe], ...dataset('graph.microsoft.com/users') }).choices).toEqual([
      zoe,
      { title: 'Ann', value: 'entra-a' },
    ]);
  });

  test('offers only the members of the conversation where the card asks for them', () => {
    const { choices } = choicesOf(dataset('graph.microsoft.com/users?scope=currentContext'));
    expect(choices).toEqual([{ title: 'Zoe', value: 'entra-z' }]);
  });

  test('leaves other choices alone', () => {
    expect(choicesOf({ style: 'filtered', choices: [] }).type).toBe('Input.Picker');
    for (const input of [{ choices: [] }, dataset('elsewhere'), { style: 'filtered', isMultiSelect: true }])
      expect(choicesOf(input)).toEqual({ type: 'Input.ChoiceSet', id: 'who', ...input });
  });
});

describe('fields of a list', () => {
  const date = { name: 'Due', displayName: 'Due', dateTime: { format: 'dateOnly' } } as const;
  const people = {
    name: 'Groups',
    displayName: 'Groups',
    lookup: { listId: 'g', allowMultipleValues: true },
  } as const;

  test('a day is the day where the site is, in summer too', () => {
    // SharePoint answers with the site's midnight: the evening before, in UTC.
    const fields = { Due: '2022-07-30T23:00:00Z' };
    expect(editedValueOf(date, fields)).toBe('2022-07-31');
    expect(shownValueOf(date, fields, undefined)).toBe('Sun 31 Jul 2022');
    expect(writtenFieldsOf(date, '2022-07-31')).toEqual({ Due: '2022-07-31T12:00:00Z' });
    expect(writtenFieldsOf(date, '')).toEqual({ Due: null });
  });

  test('several values of a field are written with their type beside them', () => {
    const fields = { Groups: [{ LookupId: 2, LookupValue: 'SEND' }] };
    expect(editedValueOf(people, fields)).toEqual(['2']);
    expect(shownValueOf(people, fields, new Map([['2', 'SEND']]))).toBe('SEND');
    expect(writtenFieldsOf(people, ['2', '5'])).toEqual({
      'GroupsLookupId@odata.type': 'Collection(Edm.Int32)',
      GroupsLookupId: [2, 5],
    });
  });
});
