import { isPlanManager } from './people.ts';
import type { Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Owner } from './rows.ts';

/** How many plan managers are named to whoever needs one. */
const NAMED_MANAGERS = 3;

/** The people picker gives the directory's id; somebody who has none in the plan is chosen by their row. */
export function personMeant(plan: Plan, said: string): Owner | null {
  const wanted = said.trim().toLowerCase();
  if (wanted === '') return null;
  const byId = plan.owners.find(({ entraObjectId }) => entraObjectId?.trim().toLowerCase() === wanted);
  return byId ?? indexOf(plan).owners.get(said.trim()) ?? null;
}

/** What a choice of people holds for somebody: see `personMeant`. */
export function personValue({ key, entraObjectId }: Owner): string {
  return entraObjectId?.trim().toLowerCase() || key;
}

/** Told of somebody who was chosen and is not in the plan. */
export function notInPlanWords(plan: Plan): string {
  return `This person is not in the plan yet. ${managersOf(plan)} can add them to the Owners list; then save again.`;
}

function managersOf(plan: Plan): string {
  const names = plan.owners.filter(isPlanManager).map(({ title }) => title);
  if (names.length === 0) return 'Whoever looks after the plan’s SharePoint site';
  return `The plan manager (${names.slice(0, NAMED_MANAGERS).join(' or ')})`;
}
