import { badRequest, invalidRequest } from '../graph-error.ts';

/** `/drives/{id}/root:/{path}`, which may go on after a second colon. */
const BY_PATH = /^\/drives\/([^/]+)\/root:\/([^:]+?)\/?(?::(\/.*)?)?$/;

/** Turns an address by path (`/drives/x/root:/a/b:/content`) into `/drives/x/at/a%2Fb/content`; other addresses stay. */
export function resolveDrivePath(address: string): string {
  const match = BY_PATH.exec(address);
  if (match === null) return address;
  const [, drive = '', path = '', rest = ''] = match;
  return `/drives/${drive}/at/${encodeURIComponent(path)}${rest}`;
}

/**
 * The names along a path that is still encoded.
 * @throws GraphError 400 for one that no document may have
 */
export function namesOf(path: string): readonly string[] {
  const names = path.split('/').map(decode);
  if (!names.every(isName)) throw invalidRequest('The provided name cannot contain any special characters.');
  return names;
}

/** @see https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa */
function isName(name: string): boolean {
  return name.trim() === name && !/^$|["*:<>?/\\|\p{Cc}]|\.$|^~\$|_vti_|^(\.lock|desktop\.ini)$/iu.test(name);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badRequest('The address is badly encoded.');
  }
}
