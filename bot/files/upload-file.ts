import { outcomeOfFault } from '../connector/send-failure.ts';
import { isAllowedFileAddress } from './file-addresses.ts';
import type { FileSettings } from './file-settings.ts';

/** What became of storing a file. `ambiguous`: it may be there. `code` is for the log. */
export type Upload =
  | { readonly status: 'stored' }
  | { readonly status: 'not allowed' | 'refused' | 'ambiguous'; readonly code: string };

/**
 * Puts a whole file to the address Teams gave for it, once. No token goes with it: the address itself lets in.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export const uploadFile = async (
  address: string,
  bytes: Uint8Array,
  settings: FileSettings,
): Promise<Upload> => {
  if (!isAllowedFileAddress(address, settings.fileUrls)) {
    return { status: 'not allowed', code: 'AddressNotAllowed' };
  }
  try {
    const response = await fetch(address, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      },
      body: Uint8Array.from(bytes),
      redirect: 'manual',
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    await response.body?.cancel();
    return outcomeOfStatus(response.status);
  } catch (fault) {
    const { status, code } = outcomeOfFault(fault);
    return { status: status === 'throttled' ? 'refused' : 'ambiguous', code };
  }
};

/** 202 would mean that more of the file is awaited, and it was sent whole. */
const outcomeOfStatus = (status: number): Upload => {
  if (status === 200 || status === 201) return { status: 'stored' };
  const code = `HTTP${status}`;
  return status >= 500 || status === 408 ? { status: 'ambiguous', code } : { status: 'refused', code };
};
