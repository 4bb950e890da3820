import { encodingFor, LEAST_PACKED_BYTES, pack } from './encodings.ts';
import type { Route, RouteAnswer, RouteRequest } from './route.ts';
import { readTabBuild } from './tab-build.ts';

/** A route as the tab asks it: it says which build of the tab belongs to it, and packs what is large. */
export function asApiRoute(route: Route): Route {
  return {
    ...route,
    async handle(request) {
      const build = await readTabBuild();
      if (build !== null) request.raw.response.setHeader('x-milepost-build', build);
      const answer = await route.handle(request);
      return answer === 'answered' ? answer : packed(answer, request);
    },
  };
}

/** Packs JSON; files that are made to be kept are packed already. */
async function packed(answer: RouteAnswer, { headers }: RouteRequest): Promise<RouteAnswer> {
  const { body } = answer;
  if (body === undefined || body instanceof Uint8Array) return answer;
  const isJson = typeof body !== 'string';
  const bytes = Buffer.from(isJson ? JSON.stringify(body) : body);
  const encoding = bytes.byteLength < LEAST_PACKED_BYTES ? null : encodingFor(headers['accept-encoding']);
  return {
    ...answer,
    headers: {
      ...(isJson ? { 'content-type': 'application/json; charset=utf-8' } : {}),
      vary: 'accept-encoding',
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
      ...answer.headers,
    },
    body: encoding === null ? bytes : await pack(bytes, encoding, 'quick'),
  };
}
