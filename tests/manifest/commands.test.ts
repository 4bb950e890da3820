import { expect, test } from '@jest/globals';
import { COMMANDS } from '../../bot/handlers/commands/commands.ts';
import { readSources } from '../../manifest/make-package.ts';

/** What Teams calls a scope and what the bot calls the place. */
const PLACES = [
  { scope: 'team', place: 'channel' },
  { scope: 'personal', place: 'personal' },
  { scope: 'groupChat', place: 'groupChat' },
] as const;

async function readOffered(scope: string): Promise<readonly string[]> {
  const { template } = await readSources();
  const { bots } = template as unknown as {
    bots: { commandLists: { scopes: string[]; commands: { title: string }[] }[] }[];
  };
  const lists = bots.flatMap(({ commandLists }) => commandLists);
  return lists
    .filter(({ scopes }) => scopes.includes(scope))
    .flatMap(({ commands }) => commands.map(({ title }) => title));
}

test.each(PLACES)('Teams offers in $scope what the bot answers there', async ({ scope, place }) => {
  const answered = COMMANDS.filter(({ places, inMenu = true }) => inMenu && places.includes(place)).map(
    ({ names }) => names[0],
  );
  expect((await readOffered(scope)).toSorted()).toEqual(answered.toSorted());
});
