import { AppError } from '../../plan/errors.ts';

/** What SharePoint takes of a path, decoded, from the site on. */
const LONGEST_PATH = 400;
const FORBIDDEN_PATTERN = /["*:<>?\\|\p{Cc}]/u;

/**
 * Address of a document by its path in a library, each part encoded.
 * @throws AppError `BAD_INPUT` for a path that SharePoint would refuse, or take for another
 */
export function drivePath(driveId: string, path: string): string {
  const parts = path.split('/');
  const isFine =
    path.length <= LONGEST_PATH &&
    parts.every(
      (part) => part.trim() === part && part !== '' && !part.endsWith('.') && !FORBIDDEN_PATTERN.test(part),
    );
  if (!isFine) throw badPath();
  return `/drives/${encodeURIComponent(driveId)}/root:/${parts.map(encodeURIComponent).join('/')}`;
}

const badPath = (): AppError =>
  new AppError({
    code: 'BAD_INPUT',
    message: `A document's path is one SharePoint does not take: at most ${LONGEST_PATH} characters, and none of " * : < > ? \\ |`,
    userMessage: 'The document has a name that SharePoint does not take.',
  });
