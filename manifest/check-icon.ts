import type { IconKind } from './icon-kinds.ts';
import { type Png, readPng } from './read-png.ts';

const SOLID = 255;

/** Everything wrong with an icon, one plain line each. */
export function checkIcon({ icon, bytes }: { icon: IconKind; bytes: Uint8Array }): readonly string[] {
  try {
    const png = readPng(bytes);
    const look = icon.look === 'full' ? checkFull(png) : checkOutline(png);
    return [...checkSize(png, icon), ...look].map((fault) => `${icon.file} ${fault}`);
  } catch (error) {
    return [`${icon.file} ${error instanceof Error ? error.message : 'cannot be read'}`];
  }
}

function checkSize({ width, height }: Png, { size }: IconKind): readonly string[] {
  return width === size && height === size
    ? []
    : [`must be ${size} x ${size} pixels, and is ${width} x ${height}`];
}

function checkFull({ pixels }: Png): readonly string[] {
  const isSolid = pixels.every((value, index) => index % 4 !== 3 || value === SOLID);
  return isSolid ? [] : ['must fill its square: it has see-through pixels'];
}

function checkOutline({ pixels }: Png): readonly string[] {
  let [clear, visible, coloured] = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue, alpha] = pixels.subarray(at, at + 4);
    if (alpha === 0) clear += 1;
    else visible += 1;
    if (alpha !== 0 && (red !== SOLID || green !== SOLID || blue !== SOLID)) coloured += 1;
  }
  return [
    ...(clear === 0 ? ['must have a see-through background'] : []),
    ...(visible === 0 ? ['is empty'] : []),
    ...(coloured > 0 ? [`must be white only: ${coloured} pixels have a colour`] : []),
  ];
}
