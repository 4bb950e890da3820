import { describe, expect, test } from '@jest/globals';
import { chooseSite, parseSites, siteFaults } from '../../server/site-settings.ts';

const faultsOf = (text: string): string => siteFaults(parseSites(text)).join('\n');

describe('parseSites', () => {
  test('a site is in London unless it says otherwise', () => {
    expect(parseSites('a.example:/sites/one, a.example:/sites/two | america/new_york ,')).toEqual([
      { sitePath: 'a.example:/sites/one', timeZone: 'Europe/London' },
      { sitePath: 'a.example:/sites/two', timeZone: 'America/New_York' },
    ]);
  });

  test('the address that a browser shows will do', () => {
    expect(parseSites('https://a.example/sites/one/|UTC, https://b.example')).toEqual([
      { sitePath: 'a.example:/sites/one', timeZone: 'UTC' },
      { sitePath: 'b.example:/', timeZone: 'Europe/London' },
    ]);
  });

  test('a slash at the end changes nothing, and the root is a site too', () => {
    expect(parseSites('a.example:/sites/one/,a.example:/').map(({ sitePath }) => sitePath)).toEqual([
      'a.example:/sites/one',
      'a.example:/',
    ]);
    expect(faultsOf('a.example:/sites/one/,a.example:/|UTC')).toBe('');
  });
});

describe('siteFaults', () => {
  test.each(['contoso/plan', 'http://contoso.example/sites/plan', 'contoso.example'])(
    '“%s” is no site',
    (text) => {
      expect(faultsOf(text)).toContain(`“${text}” is not a site. Write host:/path`);
    },
  );

  test.each(['Europe/Londn', 'GMT Standard Time', '+01:00', '1'])('“%s” is no time zone', (zone) => {
    expect(faultsOf(`a.example:/sites/one|${zone}`)).toBe(
      `MILEPOST_SITES: “${zone}” of a.example:/sites/one is not a time zone. Write one like Europe/London or America/New_York after the |.`,
    );
  });

  test.each([
    ['word for word', 'a.example:/sites/one,a.example:/sites/one'],
    ['in capitals and with a slash', 'a.example:/sites/one,A.example:/Sites/ONE/'],
    ['with another zone', 'a.example:/sites/one,a.example:/sites/one|UTC'],
  ])('the same site twice is refused, %s', (_how, text) => {
    expect(faultsOf(text)).toMatch(/stands there twice\. Remove one of the two\.$/);
  });

  test.each([
    ['a-b', 'a.example:/sites/a-b,a.example:/sites/a/b'],
    ['a-b', 'a.example:/sites/A-B,a.example:/teams/a-b'],
    ['one', 'a.example:/sites/one,b.example:/sites/one'],
  ])('two sites whose plans would both be called “%s” are refused', (planId, text) => {
    const faults = faultsOf(text);
    expect(faults).toContain(`both “${planId}”`);
    expect(faults).toContain('Change the address of one of the sites');
  });
});

describe('chooseSite', () => {
  const sites = parseSites('a.example:/sites/one,a.example:/sites/two|UTC');

  test('the only site need not be named, of several one must', () => {
    expect(chooseSite(sites.slice(1), undefined).timeZone).toBe('UTC');
    expect(() => chooseSite(sites, undefined)).toThrow(
      'Say which with --site: a.example:/sites/one, a.example:/sites/two',
    );
  });

  test('a site is found as people write it, with its time zone; any other is refused', () => {
    expect(chooseSite(sites, 'A.example:/sites/Two/').timeZone).toBe('UTC');
    expect(() => chooseSite(sites, 'a.example:/sites/three')).toThrow(
      '“a.example:/sites/three” is not in MILEPOST_SITES',
    );
  });
});
