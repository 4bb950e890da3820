import { CLOCK_START } from '../../core/clock.ts';
import type { DirectoryTeam } from '../../core/directory.ts';
import { listTeams } from '../../teams/place-states.ts';
import { GraphError, notImplemented } from '../graph-error.ts';
import type { Graph, GraphAnswer, GraphCall, Operation } from '../operation.ts';
import { checkOptions, pickMembers, readSelect } from '../query/options.ts';

/** Channels and members of teams, from the directory. All channels are standard ones: a team's members are theirs. */
export const teamOperations: readonly Operation[] = [
  { method: 'GET', path: '/teams/:team/channels', units: 0, handle: getChannels },
  { method: 'GET', path: '/teams/:team/channels/:channel', units: 0, handle: getChannel },
  { method: 'GET', path: '/teams/:team/channels/:channel/members', units: 0, handle: getChannelMembers },
  { method: 'GET', path: '/teams/:team/members', units: 0, handle: getTeamMembers },
];

const MEMBERSHIP_FILTER = /^membershipType eq '(\w+)'$/;

function getChannels(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select', '$filter']);
  const team = findTeam(graph, call);
  const filter = call.query.get('$filter');
  const membershipType = MEMBERSHIP_FILTER.exec(filter ?? '')?.[1];
  if (filter !== null && membershipType === undefined)
    throw notImplemented(`the filter ${filter} on channels`);
  const value = team.channels
    .map((channel) => showChannel(graph, channel))
    .filter((channel) => membershipType === undefined || channel.membershipType === membershipType)
    .map((channel) => pickMembers(channel, readSelect(call.query)));
  return answerCollection(call, { context: `teams('${team.id}')/channels`, value });
}

function getChannel(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select']);
  const team = findTeam(graph, call);
  const channel = findChannel(team, call);
  const shown = pickMembers(showChannel(graph, channel), readSelect(call.query));
  const context = `${call.base}/$metadata#teams('${team.id}')/channels/$entity`;
  return { status: 200, body: { '@odata.context': context, ...shown } };
}

function getChannelMembers(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, []);
  const team = findTeam(graph, call);
  const channel = findChannel(team, call);
  return answerCollection(call, {
    context: `teams('${team.id}')/channels('${encodeURIComponent(channel.id)}')/members`,
    value: showMembers(graph, team),
  });
}

function getTeamMembers(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, []);
  const team = findTeam(graph, call);
  return answerCollection(call, { context: `teams('${team.id}')/members`, value: showMembers(graph, team) });
}

function answerCollection(
  { base }: GraphCall,
  { context, value }: { context: string; value: readonly unknown[] },
): GraphAnswer {
  return {
    status: 200,
    body: { '@odata.context': `${base}/$metadata#${context}`, '@odata.count': value.length, value },
  };
}

function findTeam({ world }: Graph, { params }: GraphCall): DirectoryTeam {
  const found = listTeams(world).find(({ id }) => id === params.team?.toLowerCase());
  if (found === undefined) throw notFound(`No team found with Group Id ${params.team}`);
  return found;
}

function findChannel(team: DirectoryTeam, { params }: GraphCall) {
  const found = team.channels.find(({ id }) => id === params.channel);
  if (found === undefined) throw notFound(`No thread found with id ${params.channel}`);
  return found;
}

function notFound(message: string): GraphError {
  return new GraphError({ status: 404, code: 'NotFound', message });
}

function showChannel({ world }: Graph, channel: { id: string; name: string }) {
  return {
    id: channel.id,
    createdDateTime: CLOCK_START.toString({ smallestUnit: 'millisecond' }),
    displayName: channel.name,
    description: null,
    email: '',
    tenantId: world.directory.tenantId,
    webUrl: `http://127.0.0.1:${world.config.port}/`,
    membershipType: 'standard',
  };
}

/** A member's id is opaque: it holds team and person, so it differs between teams. */
function showMembers({ world }: Graph, team: DirectoryTeam): Record<string, unknown>[] {
  return world.directory.personas
    .filter(({ id, inDirectory }) => inDirectory && team.members.includes(id))
    .map((person) => ({
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      id: Buffer.from(`${team.id}##${person.entraObjectId}`).toString('base64'),
      roles: person.roles.includes('Plan manager') ? ['owner'] : [],
      displayName: person.name,
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
      userId: person.entraObjectId,
      email: person.email,
      tenantId: world.directory.tenantId,
    }));
}
