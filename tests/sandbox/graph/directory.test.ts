import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

test('a person is found by object id and by sign-in name', async () => {
  const [person] = graph.world.directory.personas;
  const byId = await graph.call('GET', `/users/${person?.entraObjectId}`);
  expect(byId.body).toMatchObject({
    id: person?.entraObjectId,
    mail: person?.email,
    displayName: person?.name,
  });
  const byName = await graph.call('GET', `/users/${person?.email}?$select=id`);
  expect(byName.body).toEqual({ '@odata.context': expect.any(String), id: person?.entraObjectId });
});

test('an unknown person is not found, with the code of the directory', async () => {
  const answer = await graph.call('GET', '/users/nobody@alp.example');
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
});

test('/me is the person of a delegated token, and refused to an app', async () => {
  const mine = await graph.call('GET', '/me', { persona: 'finance-owner' });
  expect(mine.body.mail).toBe('finance-owner@alp.example');
  expect((await graph.call('GET', '/me')).body.error.code).toBe('BadRequest');
});

test('channels of a team can be listed and filtered', async () => {
  const [team] = graph.world.directory.teams;
  const all = await graph.call('GET', `/teams/${team?.id}/channels`);
  expect(all.body['@odata.count']).toBe(team?.channels.length);
  expect(all.body.value.map(({ id }: { id: string }) => id)).toEqual(team?.channels.map(({ id }) => id));
  const filter = encodeURIComponent("membershipType eq 'private'");
  const privateOnes = await graph.call('GET', `/teams/${team?.id}/channels?$filter=${filter}`);
  expect(privateOnes.body.value).toEqual([]);
});

test('members of a team and of its channels are people of the directory', async () => {
  const team = graph.world.directory.teams[1];
  const channel = team?.channels[1];
  const ofTeam = await graph.call('GET', `/teams/${team?.id}/members`);
  const ofChannel = await graph.call(
    'GET',
    `/teams/${team?.id}/channels/${encodeURIComponent(channel?.id ?? '')}/members`,
  );
  expect(ofTeam.body['@odata.count']).toBe(team?.members.length);
  expect(ofChannel.body.value).toEqual(ofTeam.body.value);
  expect(ofTeam.body.value).toContainEqual(
    expect.objectContaining({ email: 'plan-manager@alp.example', roles: ['owner'] }),
  );
});

test('an unknown team or channel is not found', async () => {
  const [team] = graph.world.directory.teams;
  const unknownTeam = await graph.call('GET', '/teams/5c922985-eef6-5a6d-899b-000000000000/channels');
  expect(unknownTeam).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
  expect((await graph.call('GET', `/teams/${team?.id}/channels/19:none`)).status).toBe(404);
});
