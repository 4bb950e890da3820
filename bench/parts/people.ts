import { randomUUID } from 'node:crypto';
import type { Installation } from './installation.ts';
import type { Site } from './site.ts';

/** Somebody who answers. */
export interface BenchPerson {
  readonly name: string;
  readonly entraObjectId: string;
  readonly teamsUserId: string;
}

/** Each person has so many items of their own. */
const ITEMS_EACH = 2;

/**
 * Adds people to the group's Owners, each with items of their own, as rows of the lists, and waits until Milepost has
 * read them. The sample plan has fewer than twenty people. Their items are due so late that nobody is reminded of them.
 */
export async function addPeople(
  { moveClock }: Pick<Installation, 'moveClock'>,
  { site, count, groupName }: { readonly site: Site; readonly count: number; readonly groupName: string },
): Promise<readonly BenchPerson[]> {
  const group = (await site.readRows('Groups')).find(({ Title }) => Title === groupName);
  if (group === undefined) throw new Error(`The plan has no group ${groupName}.`);
  const people = Array.from({ length: count }, (_, index) => ({
    name: `Person ${index + 1}`,
    entraObjectId: randomUUID(),
    teamsUserId: `29:${randomUUID()}`,
  }));
  for (const { name, entraObjectId } of people) {
    const ownerId = await site.createRow('Owners', {
      Title: name,
      EntraObjectId: entraObjectId,
      'GroupsLookupId@odata.type': 'Collection(Edm.Int32)',
      GroupsLookupId: [group.id],
    });
    for (let item = 1; item <= ITEMS_EACH; item += 1) {
      await site.createRow('Actions', {
        Title: `Action ${item} of ${name}`,
        OwnerLookupId: ownerId,
        GroupLookupId: group.id,
        Stage: 'In progress',
        BaselineDue: '2022-12-16T12:00:00Z',
        ForecastDue: '2022-12-16T12:00:00Z',
        DuePrecision: 'Day',
      });
    }
  }
  await moveClock('PT0S');
  return people;
}
