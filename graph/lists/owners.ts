import { ROLES } from '../../plan/glossary.ts';
import { date, lookup, lookups, multiChoice, text } from './columns.ts';
import { defineList } from './define-list.ts';

/**
 * The people of the plan. Rows of their own, never person columns: an application can't add a person to a
 * site's user list through Graph.
 */
export const owners = defineList(
  'Owners',
  {
    email: text('Email', { indexed: true }),
    entraObjectId: text('EntraObjectId', { unique: true }),
    roles: multiChoice('Roles', ROLES),
    groups: lookups('Groups', 'Groups'),
    deputy: lookup('Deputy', 'Owners'),
    awayFrom: date('AwayFrom'),
    awayTo: date('AwayTo'),
  },
  { uniqueKey: 'entraObjectId' },
);
