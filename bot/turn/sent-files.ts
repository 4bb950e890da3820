import { z } from 'zod';
import type { IncomingActivity } from './incoming-activity.ts';

/** A file that somebody attached in their own chat: where to fetch it, without a token, for some minutes. */
export interface SentFile {
  readonly name: string;
  readonly downloadUrl: string;
}

/** What came with a message besides its words. */
export interface Sent {
  readonly files: readonly SentFile[];
  /** Pictures pasted into the message. */
  readonly hasImages: boolean;
  /** A file stands in the message, but Teams gives no way to fetch it: so in channels and group chats. */
  readonly hasOthers: boolean;
}

const DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';

/** Longer than any address SharePoint gives. */
const MAX_ADDRESS_LENGTH = 8_000;
const downloadInfoSchema = z.looseObject({ downloadUrl: z.string().min(1).max(MAX_ADDRESS_LENGTH) });

/** Reads what came with a message. @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
export const sentWith = ({ attachments }: IncomingActivity): Sent => {
  const all = attachments ?? [];
  return {
    files: all.flatMap(({ contentType, name, content }) => {
      const info = contentType === DOWNLOAD_INFO ? downloadInfoSchema.safeParse(content) : null;
      return info?.success ? [{ name: name ?? '', downloadUrl: info.data.downloadUrl }] : [];
    }),
    hasImages: all.some(({ contentType }) => contentType?.startsWith('image/')),
    // A quoted message is marked in the words as a file is.
    hasOthers:
      !all.some(({ contentType }) => contentType === 'messageReference') &&
      all.some(
        ({ contentType, content }) =>
          contentType === 'reference' ||
          (contentType === 'text/html' && typeof content === 'string' && content.includes('<attachment ')),
      ),
  };
};
