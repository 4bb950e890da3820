import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TRUE_COLOUR = [8, 2, 0, 0, 0];
const NO_FILTER = 0;

/**
 * A PNG of upright stripes; the same picture is always the same bytes.
 * @param line the colour of each pixel of every line of it, `RRGGBB`
 * @param height pixels
 */
export function writeStripes(line: readonly string[], height: number): Uint8Array {
  const scanline = Uint8Array.from([NO_FILTER, ...line.flatMap((colour) => [...Buffer.from(colour, 'hex')])]);
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', joined([uint32(line.length), uint32(height), Uint8Array.from(TRUE_COLOUR)])),
    chunk('IDAT', zlibSync(joined(Array.from({ length: height }, () => scanline)), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  return joined([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
