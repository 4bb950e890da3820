import { zlibSync } from 'fflate';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TRUE_COLOUR = [8, 2, 0, 0, 0];

/**
 * A PNG of `width` × `height` pixels; the same picture is always the same bytes.
 * @param colourAt `RRGGBB` of a pixel
 */
export function writePng(
  { width, height }: { width: number; height: number },
  colourAt: (x: number, y: number) => string,
): Uint8Array {
  const lineLength = 1 + 3 * width;
  const pixels = new Uint8Array(lineLength * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = Number.parseInt(colourAt(x, y), 16);
      pixels.set([colour >> 16, (colour >> 8) & 255, colour & 255], y * lineLength + 1 + 3 * x);
    }
  }
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', joined([uint32(width), uint32(height), Uint8Array.from(TRUE_COLOUR)])),
    chunk('IDAT', zlibSync(pixels, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  return joined([uint32(data.length), body, uint32(checksum(body))]);
}

function uint32(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

/** CRC-32, by which a PNG's chunks are checked. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
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
