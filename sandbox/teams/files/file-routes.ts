import type { Route, SandboxRequest, SandboxResponse } from '../../core/http.ts';
import type { World } from '../../core/world.ts';
import { downloadPathOf, fillFile, findFile } from './stored-files.ts';

/**
 * OneDrive, as far as a bot meets it: addresses that themselves let in. A token is of no use there and is refused, as
 * SharePoint refuses one that is meant for somebody else.
 */
export function fileRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/connector/files/:id/:name',
      area: 'teams',
      handler: (request) => refuseToken(request) ?? download(world, request),
    },
    {
      method: 'PUT',
      path: '/connector/files/:id',
      area: 'teams',
      handler: (request) => refuseToken(request) ?? upload(world, request),
    },
  ];
}

function download(world: World, { params }: SandboxRequest): SandboxResponse {
  const isGone = world.faults.strike('teams-file-gone') !== undefined;
  const file = isGone ? undefined : findFile(world, params.id ?? '');
  if (file?.content == null) return refuse(404, 'itemNotFound', 'The file is not there any more.');
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body: file.content,
  };
}

/** Takes a whole file in one piece. The place is gone once it is filled. */
function upload(world: World, { params, headers, body }: SandboxRequest): SandboxResponse {
  const place = findFile(world, params.id ?? '');
  if (place === undefined || place.content !== null)
    return refuse(404, 'itemNotFound', 'There is no such upload session, or it is complete.');
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(String(headers['content-range'] ?? ''));
  if (range === null)
    return refuse(400, 'invalidRequest', 'Content-Range is missing: "bytes 0-9/10" for 10 bytes.');
  const [first = 0, last = 0, total = 0] = range.slice(1).map(Number);
  if (last - first + 1 !== body.length || last >= total)
    return refuse(416, 'invalidRange', `Content-Range does not fit the ${body.length} bytes that came.`);
  if (body.length !== total) return refuse(501, 'notSupported', 'The sandbox takes files in one piece only.');
  fillFile(world, { id: place.id, content: body });
  const { id, name } = place;
  return { status: 201, body: { id, name, size: total, webUrl: downloadPathOf(place) } };
}

function refuseToken({ headers }: SandboxRequest): SandboxResponse | undefined {
  if (headers.authorization === undefined) return undefined;
  return refuse(
    401,
    'unauthenticated',
    'The address lets in by itself; a token sent here is a token given away.',
  );
}

function refuse(status: number, code: string, message: string): SandboxResponse {
  return { status, body: { error: { code, message } } };
}
