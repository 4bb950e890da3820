import type { ExportedFile } from '../../workflow/use-cases.ts';
import type { RouteAnswer } from './route.ts';

/** Answers a file to keep, under its name. */
export function fileAnswer({ name, contentType, bytes }: ExportedFile): RouteAnswer {
  return {
    status: 200,
    headers: {
      'cache-control': 'no-store',
      'content-type': contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body: bytes,
  };
}
