import { outcomeOfFault } from '../connector/send-failure.ts';
import { isAllowedFileAddress } from './file-addresses.ts';
import type { FileSettings } from './file-settings.ts';

/** Largest file that is read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** SharePoint may send a reader on once or twice. */
const MOST_REDIRECTS = 3;

/** What became of fetching a file. `code` is for the log. */
export type Download =
  | { readonly status: 'fetched'; readonly bytes: Uint8Array }
  | {
      readonly status: 'not allowed' | 'gone' | 'too large' | 'failed';
      readonly code: string;
    };

/**
 * Fetches a file from the address Teams gave for it, once, and no more of it than is allowed. No token goes with it:
 * the address itself lets in. Every address on the way is checked.
 */
export const downloadFile = async (address: string, settings: FileSettings): Promise<Download> => {
  const signal = AbortSignal.timeout(settings.timeoutMs);
  try {
    let url = address;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      if (!isAllowedFileAddress(url, settings.fileUrls)) return failed('not allowed', 'AddressNotAllowed');
      const response = await fetch(url, { redirect: 'manual', signal });
      const next = response.status >= 300 && response.status < 400 && response.headers.get('location');
      if (!next) return await readFile(response);
      await response.body?.cancel();
      url = new URL(next, url).href;
    }
    return failed('failed', 'TooManyRedirects');
  } catch (fault) {
    return failed('failed', outcomeOfFault(fault).code);
  }
};

const readFile = async (response: Response): Promise<Download> => {
  const { status } = response;
  const isTooLarge = Number(response.headers.get('content-length')) > MAX_FILE_BYTES;
  if (!response.ok || isTooLarge || !response.body) {
    await response.body?.cancel();
    if (isTooLarge) return failed('too large', 'TooLarge');
    return failed(status === 404 || status === 410 ? 'gone' : 'failed', `HTTP${status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted as it comes: what an answer says of its own size is not to be relied on. Leaving the loop ends it.
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) return failed('too large', 'TooLarge');
    chunks.push(chunk);
  }
  return { status: 'fetched', bytes: Buffer.concat(chunks) };
};

const failed = (status: Exclude<Download['status'], 'fetched'>, code: string): Download => ({ status, code });
