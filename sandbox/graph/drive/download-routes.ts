import type { Route, SandboxRequest, SandboxResponse } from '../../core/http.ts';
import type { World } from '../../core/world.ts';
import type { StoredDocument } from '../store/documents.ts';
import { openGraphStore } from '../store/store.ts';

type Downloadable = Pick<StoredDocument, 'id' | 'name' | 'downloadKey'>;

/** Address from which anybody who was given it can have a document, as it is now. */
export function downloadUrlOf({ config }: World, { id, name, downloadKey }: Downloadable): string {
  return `http://127.0.0.1:${config.port}/download/${id}/${encodeURIComponent(name)}?tempauth=${downloadKey}`;
}

/** What a browser may show by itself without running anything. */
const SHOWN_TYPES = ['application/pdf', 'application/json', 'text/plain'];

/** SharePoint's own host, to which Graph sends whoever asks for the bytes of a document. */
export function downloadRoutes(world: World): Route[] {
  const { documents } = openGraphStore(world.db);
  return [
    {
      method: 'GET',
      path: '/download/:id/:name',
      area: 'graph',
      handler: (request) => {
        const document = documents.find(request.params.id ?? '');
        if (document === undefined || document.downloadKey !== request.query.get('tempauth'))
          return refuse(404, 'The file is not there any more, or the address has run out.');
        return refuseToken(request) ?? answer(document, documents.content(document.id), request);
      },
    },
  ];
}

/** With `show=1` (ours, for the page) the browser opens what it can. */
function answer(
  { name, mimeType }: StoredDocument,
  body: Buffer,
  { query }: SandboxRequest,
): SandboxResponse {
  const isShown = query.get('show') === '1' && SHOWN_TYPES.includes(mimeType);
  return {
    status: 200,
    headers: {
      'Content-Type': isShown ? mimeType : 'application/octet-stream',
      'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body,
    resourceUnits: 1,
  };
}

function refuseToken({ headers }: SandboxRequest): SandboxResponse | undefined {
  if (headers.authorization === undefined) return undefined;
  return refuse(401, 'The address lets in by itself; a token sent here is a token given away.');
}

function refuse(status: number, message: string): SandboxResponse {
  const code = status === 401 ? 'unauthenticated' : 'itemNotFound';
  return { status, body: { error: { code, message } } };
}
