import type { Owner } from '../../../plan/rows.ts';
import type { Database } from '../../../store/database.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import type { Actor } from '../../../workflow/use-cases.ts';
import { makeGroup, makeOwner, makeRecommendation } from '../../helpers/make-plan.ts';
import { putRows } from '../../workflow/helpers/fill-mirror.ts';
import { TENANT } from '../../workflow/helpers/make-deps.ts';
import { MARK, planIdOf } from './two-plans.ts';

/** People of plan A besides the one who may do everything: what each is in it. The meeting is that of the group `send`. */
const PEOPLE = {
  'plan manager': { roles: ['Plan manager'], groups: [] },
  chair: { roles: ['Chair'], groups: ['send'] },
  member: { roles: ['Member'], groups: ['send'] },
  'owner of an item': { roles: ['Member'], groups: [] },
  'member of another group': { roles: ['Member'], groups: ['data'] },
  'chair of another group': { roles: ['Chair'], groups: ['data'] },
  'chair of the board': { roles: ['Chair'], groups: ['board'] },
  'member of the board': { roles: ['Member'], groups: ['board'] },
  'member of a reference group': { roles: ['Member'], groups: ['parents'] },
  director: { roles: ['Director'], groups: [] },
} as const satisfies Readonly<Record<string, Pick<Owner, 'roles' | 'groups'>>>;

export type Role = keyof typeof PEOPLE;
export const ROLES = Object.keys(PEOPLE) as readonly Role[];

/** Who may do something in a group: who runs its meetings, and who takes part in them. */
export const RUNNING: readonly Role[] = ['plan manager', 'chair'];
export const TAKING_PART: readonly Role[] = [...RUNNING, 'member'];

/** Who records what the reference group decided. */
export const SIGNING_OFF: readonly Role[] = ['plan manager', 'member of a reference group'];

/** Who adds to the engagement log. */
export const RECORDING: readonly Role[] = [...SIGNING_OFF, 'chair', 'chair of another group'];

/** Who records what a measure stands at whose theme the group leads. */
export const READING: readonly Role[] = [...TAKING_PART, 'owner of an item'];

/** An item of the group that somebody outside the group owns. */
export const OWNED = { list: 'Recommendations', key: 'rec-9' } as const;

/** Puts all of them into plan A, with the groups they are in. */
export async function addRoles(database: Database): Promise<void> {
  const planId = planIdOf('a');
  const group = { title: MARK.a, chair: null, teamId: null, channelId: null };
  await putRows(database, planId, 'Groups', [makeGroup({ ...group, key: 'data', itemId: 21 })]);
  const owners = ROLES.map((role, index) =>
    makeOwner({ ...PEOPLE[role], key: role, itemId: 31 + index, title: MARK.a }),
  );
  await putRows(database, planId, 'Owners', owners);
  await putRows(database, planId, 'Recommendations', [
    makeRecommendation({ number: 9, title: MARK.a, owner: 'owner of an item' }),
  ]);
  await raisePlanVersion(database, planId);
}

/** Somebody in a role, as Teams would say it. */
export const actorIn = (role: Role): Actor => ({
  tenantId: TENANT,
  entraObjectId: makeOwner({ key: role }).entraObjectId,
  email: null,
});
