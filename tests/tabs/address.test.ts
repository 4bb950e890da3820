import { describe, expect, test } from '@jest/globals';
import { type Address, formatAddress, parseAddress } from '../../tabs/address/address.ts';

const NOTHING: Address = { planId: null, item: null, theme: null, group: null, colour: null };

describe('the address', () => {
  test('comes back as it was written, whatever the names are', () => {
    const address: Address = {
      planId: 'alp/1',
      item: { list: 'Actions', key: 'a/7 & more' },
      theme: 'Data & finance = hard #1',
      group: 'Children, young people',
      colour: 'Red',
    };
    expect(parseAddress(formatAddress(address))).toEqual(address);
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
    '#%',
    '#item=constructor/1',
  ])('leaves out what it cannot read: %s', (hash) => expect(parseAddress(hash)).toEqual(NOTHING));
});
