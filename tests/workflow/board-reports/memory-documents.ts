import type { SiteDocuments } from '../../../graph/documents/site-documents.ts';
import { GraphRequestError } from '../../../graph/graph-request-error.ts';

/** Stands where a site's library is: keeps what is put there, and refuses what a test tells it to. */
export interface MemoryDocuments extends SiteDocuments {
  /** May be replaced by a test. */
  read: SiteDocuments['read'];
  /** By path. */
  readonly files: Map<string, Uint8Array>;
  /** Every upload that was asked for, by path. */
  readonly uploads: string[];
  /** Thrown for an upload where it is something; a throw of its own is a process that dies. */
  refusal: ((path: string) => Error | null) | null;
}

export function createMemoryDocuments(): MemoryDocuments {
  const files = new Map<string, Uint8Array>();
  const uploads: string[] = [];
  const documents: MemoryDocuments = {
    files,
    uploads,
    refusal: null,
    async upload({ path, bytes }) {
      uploads.push(path);
      const refusal = documents.refusal?.(path) ?? null;
      if (refusal !== null) throw refusal;
      files.set(path, bytes);
      return { id: `id of ${path}`, webUrl: `https://alp.example/${encodeURI(path)}` };
    },
    async read(path) {
      const bytes = files.get(path);
      return bytes === undefined ? null : { bytes };
    },
  };
  return documents;
}

/** What Graph answers that refuses. */
export function refusedWith(status: number | null): GraphRequestError {
  return new GraphRequestError({
    method: 'PUT',
    path: '/drives/x',
    status,
    graphCode: status === null ? 'network' : `code ${status}`,
    requestId: null,
    reason: 'refused in a test',
    retryAfterMs: null,
    location: null,
    maybeDone: false,
  });
}
