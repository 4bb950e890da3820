import { z } from 'zod';
import type { DirectorySite } from '../core/directory.ts';
import { HttpError } from '../core/http-error.ts';
import { SIGN_IN_NEEDS, TEAMS_REFUSALS } from '../core/sign-in/needs.ts';
import type { World } from '../core/world.ts';
import { requirePersona } from '../teams/client/access.ts';
import { isInstalled, teamSubject } from '../teams/installs.ts';
import { BOT_NAME } from '../teams/people.ts';
import { BodyError, type Control, readBody } from './control.ts';
import type { DirectoryView, SignInNeedRequest, SiteView, TokenRequest } from './shapes.ts';
import { toPersona } from './views.ts';

const tokenSchema: z.ZodType<TokenRequest> = z.strictObject({
  audience: z.enum(['graph', 'tab'], '"graph" or "tab"'),
  persona: z.string('the id of a persona, as GET /sandbox/personas lists them').optional(),
});

const needSchema: z.ZodType<SignInNeedRequest> = z.strictObject({
  persona: z.string('the id of a persona, as GET /sandbox/personas lists them'),
  need: z.enum(SIGN_IN_NEEDS, '"consent", "mfa", "approval" or null').nullable(),
});

/** Who and what there is, and tokens for them. */
export function directoryControls(world: World): Control[] {
  const { personas } = world.directory;
  return [
    { method: 'GET', path: '/personas', handler: () => personas.map(toPersona) },
    { method: 'GET', path: '/directory', handler: () => toDirectoryView(world) },
    {
      method: 'POST',
      path: '/token',
      handler: async (request) => ({ token: await issueToken(world, readBody(request, tokenSchema)) }),
    },
    {
      method: 'POST',
      path: '/sign-in-need',
      handler: (request) => {
        const { persona, need } = readBody(request, needSchema);
        requirePersona(world, persona);
        world.signInNeeds.set(persona, need);
        return { persona, need };
      },
    },
  ];
}

async function issueToken(world: World, { audience, persona }: TokenRequest): Promise<string> {
  if (persona !== undefined) requirePersona(world, persona);
  if (audience === 'tab' && persona === undefined)
    throw new BodyError('A tab token is a person\'s: say whose with "persona".', [
      'persona: the id of a persona, as GET /sandbox/personas lists them',
    ]);
  const need = audience === 'tab' && persona !== undefined ? world.signInNeeds.of(persona) : undefined;
  if (need !== undefined) throw new HttpError(403, TEAMS_REFUSALS[need]);
  return world.identity.issueToken({ audience, persona });
}

function toSiteView({ hostname, path, displayName, timeZone }: DirectorySite): SiteView {
  return { hostname, path, displayName, timeZone };
}

function toDirectoryView(world: World): DirectoryView {
  const { tenantId, tenantName, domain, botAppId, tabAppId, site, sites, personas, teams } = world.directory;
  return {
    tenant: { id: tenantId, name: tenantName, domain },
    bot: { appId: botAppId, name: BOT_NAME },
    tab: { appId: tabAppId },
    site: toSiteView(site),
    sites: sites.map(toSiteView),
    personas: personas.map(toPersona),
    teams: teams.map(({ id, threadId, name, channels, members }) => ({
      id,
      threadId,
      name,
      channels,
      members,
      installed: isInstalled(world, teamSubject(id)),
    })),
  };
}
