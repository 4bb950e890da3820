import type { PlanSettingsContent, SettingsRow } from '../content.ts';
import { groupName } from '../items.ts';
import { rhythmWords } from '../meetings/rhythm-words.ts';
import type { Plan } from '../plan.ts';
import type { Group, Owner } from '../rows.ts';
import { channelChoices, type SeenChannel } from './channel-choices.ts';
import { groupForm } from './group-form.ts';
import { ownerForm } from './owner-form.ts';
import { settingFields } from './settings-form.ts';

/** Everything a plan manager may set, as it stands. @param addressOf the page of a row in SharePoint */
export function buildSettings(
  plan: Plan,
  seen: readonly SeenChannel[],
  addressOf: (list: 'Groups' | 'Owners', row: Group | Owner) => string | null,
): PlanSettingsContent {
  return {
    planId: plan.id,
    planName: plan.name,
    settings: settingFields(plan.settingRows),
    groups: plan.groups.toSorted(byTitle).map((group) => ({
      ...rowOf(group, [
        group.active === false ? 'Not active' : group.kind,
        rhythmWords(group, plan.settings) ?? 'No rhythm',
        group.channelId === null ? 'No channel' : null,
      ]),
      isBoard: group.kind === 'Board',
      values: groupForm(group),
      rowUrl: addressOf('Groups', group),
    })),
    owners: plan.owners.toSorted(byTitle).map((owner) => ({
      ...rowOf(owner, [
        owner.roles.join(', '),
        owner.groups.flatMap((key) => groupName(plan, key) ?? []).join(', '),
      ]),
      values: ownerForm(owner),
      rowUrl: addressOf('Owners', owner),
    })),
    channels: channelChoices(plan, seen),
  };
}

function rowOf(
  { key, title }: Group | Owner,
  words: readonly (string | null)[],
): Pick<SettingsRow, 'key' | 'name' | 'words'> {
  return {
    key,
    name: title.trim() === '' ? 'Without a name' : title,
    words: words.filter((word) => word !== null && word !== '').join(' · '),
  };
}

function byTitle(one: Group | Owner, other: Group | Owner): number {
  return one.title.localeCompare(other.title, 'en');
}
