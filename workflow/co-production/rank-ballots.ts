import { createHmac } from 'node:crypto';
import { directoryIdOf } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Group, Owner, RowKey } from '../../plan/rows.ts';
import { keepBallotSecret, readBallotSecret } from '../../store/ballot-secrets.ts';
import type { Queryable } from '../../store/database.ts';
import type { WorkflowDeps } from '../deps.ts';

/** How much of the hash stands in the list: 132 bits. */
const NAME_LENGTH = 22;

interface Ranker {
  readonly plan: Plan;
  readonly owner: Owner;
  readonly group: Group;
}

/**
 * The name of somebody's own ranking in a group: the same each time, and to whoever reads the list only a number. It is
 * made with a secret that stands in no list.
 */
export async function ownBallot(
  tx: Queryable,
  { newKey }: Pick<WorkflowDeps, 'newKey'>,
  ranker: Ranker,
): Promise<string> {
  return nameOf(await keepBallotSecret(tx, ranker.plan.id, newKey()), ranker);
}

/** The same by group, for whoever looks; empty while nobody has ranked in the plan. */
export async function ownBallots(
  db: Queryable,
  { plan, owner }: Omit<Ranker, 'group'>,
): Promise<ReadonlyMap<RowKey, string>> {
  const secret = await readBallotSecret(db, plan.id);
  if (secret === null) return new Map();
  return new Map(plan.groups.map((group) => [group.key, nameOf(secret, { plan, owner, group })]));
}

function nameOf(secret: string, { owner, group }: Ranker): string {
  const person = directoryIdOf(owner) ?? owner.key;
  return createHmac('sha256', secret)
    .update(`${group.key}\n${person}`)
    .digest('base64url')
    .slice(0, NAME_LENGTH);
}
