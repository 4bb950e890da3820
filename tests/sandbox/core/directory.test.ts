import { expect, test } from '@jest/globals';
import { readConfig } from '../../../sandbox/core/config.ts';
import { readDirectory } from '../../../sandbox/core/directory.ts';

const TRAVEL = 'example.sharepoint.com:/sites/travel-plan';

test('by itself there is one plan with its people and teams, and sites in other zones', () => {
  const { sites, site, personas, teams } = readDirectory();
  expect(sites[0]).toBe(site);
  expect(sites.map(({ timeZone }) => timeZone)).toEqual([
    'Europe/London',
    'Europe/London',
    'UTC',
    'America/New_York',
  ]);
  expect(personas.map(({ id }) => id)).not.toContain('travel-manager');
  expect(teams).toHaveLength(2);
});

test('a second plan brings its people and team where it is wanted, and shares some people', () => {
  const { personas, teams } = readDirectory([TRAVEL]);
  expect(personas.map(({ id }) => id)).toEqual(expect.arrayContaining(['data-owner', 'travel-manager']));
  const travel = teams.find(({ name }) => name === 'Travel plan groups');
  expect(travel?.members).toEqual(expect.arrayContaining(['data-owner', 'travel-routes-owner']));
});

test('no id is given twice', () => {
  const { sites, personas, teams } = readDirectory([TRAVEL]);
  const ids = [
    ...sites.flatMap(({ path, siteCollectionId, webId }) => [path, siteCollectionId, webId]),
    ...personas.flatMap(({ id, email, entraObjectId, teamsUserId }) => [
      id,
      email,
      entraObjectId,
      teamsUserId,
    ]),
    ...teams.flatMap(({ id, channels }) => [id, ...channels.map((channel) => channel.id)]),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test('which plans are wanted is read from the environment', () => {
  expect(readConfig({ SANDBOX_SITES: ` ${TRAVEL} ,other:/sites/x` }).shownSites).toContain(TRAVEL);
});
