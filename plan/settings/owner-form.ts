import type { FormProblem } from '../content.ts';
import { ROLES, type Role } from '../glossary.ts';
import { isPlanManager } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { Owner } from '../rows.ts';
import { readFields } from './form-fields.ts';

/** What stands in the form of a person. */
export interface OwnerForm extends Readonly<Record<string, string | readonly string[]>> {
  readonly title: string;
  readonly email: string;
  readonly entraObjectId: string;
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  readonly deputy: string;
  readonly awayFrom: string;
  readonly awayTo: string;
}

export type OwnerValues = Omit<Owner, 'key' | 'itemId'>;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ENTRA_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const NEW_OWNER: OwnerForm = {
  title: '',
  email: '',
  entraObjectId: '',
  roles: [],
  groups: [],
  deputy: '',
  awayFrom: '',
  awayTo: '',
};

export function ownerForm(owner: Owner): OwnerForm {
  return {
    title: owner.title,
    email: owner.email ?? '',
    entraObjectId: owner.entraObjectId ?? '',
    roles: owner.roles,
    groups: owner.groups,
    deputy: owner.deputy ?? '',
    awayFrom: owner.awayFrom ?? '',
    awayTo: owner.awayTo ?? '',
  };
}

/** Judges the form of a person. @param owner the one it is about; `null` for a new one */
export function judgeOwner(
  plan: Plan,
  form: OwnerForm,
  owner: Owner | null,
): { readonly problems: readonly FormProblem[]; readonly values: OwnerValues } {
  const fields = readFields(form);
  const others = plan.owners.filter(({ key }) => key !== owner?.key);
  const title = fields.title('title', { missing: 'Type the person’s name.', taken: [] });
  const email = fields.text('email') || null;
  const entraObjectId = fields.text('entraObjectId').toLowerCase() || null;
  if (email !== null && !EMAIL.test(email))
    fields.refuse('email', 'Type a whole e-mail address, like name@example.org.');
  if (entraObjectId !== null && !ENTRA_ID.test(entraObjectId))
    fields.refuse(
      'entraObjectId',
      'This is 32 letters and digits with hyphens, as Microsoft Entra shows it under “Object ID”.',
    );
  if (email === null && entraObjectId === null)
    fields.refuse('email', 'Type an e-mail address or an Entra object ID, or nobody can be recognised.');
  const sameEmail = others.find((other) => email !== null && lower(other.email) === email.toLowerCase());
  if (sameEmail !== undefined)
    fields.refuse('email', `This is the address of ${sameEmail.title}. One person, one row.`);
  const sameId = others.find(
    (other) => entraObjectId !== null && lower(other.entraObjectId) === entraObjectId,
  );
  if (sameId !== undefined)
    fields.refuse('entraObjectId', `This is the ID of ${sameId.title}. One person, one row.`);

  const roles = fields.several('roles').filter((role): role is Role => ROLES.some((known) => known === role));
  if (roles.length < fields.several('roles').length)
    fields.refuse('roles', `Choose among ${ROLES.join(', ')}.`);
  if (
    owner !== null &&
    isPlanManager(owner) &&
    !roles.includes('Plan manager') &&
    !others.some(isPlanManager)
  )
    fields.refuse('roles', `${owner.title} is the last plan manager. Make somebody else plan manager first.`);
  const groups = fields.several('groups').filter((key) => plan.groups.some((group) => group.key === key));
  // A group that was there and is gone can't be unticked.
  const chosen = fields.several('groups').filter((key) => owner?.groups.includes(key) !== true);
  if (!chosen.every((key) => groups.includes(key)))
    fields.refuse('groups', 'One of these groups is no longer in the plan. Choose again.');

  const deputy = fields.choice(
    'deputy',
    others.map(({ key }) => key),
    'Choose somebody else of this plan, or nobody.',
  );
  const awayFrom = fields.day('awayFrom');
  const awayTo = fields.day('awayTo');
  if (awayFrom !== null && awayTo !== null && awayTo < awayFrom)
    fields.refuse('awayTo', 'The last day can’t be before the first.');
  return {
    problems: fields.problems,
    values: { title, email, entraObjectId, roles, groups, deputy, awayFrom, awayTo },
  };
}

function lower(text: string | null): string | null {
  return text?.trim().toLowerCase() || null;
}
