import { inflateSync } from 'node:zlib';

/** A decoded picture. */
export interface Png {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, alpha; rows from the top. */
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEADER_LENGTH = 13;
/** Bytes a pixel by PNG colour type: 2 is RGB, 6 is RGB with alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Reads a PNG of 8 bits a channel, in colour, not interlaced: what browsers and drawing programs write.
 *
 * @throws Error that says why, for anything else.
 * @see https://www.w3.org/TR/png-3/
 */
export function readPng(bytes: Uint8Array): Png {
  const file = Buffer.from(bytes);
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('is not a PNG file');
  const chunks = readChunks(file);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header?.length !== HEADER_LENGTH) throw new Error('has no PNG header');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS[header[9] ?? -1];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) {
    throw new Error('must be saved in 8-bit RGB or RGBA, not interlaced');
  }
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const raw = unfilter({ data: inflateSync(packed), width, height, channels });
  return { width, height, pixels: channels === 4 ? raw : addAlpha(raw) };
}

function readChunks(file: Buffer): readonly { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  // A chunk is: length (4), type (4), data, checksum (4).
  for (let at = SIGNATURE.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

/** Undoes the per-row filters: each byte was written as its difference from bytes left, above, and above left. */
function unfilter({
  data,
  width,
  height,
  channels,
}: {
  data: Buffer;
  width: number;
  height: number;
  channels: number;
}): Uint8Array {
  const stride = width * channels;
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? (out[y * stride + x - channels] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const upLeft = y > 0 && x >= channels ? (out[(y - 1) * stride + x - channels] ?? 0) : 0;
      const written = data[y * (stride + 1) + 1 + x] ?? 0;
      out[y * stride + x] = written + predict({ filter, left, up, upLeft });
    }
  }
  return out;
}

function predict({ filter, left, up, upLeft }: { filter: number; left: number; up: number; upLeft: number }) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  // Paeth: whichever of the three is nearest to their plane.
  const plane = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [Math.abs(plane - left), Math.abs(plane - up), Math.abs(plane - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

function addAlpha(rgb: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((rgb.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel * 3 < rgb.length; pixel++) {
    pixels.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return pixels;
}
