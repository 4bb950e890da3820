import { randomUUID } from 'node:crypto';
import { readDirectory } from '../../sandbox/core/directory.ts';
import type { Installation } from './installation.ts';
import { fetchJson } from './json.ts';
import type { Fields, Site } from './site.ts';

/** Somebody who answers. */
export interface BenchPerson {
  readonly name: string;
  readonly entraObjectId: string;
  readonly teamsUserId: string;
  /** Of their chat with the bot. */
  readonly chatId: string;
}

/**
 * Adds people to the group's Owners, each with items of their own, as rows of the lists, and waits until Milepost has
 * read them. The sample plan has fewer than twenty people. Their items are due so late that nobody is reminded of them.
 */
export async function addPeople(
  { moveClock }: Pick<Installation, 'moveClock'>,
  {
    site,
    count,
    groupName,
    itemsEach = 2,
    otherGroupNames = [],
  }: {
    readonly site: Site;
    readonly count: number;
    readonly groupName: string;
    /** Items of each person's own in the group. Default 2. */
    readonly itemsEach?: number;
    /** Groups in which they have one item each. Default: none. */
    readonly otherGroupNames?: readonly string[];
  },
): Promise<readonly BenchPerson[]> {
  const groupId = await findGroup(site, groupName);
  const otherIds = await Promise.all(otherGroupNames.map((name) => findGroup(site, name)));
  const people = Array.from({ length: count }, (_, index) => ({
    name: `Person ${index + 1}`,
    entraObjectId: randomUUID(),
    teamsUserId: `29:${randomUUID()}`,
    chatId: `a:${randomUUID()}`,
  }));
  for (const { name, entraObjectId } of people) {
    const ownerId = await site.createRow('Owners', {
      Title: name,
      EntraObjectId: entraObjectId,
      ...memberOf(groupId, ...otherIds),
    });
    await addItems(site, { ownerId, groupId, name, count: itemsEach });
    for (const otherId of otherIds) await addItems(site, { ownerId, groupId: otherId, name, count: 1 });
  }
  await moveClock('PT0S');
  return people;
}

/**
 * Puts people of the sandbox, who have a chat with the bot, into the group, each with so many items of their own, and
 * waits until Milepost has read them.
 */
export async function gatherPersonas(
  { moveClock, sandboxUrl }: Pick<Installation, 'moveClock' | 'sandboxUrl'>,
  {
    site,
    count,
    itemsEach,
    groupName,
  }: {
    readonly site: Site;
    readonly count: number;
    readonly itemsEach: number;
    readonly groupName: string;
  },
): Promise<readonly (BenchPerson & { readonly id: string; readonly itemIds: readonly number[] })[]> {
  const groupId = await findGroup(site, groupName);
  const owners = new Map((await site.readRows('Owners')).map((row) => [row.EntraObjectId, Number(row.id)]));
  const known = readDirectory().personas.filter(
    ({ entraObjectId, roles }) => owners.has(entraObjectId) && roles.includes('Member'),
  );
  if (known.length < count) throw new Error(`The sandbox has only ${known.length} people for this.`);
  const people = [];
  for (const { id, name, entraObjectId, teamsUserId } of known.slice(0, count)) {
    const ownerId = owners.get(entraObjectId) ?? 0;
    await site.editRow('Owners', ownerId, memberOf(groupId));
    const itemIds = await addItems(site, { ownerId, groupId, name, count: itemsEach });
    const { id: chatId } = await fetchJson<{ id: string }>(`${sandboxUrl}/sandbox/conversations`, {
      body: { persona: id },
    });
    people.push({ id, name, entraObjectId, teamsUserId, chatId, itemIds });
  }
  await moveClock('PT0S');
  return people;
}

async function findGroup(site: Site, name: string): Promise<number> {
  const group = (await site.readRows('Groups')).find(({ Title }) => Title === name);
  if (group === undefined) throw new Error(`The plan has no group ${name}.`);
  return Number(group.id);
}

function memberOf(...groupIds: readonly number[]): Fields {
  return { 'GroupsLookupId@odata.type': 'Collection(Edm.Int32)', GroupsLookupId: groupIds };
}

async function addItems(
  site: Site,
  {
    ownerId,
    groupId,
    name,
    count,
  }: { readonly ownerId: number; readonly groupId: number; readonly name: string; readonly count: number },
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (let item = 1; item <= count; item += 1) {
    ids.push(
      await site.createRow('Actions', {
        Title: `Action ${item} of ${name}`,
        OwnerLookupId: ownerId,
        GroupLookupId: groupId,
        Stage: 'In progress',
        BaselineDue: '2022-12-16T12:00:00Z',
        ForecastDue: '2022-12-16T12:00:00Z',
        DuePrecision: 'Day',
      }),
    );
  }
  return ids;
}
