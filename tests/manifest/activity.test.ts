import { expect, test } from '@jest/globals';
import { createActivityFeed } from '../../graph/activity-feed.ts';
import type { GraphClient } from '../../graph/client.ts';
import { readSources } from '../../manifest/make-package.ts';

interface Activity {
  readonly type: string;
  readonly templateText: string;
}

/** What Graph is asked for one entry. */
async function readSent() {
  const posted: unknown[] = [];
  const client = { post: (_path: string, body: unknown) => Promise.resolve(posted.push(body)) };
  const feed = createActivityFeed(client as unknown as GraphClient, () => 'https://teams.microsoft.com/l/x');
  const content = { kind: 'news', planId: 'p', planName: 'Plan', headline: 'x' } as const;
  await feed.send({ entraObjectId: 'x', content });
  return posted[0] as { activityType: string; templateParameters: { name: string }[] };
}

test('the app package declares the activities that are sent, with their parameters and the permission', async () => {
  const { template } = await readSources();
  const { activities, authorization } = template as unknown as {
    activities: { activityTypes: Activity[] };
    authorization: { permissions: { resourceSpecific: { name: string; type: string }[] } };
  };
  const sent = await readSent();
  expect(activities.activityTypes.map(({ type }) => type)).toEqual([sent.activityType]);
  const named = [...(activities.activityTypes[0]?.templateText ?? '').matchAll(/\{(\w+)\}/g)].map(
    ([, name]) => name,
  );
  expect(named).toEqual(sent.templateParameters.map(({ name }) => name));
  expect(authorization.permissions.resourceSpecific).toContainEqual({
    name: 'TeamsActivity.Send.User',
    type: 'Application',
  });
});
