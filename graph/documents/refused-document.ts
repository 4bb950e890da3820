import { AppError } from '../../plan/errors.ts';
import { GraphRequestError } from '../graph-request-error.ts';

/** What to do about a refusal, by its status. */
const REMEDIES: Readonly<Record<number, string>> = {
  403: 'SharePoint does not let Milepost put documents into the site. Ask an administrator to grant Milepost the role “write” on the site, then try again.',
  404: 'The site has no document library that Milepost can find. Ask an administrator to make one in the site, then try again.',
  409: 'SharePoint has a folder of the same name where the document should be. Rename that folder, then try again.',
  413: 'The document is too large for SharePoint.',
  423: 'The document is checked out, or open and locked, in SharePoint. Close it or check it in, then try again.',
  507: 'The site has no room left for documents. Ask an administrator for more storage, or delete what is no longer needed, then try again.',
};

/** The error as it is, with words that say what to do where somebody can do something. */
export function refusedDocument(error: unknown, path: string): unknown {
  if (!(error instanceof GraphRequestError)) return error;
  const userMessage = error.status === null ? undefined : REMEDIES[error.status];
  if (userMessage === undefined) return error;
  const { code, details } = error;
  return new AppError({
    code,
    message: error.message,
    userMessage: `${userMessage} (${path})`,
    details,
    cause: error,
  });
}
