import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { loadConfig, SETTING_NAMES } from '../../server/config.ts';
import { isSandboxWanted, withSandboxSettings } from '../../server/sandbox-settings.ts';

const ID = '0820081d-97ef-47fc-be18-bf4f14551478';
/** The least a real tenant needs. */
const LEAST = {
  MICROSOFT_APP_ID: ID,
  MICROSOFT_APP_TENANT_ID: '5c922985-eef6-4a6d-899b-79583049aeef',
  MILEPOST_SITES: 'contoso.sharepoint.com:/sites/plan',
};
/** Two of the sandbox's own. */
const SANDBOX_SITES =
  'example.sharepoint.com:/sites/alp-improvement, example.sharepoint.com:/sites/new-york-plan|America/New_York';
const faultsOf = (env: Readonly<Record<string, string>>): string => {
  try {
    loadConfig(env);
  } catch (error) {
    const { code, message } = error as Error & { code: string };
    expect(code).toBe('BAD_CONFIG');
    return message;
  }
  return '';
};
const sample = readFileSync(new URL('../../.env.sample', import.meta.url), 'utf8');

describe('.env.sample', () => {
  test('has every setting, in order', () => {
    const names = sample.split('\n').flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(names).toEqual(SETTING_NAMES);
  });

  test('shows the defaults', () => {
    const values = parseEnv(sample) as Record<string, string>;
    expect(loadConfig({ ...values, ...LEAST })).toEqual(loadConfig(LEAST));
  });
});

