import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body may be packed, what packs better first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** `quick`: for what is packed with every answer. `small`: for what is packed once and sent often. */
export type Effort = 'quick' | 'small';

/** Anything smaller fits into one packet as it is. */
export const LEAST_PACKED_BYTES = 1_024;

const BROTLI_QUALITY: Readonly<Record<Effort, number>> = { quick: 4, small: 9 };
const GZIP_LEVEL: Readonly<Record<Effort, number>> = { quick: 4, small: 9 };

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

/** Packs a body; outside the thread that answers. */
export function pack(body: Uint8Array, encoding: Encoding, effort: Effort): Promise<Uint8Array> {
  if (encoding === 'gzip') return packGzip(body, { level: GZIP_LEVEL[effort] });
  return packBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[effort],
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
}

/** What an asker takes, the best of it: `gzip, br;q=0` is `gzip`; `null` = as it stands. */
export function encodingFor(acceptEncoding: string | string[] | undefined): Encoding | null {
  const taken = new Map(
    String(acceptEncoding ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...rest] = part.split(';').map((word) => word.trim());
        const weight = rest.find((word) => word.startsWith('q='))?.slice(2);
        return [name, Number(weight ?? 1) > 0];
      }),
  );
  return ENCODINGS.find((name) => taken.get(name) ?? taken.get('*') ?? false) ?? null;
}
