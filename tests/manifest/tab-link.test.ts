import { expect, test } from '@jest/globals';
import { buildManifest } from '../../manifest/build-manifest.ts';
import { readSources } from '../../manifest/make-package.ts';
import { createTabLink } from '../../server/tab-link.ts';
import { makeSettings } from './samples.ts';

test("a card's link opens the tab that the package has", async () => {
  const settings = makeSettings();
  const { template } = await readSources();
  const { staticTabs } = buildManifest({ template, settings }) as unknown as {
    staticTabs: { entityId: string; contentUrl?: string }[];
  };
  const link = new URL(createTabLink(settings.appId, `https://${settings.host}`)());
  const [appId, entityId] = link.pathname.split('/').slice(-2);
  expect(appId).toBe(settings.appId);
  const tab = staticTabs.find((each) => each.entityId === entityId);
  expect(tab?.contentUrl).toBe(link.searchParams.get('webUrl'));
});
