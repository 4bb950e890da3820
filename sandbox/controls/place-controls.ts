import { z } from 'zod';
import type { World } from '../core/world.ts';
import { isBlocked, setBlocked } from '../teams/blocks.ts';
import { requirePersona } from '../teams/client/access.ts';
import { changeChannel, changeTeam, requireTeam } from '../teams/client/change-team.ts';
import { installForPerson, installInTeam } from '../teams/client/install.ts';
import { uninstallForPerson, uninstallFromTeam } from '../teams/client/uninstall.ts';
import { isInstalled, personSubject } from '../teams/installs.ts';
import { serviceUrlOf, setRegion } from '../teams/service-url.ts';
import { BodyError, type Control, readBody } from './control.ts';
import { textField } from './fields.ts';
import type {
  AppRequest,
  AppView,
  ChangedPlace,
  ChannelRequest,
  RegionRequest,
  RegionView,
  TeamRequest,
} from './place-shapes.ts';

const appSchema: z.ZodType<AppRequest> = z.strictObject({
  action: z.enum(['install', 'remove', 'block', 'unblock'], 'install, remove, block or unblock'),
});
const nameField = textField('its new name, with rename').optional();
const teamSchema: z.ZodType<TeamRequest> = z.strictObject({
  action: z.enum(
    ['archive', 'unarchive', 'delete', 'restore', 'rename', 'install', 'remove'],
    'archive, unarchive, delete, restore, rename, install or remove',
  ),
  name: nameField,
});
const channelSchema: z.ZodType<ChannelRequest> = z.strictObject({
  action: z.enum(['delete', 'restore', 'rename'], 'delete, restore or rename'),
  name: nameField,
});
const regionSchema: z.ZodType<RegionRequest> = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z]{2,10}$/, 'small letters, such as emea')
    .nullable(),
});

/** What becomes of teams, channels and people's app, and at which address Teams is reached. */
export function placeControls(world: World): Control[] {
  return [
    {
      method: 'GET',
      path: '/personas/:id/app',
      handler: ({ params }) => viewApp(world, requirePersona(world, params.id ?? '').id),
    },
    {
      method: 'POST',
      path: '/personas/:id/app',
      handler: (request) =>
        useApp(world, { personaId: request.params.id ?? '', ...readBody(request, appSchema) }),
    },
    {
      method: 'POST',
      path: '/teams/:id',
      handler: (request) =>
        useTeam(world, { teamId: request.params.id ?? '', ...requireName(readBody(request, teamSchema)) }),
    },
    {
      method: 'POST',
      path: '/channels/:id',
      handler: async (request): Promise<ChangedPlace> => {
        const { action, name } = requireName(readBody(request, channelSchema));
        const channelId = request.params.id ?? '';
        return { status: await changeChannel(world, { channelId, change: action, name }) };
      },
    },
    {
      method: 'POST',
      path: '/service-address',
      handler: (request): RegionView => {
        setRegion(world, readBody(request, regionSchema).region);
        return { serviceUrl: serviceUrlOf(world) };
      },
    },
  ];
}

async function useApp(
  world: World,
  { personaId, action }: AppRequest & { personaId: string },
): Promise<AppView> {
  const persona = requirePersona(world, personaId);
  if (action === 'install') await installForPerson(world, { persona });
  else if (action === 'remove') await uninstallForPerson(world, persona);
  else setBlocked(world, { personaId, blocked: action === 'block' });
  world.events.emit('places');
  return viewApp(world, personaId);
}

function viewApp(world: World, personaId: string): AppView {
  return { installed: isInstalled(world, personSubject(personaId)), blocked: isBlocked(world, personaId) };
}

async function useTeam(
  world: World,
  { teamId, action, name }: TeamRequest & { teamId: string },
): Promise<ChangedPlace> {
  if (action !== 'install' && action !== 'remove')
    return { status: await changeTeam(world, { teamId, change: action, name }) };
  const team = requireTeam(world, teamId);
  if (action === 'install') await installInTeam(world, { team });
  else await uninstallFromTeam(world, team);
  return { status: 200 };
}

/** @throws BodyError where a new name is wanted and there is none */
function requireName<Request extends TeamRequest | ChannelRequest>(request: Request): Request {
  if (request.action !== 'rename' || request.name !== undefined) return request;
  throw new BodyError('Say what it is called from now on.', ['name: text that is not empty']);
}
