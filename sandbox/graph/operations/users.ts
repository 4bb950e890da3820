import type { Persona } from '../../core/directory.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { Graph, GraphAnswer, GraphCall, Operation } from '../operation.ts';
import { checkOptions, pickMembers, readSelect } from '../query/options.ts';

/** People of the tenant. */
export const userOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/users/:user',
    units: 0,
    handle: (graph, call) => answerUser(graph, { call, idText: call.params.user ?? '' }),
  },
  {
    method: 'GET',
    path: '/me',
    units: 0,
    handle(graph, call) {
      if (call.actor.kind === 'app')
        throw badRequest('/me request is only valid with delegated authentication flow.');
      return answerUser(graph, { call, idText: call.actor.objectId });
    },
  },
];

function answerUser({ world }: Graph, { call, idText }: { call: GraphCall; idText: string }): GraphAnswer {
  checkOptions(call.query, ['$select']);
  const wanted = idText.toLowerCase();
  const person = world.directory.personas.find(
    ({ entraObjectId, email, inDirectory }) => inDirectory && (entraObjectId === wanted || email === wanted),
  );
  if (person === undefined)
    throw new GraphError({
      status: 404,
      code: 'Request_ResourceNotFound',
      message: `Resource '${idText}' does not exist or one of its queried reference-property objects are not present.`,
    });
  const context = { '@odata.context': `${call.base}/$metadata#users/$entity` };
  const select = readSelect(call.query);
  const shown = select === undefined ? showUser(person) : { ...ONLY_WHEN_SELECTED, ...showUser(person) };
  return { status: 200, body: { ...context, ...pickMembers(shown, select) } };
}

/** Nobody here has them. */
const ONLY_WHEN_SELECTED = { city: null, department: null, postalCode: null };

function showUser(person: Persona): Record<string, unknown> {
  return {
    businessPhones: [],
    displayName: person.name,
    givenName: null,
    jobTitle: person.name,
    mail: person.email,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'en-GB',
    surname: null,
    userPrincipalName: person.email,
    id: person.entraObjectId,
  };
}
