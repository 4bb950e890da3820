import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and, in pictures that have it, alpha. */
export type Pixel = readonly number[];

/** A PNG whose every pixel is what `at` says; 4 numbers a pixel make it RGBA, 3 make it RGB. */
export function makePng(
  { width, height, bitDepth = 8 }: { width: number; height: number; bitDepth?: number },
  at: (x: number, y: number) => Pixel,
): Uint8Array {
  const colourType = at(0, 0).length === 4 ? 6 : 2;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colourType, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => at(x, y)).flat(),
  ]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
