import type { IncomingMessage } from 'node:http';
import { AppError } from '../../plan/errors.ts';

/**
 * Reads the body of a request as it is, into memory and no further than may be.
 * @param mostBytes more is refused at once where it is announced, else as soon as it comes
 * @param tooLarge what to throw then
 * @throws AppError `BAD_INPUT` where the body breaks off
 */
export function readBytes(
  request: IncomingMessage,
  { mostBytes, tooLarge }: { readonly mostBytes: number; readonly tooLarge: () => AppError },
): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size <= mostBytes) return void chunks.push(chunk);
      // What still comes is let go, so that the answer can be read.
      chunks.length = 0;
      reject(tooLarge());
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(brokenOff()));
    request.once('close', () => reject(brokenOff()));
  });
}

function brokenOff(): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: 'the body broke off',
    userMessage: 'The file did not arrive whole. Please send it again.',
  });
}
