import type { PlanSettingsContent, SettingsSaved } from '../../plan/content.ts';
import { buildSettings } from '../../plan/settings/build-settings.ts';
import { makeGroup, makeOwner, makePlan } from '../helpers/make-plan.ts';

/** What the server says may be set in the sample plan, with one value that people typed and that can't be meant. */
export function sampleSettings(): PlanSettingsContent {
  const plan = makePlan({
    id: 'alp',
    settingRows: [
      { key: 's1', itemId: 1, title: 'Tolerance in days', value: 'two weeks', meaning: null },
      { key: 's2', itemId: 2, title: 'Closing time', value: '16:30', meaning: null },
    ],
    groups: [
      makeGroup(),
      makeGroup({ key: 'data', itemId: 2, title: 'Data', chair: null, channelId: null, teamId: null }),
      makeGroup({
        key: 'board',
        itemId: 3,
        title: 'SEND Improvement Board',
        kind: 'Board',
        everyWeeks: null,
        everyMonths: 2,
        channelId: 'channel-3',
      }),
    ],
    owners: [
      makeOwner(),
      makeOwner({ key: 'chair', itemId: 2, title: 'SEND group chair', roles: ['Member', 'Chair'] }),
      makeOwner({ key: 'manager', itemId: 3, title: 'Plan manager', roles: ['Plan manager'], groups: [] }),
    ],
  });
  const seen = [
    { teamId: 'team-1', channelId: 'channel-1', channelName: 'SEND', teamName: 'ALP programme' },
    { teamId: 'team-1', channelId: 'channel-2', channelName: 'Data', teamName: 'ALP programme' },
  ];
  return buildSettings(
    plan,
    seen,
    (list, { itemId }) => `${plan.siteUrl}/Lists/${list}/DispForm.aspx?ID=${itemId}`,
  );
}

/** What comes back where everything was taken. */
export function saved(key: string | null, settings: PlanSettingsContent): SettingsSaved {
  return { words: 'Saved. It is on its way to SharePoint.', key, problems: [], meanwhile: [], settings };
}
