import type { SiteLists } from '../../graph/site-lists/types.ts';
import type { People } from '../../plan/import/people.ts';
import { idIn, type ListReport, NOT_YET, upsertRows } from './upsert-rows.ts';

/** Writes groups, people and who leads what into the lists, or says what that would do. */
export async function importPeople(
  siteLists: SiteLists,
  people: People,
  { apply }: { readonly apply: boolean },
): Promise<ListReport[]> {
  const common = { siteLists, apply };
  const groups = await upsertRows({
    ...common,
    list: 'Groups',
    identity: 'title',
    rows: people.groups.map(({ name, chair: _afterOwners, ...group }) => ({
      title: name,
      active: true,
      ...group,
    })),
  });
  const owners = await upsertRows({
    ...common,
    list: 'Owners',
    identity: 'email',
    rows: people.owners.map(({ name, groups: names, deputy: _afterOwners, ...owner }) => ({
      title: name,
      ...owner,
      groups: names.map((group) => idIn(groups, group)).filter((id) => id !== null),
    })),
  });
  // Chairs and deputies are owners themselves, so they can only be named once the owners are there.
  const chairs = await upsertRows({
    ...common,
    list: 'Groups',
    identity: 'title',
    rows: people.groups.map(({ name, chair }) => ({ title: name, chair: idIn(owners, chair) })),
  });
  const deputies = await upsertRows({
    ...common,
    list: 'Owners',
    identity: 'email',
    rows: people.owners.map(({ email, deputy }) => ({ email, deputy: idIn(owners, deputy) })),
  });
  const leads = await upsertRows({
    ...common,
    list: 'Recommendations',
    identity: 'number',
    rows: people.leads.map(({ number, group, owner }) => ({
      number,
      leadGroup: idIn(groups, group) ?? NOT_YET,
      owner: idIn(owners, owner) ?? NOT_YET,
    })),
  });
  return [merge(groups, chairs), merge(owners, deputies), leads];
}

/** Two passes over the same rows count once. */
function merge(first: ListReport, second: ListReport): ListReport {
  const touched = first.created + first.updated > 0;
  return touched ? first : { ...first, updated: second.updated, unchanged: first.unchanged - second.updated };
}
