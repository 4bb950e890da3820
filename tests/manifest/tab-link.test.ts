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

test('where Teams is not at hand the link leads to the same in a browser', () => {
  const link = createTabLink('app', 'https://milepost.example');
  const webUrl = new URL(link({ planId: 'a/b', group: 'SEND' })).searchParams.get('webUrl') ?? '';
  expect(new URL(webUrl).origin).toBe('https://milepost.example');
  expect(new URL(webUrl).searchParams.get('open')).toBe('a%2Fb?group=SEND');
});

test('a link says which plan, item or group the tab begins with', () => {
  const link = createTabLink('app', 'https://milepost.example');
  const subPage = (target: Parameters<typeof link>[0]) =>
    JSON.parse(new URL(link(target)).searchParams.get('context') ?? '{}').subEntityId;
  expect(subPage({ planId: 'a/b', ref: { list: 'Actions', key: '7' } })).toBe('a%2Fb/Actions/7');
  expect(subPage({ planId: 'a', report: 'report:board:2022-02-14', version: 2 })).toBe(
    'a?view=reports&report=report%3Aboard%3A2022-02-14&version=2',
  );
  expect(subPage({ planId: 'a', report: 'r', version: null })).toBe('a?view=reports&report=r');
  expect(subPage({ planId: 'a?b', group: 'Early years & SEND?' })).toBe(
    'a%3Fb?group=Early+years+%26+SEND%3F',
  );
});