describe('loadConfig', () => {
  test('needs little: one app does everything, on this machine, with the embedded database', () => {
    const config = loadConfig(LEAST);
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      publicUrl: 'http://127.0.0.1:3978',
      databaseUrl: null,
      botAuthentication: 'entra',
      appId: ID,
      graphClientId: ID,
      tabAppId: ID,
      teamsAppId: ID,
      appType: 'UserAssignedMSI',
      sites: [{ sitePath: 'contoso.sharepoint.com:/sites/plan', timeZone: 'Europe/London' }],
      syncIntervalMs: 30_000,
      clock: 'real',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('takes several sites and addresses, and no slash too many', () => {
    const config = loadConfig({
      ...LEAST,
      MILEPOST_SITES: ' a.sharepoint.com:/sites/one , b.sharepoint.com:/sites/two,',
      MILEPOST_PUBLIC_URL: 'https://milepost.example.org/',
      MILEPOST_AUTHORITY_URL: 'https://login.microsoftonline.us/',
    });
    expect(config.sites.map(({ sitePath }) => sitePath)).toEqual([
      'a.sharepoint.com:/sites/one',
      'b.sharepoint.com:/sites/two',
    ]);
    expect(config.publicUrl).toBe('https://milepost.example.org');
    expect(config.authorityUrl).toBe('https://login.microsoftonline.us');
  });

  test('people sign in where Milepost does, unless their browsers reach that elsewhere', () => {
    const signInUrlOf = (env: Readonly<Record<string, string>>) => loadConfig({ ...LEAST, ...env }).signInUrl;
    expect(signInUrlOf({})).toBe('https://login.microsoftonline.com');
    expect(signInUrlOf({ MILEPOST_AUTHORITY_URL: 'https://login.microsoftonline.us/' })).toBe(
      'https://login.microsoftonline.us',
    );
    expect(signInUrlOf({ MILEPOST_SIGN_IN_URL: 'http://127.0.0.1:3979/' })).toBe('http://127.0.0.1:3979');
    expect(faultsOf({ ...LEAST, MILEPOST_SIGN_IN_URL: 'http://login.example' })).toContain(
      'MILEPOST_SIGN_IN_URL begins with http://',
    );
  });

  test('names everything that is missing, at once', () => {
    const faults = faultsOf({ MICROSOFT_APP_TYPE: 'SingleTenant' });
    for (const name of [
      'MICROSOFT_APP_ID is not set',
      'MICROSOFT_APP_TENANT_ID is not set',
      'MILEPOST_SITES is not set',
      'MICROSOFT_APP_PASSWORD is not set',
    ])
      expect(faults).toContain(name);
  });

  test('names what is wrong together with what is missing, and each once', () => {
    const faults = faultsOf({
      PORT: 'http',
      DATABASE_URL: 'mysql://db',
      MICROSOFT_APP_ID: 'our bot',
      MILEPOST_GRAPH_URL: 'http://graph.example',
      MILEPOST_SYNC_SECONDS: '0',
      MILEPOST_SITES: 'contoso/plan',
    });
    const named = faults.match(
      /\b(PORT|DATABASE_URL|MICROSOFT_\w+|MILEPOST_\w+)(?=:| is not set| cannot be)/g,
    );
    expect(named?.toSorted()).toEqual([
      'DATABASE_URL',
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_TENANT_ID',
      'MILEPOST_GRAPH_URL',
      'MILEPOST_SITES',
      'MILEPOST_SYNC_SECONDS',
      'PORT',
    ]);
  });

  test('one fault is one line', () => {
    expect(faultsOf({ ...LEAST, PORT: '70000' })).toMatch(/^Milepost cannot start: PORT\b.+70000.+$/);
  });

  test.each([
    ['off this machine', { MILEPOST_HOST: '0.0.0.0' }],
    ['beside an app id', { MICROSOFT_APP_ID: ID }],
  ])('refuses to let anybody in %s', (_where, env) => {
    const { MICROSOFT_APP_ID: _none, ...anonymous } = { ...LEAST, MILEPOST_BOT_AUTH: 'anonymous' };
    expect(loadConfig(anonymous)).toMatchObject({ botAuthentication: 'anonymous', appId: '' });
    expect(faultsOf({ ...anonymous, ...env })).toContain('MILEPOST_BOT_AUTH=anonymous');
  });

  test('refuses a clock that others move, off this machine', () => {
    expect(loadConfig({ ...LEAST, MILEPOST_CLOCK: 'driven' }).clock).toBe('driven');
    expect(faultsOf({ ...LEAST, MILEPOST_CLOCK: 'driven', MILEPOST_HOST: '0.0.0.0' })).toContain(
      'MILEPOST_CLOCK=driven',
    );
  });
});

describe('with nothing set', () => {
  test('the sandbox is meant, and its settings are enough', () => {
    expect(isSandboxWanted({})).toBe(true);
    expect(isSandboxWanted({ PORT: '4100', MILEPOST_DATA_DIR: 'here' })).toBe(true);
    expect(isSandboxWanted({ MILEPOST_SITES: LEAST.MILEPOST_SITES })).toBe(false);
    expect(isSandboxWanted({ MILEPOST_SITES: SANDBOX_SITES })).toBe(true);
    expect(isSandboxWanted({ MILEPOST_SITES: `${SANDBOX_SITES},${LEAST.MILEPOST_SITES}` })).toBe(false);
    expect(isSandboxWanted({ MICROSOFT_APP_ID: ID })).toBe(false);
    expect(loadConfig(withSandboxSettings({}))).toMatchObject({
      graphUrl: 'https://localhost:3980/',
      authorityUrl: 'https://localhost:3980',
      channelServiceUrls: ['http://127.0.0.1:3979/connector/'],
      clock: 'driven',
    });
  });

  test('several plans of the sandbox are meant when they are named, with the people of each', () => {
    const env = withSandboxSettings({ MILEPOST_SITES: SANDBOX_SITES });
    expect(env.SANDBOX_SITES).toBe(
      'example.sharepoint.com:/sites/alp-improvement,example.sharepoint.com:/sites/new-york-plan',
    );
    expect(loadConfig(env).sites.map(({ timeZone }) => timeZone)).toEqual([
      'Europe/London',
      'America/New_York',
    ]);
  });

  test('what is set already stays', () => {
    const env = withSandboxSettings({ SANDBOX_PORT: '4979', MILEPOST_SYNC_SECONDS: '5', PORT: '4978' });
    expect(loadConfig(env)).toMatchObject({
      port: 4978,
      syncIntervalMs: 5_000,
      clockUrl: 'http://127.0.0.1:4979/sandbox/clock',
    });
  });

  test('a playground without tokens needs no app id either', () => {
    expect(loadConfig(withSandboxSettings({ MILEPOST_BOT_AUTH: 'anonymous' }))).toMatchObject({
      botAuthentication: 'anonymous',
      appId: '',
    });
  });
});
