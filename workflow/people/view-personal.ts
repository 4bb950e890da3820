import type { PersonalContent } from '../../plan/content.ts';
import { buildPersonal } from '../../plan/personal/personal-content.ts';
import { findPreferences } from '../../store/preferences.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor } from '../use-cases.ts';
import { requirePerson } from './require-person.ts';

/** How the person wants to be written to, and when they are away. */
export async function viewPersonal(
  deps: WorkflowDeps,
  { actor, submissionKey = deps.newKey() }: { readonly actor: Actor; readonly submissionKey?: string },
): Promise<PersonalContent> {
  const { everywhere, entraObjectId, today } = await requirePerson(deps, actor);
  const preferences = await findPreferences(deps.database, { tenantId: deps.tenantId, entraObjectId });
  return buildPersonal(everywhere, { preferences, today, submissionKey });
}
