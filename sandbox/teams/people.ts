import type { Persona } from '../core/directory.ts';
import type { World } from '../core/world.ts';

/** A person as Teams tells the bot of them: what `from` and the member lists hold. */
export interface TeamsMember {
  readonly id: string;
  readonly name: string;
  /** Both names are sent by Teams: the newer `aadObjectId`, and `objectId`, which botbuilder reads. */
  readonly aadObjectId: string;
  readonly objectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly userRole: 'user';
}

/** Finds a person by the sandbox's own id, as the controls name them. */
export function findPersona(world: World, personaId: string): Persona | undefined {
  return world.directory.personas.find(({ id }) => id === personaId);
}

/** Finds a person as a bot names them: by Entra object id or Teams id (`29:...`). */
export function findTeamsUser(world: World, userId: string): Persona | undefined {
  return world.directory.personas.find(
    ({ entraObjectId, teamsUserId }) => userId === entraObjectId || userId === teamsUserId,
  );
}

/** The bot as Teams calls it. */
export function botUserId({ directory }: World): string {
  return `28:${directory.botAppId}`;
}

/** The name under which the app is installed. */
export const BOT_NAME = 'Milepost';

export function toTeamsMember({ directory }: World, persona: Persona): TeamsMember {
  const [givenName = persona.name, ...rest] = persona.name.split(' ');
  return {
    id: persona.teamsUserId,
    name: persona.name,
    aadObjectId: persona.entraObjectId,
    objectId: persona.entraObjectId,
    givenName,
    surname: rest.join(' '),
    email: persona.email,
    userPrincipalName: persona.email,
    tenantId: directory.tenantId,
    userRole: 'user',
  };
}
