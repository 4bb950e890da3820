import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { makePackage, readSources } from '../../manifest/make-package.ts';
import { checkFiles, packFiles } from '../../manifest/pack.ts';
import { readSettings } from '../../manifest/read-settings.ts';
import { makeSettings, makeTemplate } from './samples.ts';

async function makeZip(): Promise<Uint8Array> {
  const { zip } = await makePackage({ sources: await readSources(), settings: makeSettings() });
  if (zip === null) throw new Error('no package was made');
  return zip;
}

describe('a package', () => {
  test('holds the manifest and the two icons at its root, and nothing else', async () => {
    const files = unzipSync(await makeZip());
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as { id: string };
    expect(manifest.id).toBe(makeSettings().appId);
  });

  test('is the same to the byte whenever it is made, in whatever order its files come', async () => {
    const [one, other] = [await makeZip(), await makeZip()];
    expect(Buffer.from(one).equals(other)).toBe(true);
    const [a, b] = [Buffer.from('a'), Buffer.from('b')];
    expect(Buffer.from(packFiles({ a, b })).equals(packFiles({ b, a }))).toBe(true);
  });

  test('is not made when something is wrong', async () => {
    const made = await makePackage({ sources: await readSources(), settings: makeSettings({ botId: '' }) });
    expect(made.zip).toBeNull();
    expect(made.faults).not.toHaveLength(0);
  });

  test('is not made with an icon that Teams would refuse', async () => {
    const sources = await readSources();
    const icons = { ...sources.icons, 'outline.png': sources.icons['color.png'] ?? new Uint8Array() };
    const { faults } = await makePackage({ sources: { ...sources, icons }, settings: makeSettings() });
    expect(faults).toContain('outline.png must be 32 x 32 pixels, and is 192 x 192');
  });

  test('is not made when the manifest names an icon that is not packed', async () => {
    const template = await makeTemplate([['icons', 'outline'], 'icons/outline.png']);
    const { faults } = await makePackage({
      sources: { ...(await readSources()), template },
      settings: makeSettings(),
    });
    expect(faults).toContain('icons/outline.png is named and not packed');
    expect(faults).toContain('outline.png is packed and the manifest does not name it');
  });

  test('may not hold folders', () => {
    const files = { 'manifest.json': new Uint8Array(), 'icons/color.png': new Uint8Array() };
    expect(checkFiles({ files, manifest: { icons: { color: 'icons/color.png' } } })).toEqual([
      "icons/color.png must be at the package's root",
    ]);
  });
});

describe('settings of a package', () => {
  const IDS = ['--app-id', 'a', '--bot-id', 'b', '--tab-app-id', 'c', '--host', 'h.example'];
  const installation = { appId: 'bot', tabAppId: 'tab', teamsAppId: 'teams', publicUrl: 'https://m.example' };

  function read(args: readonly string[], loadInstallation = () => installation) {
    return readSettings({ args, version: '1.0.0', loadInstallation });
  }

  test('come from arguments alone when all ids are given', () => {
    const settings = read([...IDS, '--privacy-url', 'https://p.example'], () => {
      throw new Error('must not be asked');
    });
    expect(settings).toMatchObject({
      appId: 'a',
      botId: 'b',
      tabAppId: 'c',
      host: 'h.example',
      version: '1.0.0',
    });
    expect(settings.names).toMatchObject({
      privacyUrl: 'https://p.example',
      websiteUrl: 'https://h.example/about',
    });
  });

  test("come from the installation's configuration otherwise, arguments first", () => {
    expect(read(['--bot-id', 'b'])).toMatchObject({
      appId: 'teams',
      botId: 'b',
      tabAppId: 'tab',
      host: 'm.example',
    });
  });

  test('refuse an argument that is not known', () => {
    expect(() => read([...IDS, '--hots', 'x'])).toThrow('--hots');
  });
});
