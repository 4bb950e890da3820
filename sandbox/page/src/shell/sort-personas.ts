import type { Persona } from '../../../controls/shapes.ts';

/** Whom a newcomer meets first. */
const FIRST = 'send-owner';
/** People of groups, then those who look on from above, then the rest; people outside the plan last. */
const RANKS: readonly ((persona: Persona) => boolean)[] = [
  ({ id }) => id === FIRST,
  ({ groups }) => groups.includes('SEND'),
  ({ roles }) => roles.includes('Director'),
  ({ roles }) => roles.includes('Plan manager'),
  ({ roles }) => roles.length > 0,
];

/** The order of the switch: the newcomer's first person and group, directors, the plan manager, everybody else by name. */
export function sortPersonas(personas: readonly Persona[]): Persona[] {
  return personas.toSorted((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en-GB'));
}

function rankOf(persona: Persona): number {
  const rank = RANKS.findIndex((belongs) => belongs(persona));
  return rank < 0 ? RANKS.length : rank;
}
