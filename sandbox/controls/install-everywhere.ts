import type { World } from '../core/world.ts';
import { type Installed, installForPerson, installInTeam } from '../teams/client/install.ts';
import { listTeams } from '../teams/place-states.ts';
import type { InstallRequest, InstallResult } from './shapes.ts';

/** Installs the app in every team, then for every person of the plan; one at a time, as an administrator's policy does. */
export async function installEverywhere(world: World, { again }: InstallRequest): Promise<InstallResult> {
  const { personas } = world.directory;
  const results: Installed[] = [];
  for (const team of listTeams(world)) results.push(await installInTeam(world, { team, again }));
  for (const persona of personas.filter(({ roles }) => roles.length > 0))
    results.push(await installForPerson(world, { persona, again }));
  return {
    installed: results.filter(({ outcome }) => outcome === 'installed').length,
    already: results.filter(({ outcome }) => outcome === 'already').length,
    failed: results
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ subject, reason = 'The bot did not accept it.' }) => ({ subject, reason })),
  };
}
