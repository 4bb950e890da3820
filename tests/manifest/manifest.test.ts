import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildManifest, type Json } from '../../manifest/build-manifest.ts';
import { checkManifest, checkRules } from '../../manifest/check-manifest.ts';
import { checkSchema } from '../../manifest/check-schema.ts';
import { readSources } from '../../manifest/make-package.ts';
import { defaultNames, type ManifestSettings } from '../../manifest/settings.ts';
import { type Change, makeSettings, makeTemplate } from './samples.ts';

const ZEROS = '00000000-0000-0000-0000-000000000000';
const names = defaultNames('milepost.example.gov.uk');

function placeholder(name: string): string {
  return `\${{${name}}}`;
}

async function fill(settings: ManifestSettings, ...changes: readonly Change[]): Promise<Json> {
  return buildManifest({ template: await makeTemplate(...changes), settings });
}

describe('a good manifest', () => {
  test("passes Microsoft's schema and our own checks", async () => {
    const settings = makeSettings();
    expect(await checkManifest({ manifest: await fill(settings), settings })).toEqual([]);
  });

  test('carries the settings where Teams looks for them', async () => {
    const settings = makeSettings();
    expect(await fill(settings)).toMatchObject({
      manifestVersion: '1.25',
      id: settings.appId,
      version: '1.2.3',
      supportsChannelFeatures: 'tier1',
      bots: [{ botId: settings.botId, scopes: ['personal', 'team', 'groupChat'], supportsFiles: true }],
      validDomains: [settings.host],
      webApplicationInfo: {
        id: settings.tabAppId,
        resource: `api://${settings.host}/${settings.tabAppId}`,
      },
      configurableTabs: [
        {
          configurationUrl: `https://${settings.host}/tab/?page=configure`,
          canUpdateConfiguration: true,
          scopes: ['team', 'groupChat'],
          context: expect.arrayContaining(['channelTab', 'meetingSidePanel']),
        },
      ],
      staticTabs: expect.arrayContaining([
        expect.objectContaining({ contentUrl: `https://${settings.host}/tab/` }),
      ]),
    });
  });

  test('asks for no permission to read messages, nor for any across the tenant', async () => {
    const { template } = await readSources();
    expect(JSON.stringify(template)).not.toMatch(/Message\.Read|\.All"/);
  });

  test('takes a name with quotation marks and placeholders as it is written', async () => {
    const short = `The "plan" ${placeholder('HOST')}`;
    const manifest = buildManifest({
      template: { name: placeholder('NAME_SHORT') },
      settings: makeSettings({ names: { ...names, short } }),
    });
    expect(manifest).toEqual({ name: short });
  });
});

describe("Microsoft's schema tells", () => {
  // Checking takes a moment, so one manifest has all the faults.
  let faults: readonly string[];
  beforeAll(async () => {
    const settings = makeSettings({
      appId: 'milepost',
      names: { ...names, short: 'M'.repeat(31), termsUrl: 'terms' },
    });
    const manifest = await fill(
      settings,
      [['icons'], undefined],
      [
        ['bots', 0, 'scopes'],
        ['personal', 'team', 'groupchat'],
      ],
      [['extra'], true],
      [['accentColor'], 'teal'],
      [['description', 'short'], 'x'.repeat(81)],
      [['staticTabs', 0, 'scopes'], ['channel']],
      [['supportsChannelFeatures'], 'tier2'],
    );
    faults = await checkSchema(manifest);
  });

  test.each([
    ['a missing part', "manifest must have required property 'icons'"],
    [
      'a scope in small letters',
      'bots/0/scopes/2 must be equal to one of the allowed values: team, personal, groupChat, copilot',
    ],
    ['an unknown part', 'manifest must NOT have additional properties: extra'],
    ['a colour that is none', 'accentColor must match pattern "^#[0-9a-fA-F]{6}$"'],
    ['a description that is too long', 'description/short must NOT have more than 80 characters'],
    ['a name that is too long', 'name/short must NOT have more than 30 characters'],
    [
      'an unknown scope',
      'staticTabs/0/scopes/0 must be equal to one of the allowed values: team, personal, groupChat',
    ],
    ['an unknown tier', 'supportsChannelFeatures must be equal to one of the allowed values: tier1, '],
    ['an id that is no GUID', expect.stringMatching(/^id must match pattern/)],
    ['an address that is none', expect.stringMatching(/^developer\/termsOfUseUrl must match pattern/)],
  ])('%s', (_what, fault) => {
    expect(faults).toContainEqual(fault);
  });

  test('nothing else', () => {
    expect(faults).toHaveLength(10);
  });
});

describe('our own rules tell wrong settings:', () => {
  const cases: readonly [what: string, changes: Partial<ManifestSettings>, message: string][] = [
    ['an app id', { appId: 'milepost' }, 'app id "milepost" must be a GUID'],
    ['no bot id', { botId: '' }, 'bot id "" must be a GUID'],
    ['a bot id of zeros', { botId: ZEROS }, 'bot id is all zeros'],
    ['a tab app id', { tabAppId: '123' }, 'tab app id "123" must be a GUID'],
    ['a version of two numbers', { version: '1.2' }, 'version "1.2" must be three numbers'],
    ['a version before release', { version: '1.2.3-beta' }, 'version "1.2.3-beta" must be three numbers'],
    ['a host with a scheme', { host: 'https://milepost.example.gov.uk' }, 'must be a bare public host name'],
    ['a host with a port', { host: 'milepost.example.gov.uk:444' }, 'must be a bare public host name'],
    ['this machine', { host: 'localhost' }, 'host "localhost" must be a bare public host name'],
    [
      'a page without https',
      { names: { ...names, privacyUrl: 'http://a.example' } },
      'developer/privacyUrl must be https: http://a.example',
    ],
  ];
  test.each(cases)('%s', async (_what, changes, message) => {
    const settings = makeSettings(changes);
    expect(checkRules({ manifest: await fill(settings), settings })).toEqual([
      expect.stringContaining(message),
    ]);
  });
});

describe('our own rules tell a wrong template:', () => {
  const cases: readonly [what: string, change: Change, message: string][] = [
    [
      'an unknown placeholder',
      [['description', 'full'], placeholder('TENANT')],
      'description/full has a placeholder that nothing fills',
    ],
    [
      'a second domain',
      [['validDomains', 1], '*.example.com'],
      'validDomains must be milepost.example.gov.uk alone, and is milepost.example.gov.uk, *.example.com',
    ],
    ['no domain', [['validDomains'], []], 'validDomains must be milepost.example.gov.uk alone, and is empty'],
    [
      'a tab elsewhere',
      [['staticTabs', 0, 'contentUrl'], 'https://tunnel.example/tab/'],
      'https://tunnel.example/tab/ is not on milepost.example.gov.uk',
    ],
    [
      'a page to set up tabs elsewhere',
      [['configurableTabs', 0, 'configurationUrl'], 'https://tunnel.example/tab/?page=configure'],
      'configurableTabs: https://tunnel.example/tab/?page=configure is not on milepost.example.gov.uk',
    ],
    ['another bot', [['bots', 0, 'botId'], makeSettings().appId], 'bots/0/botId must be'],
    ['no bot', [['bots'], undefined], 'bots: '],
    [
      'the message extension of another bot',
      [['composeExtensions', 0, 'botId'], makeSettings().appId],
      'composeExtensions/0/botId must be',
    ],
    [
      'commands where the bot is not',
      [
        ['bots', 0, 'scopes'],
        ['personal', 'team'],
      ],
      'bots/0/commandLists: the bot is not in scope groupChat',
    ],
    [
      'two lists of commands for one scope',
      [['bots', 0, 'commandLists', 1, 'scopes'], ['team']],
      'bots/0/commandLists: team has two lists',
    ],
    [
      'sign-in elsewhere',
      [['webApplicationInfo', 'resource'], 'api://other'],
      'webApplicationInfo/resource must be',
    ],
    ['sign-in of another app', [['webApplicationInfo', 'id'], ZEROS], 'webApplicationInfo/id must be'],
  ];
  test.each(cases)('%s', async (_what, change, message) => {
    const settings = makeSettings();
    const faults = checkRules({ manifest: await fill(settings, change), settings });
    expect(faults).toEqual([expect.stringContaining(message)]);
  });
});
