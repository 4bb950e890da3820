import type { World } from '../../core/world.ts';
import { GraphError } from '../graph-error.ts';

/** As SharePoint says them; a locked document also with `resourceLocked` as its only code. */
const REFUSALS = {
  403: { code: 'accessDenied', message: 'Access denied' },
  423: {
    code: 'notAllowed',
    innerCode: 'resourceLocked',
    message: 'The resource you are attempting to access is locked',
  },
  507: { code: 'quotaLimitReached', message: 'The user has reached their quota limit.' },
} as const;

/**
 * Refuses a document when the `graph-document-refused` fault strikes it.
 * @throws GraphError 403, 423 or 507
 */
export function strikeDocument(world: World): void {
  const fault = world.faults.strike('graph-document-refused');
  if (fault === undefined) return;
  const status = fault.status === 423 || fault.status === 507 ? fault.status : 403;
  throw new GraphError({ status, ...REFUSALS[status] });
}
