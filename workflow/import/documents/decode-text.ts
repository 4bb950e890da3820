import { badFile } from './bad-file.ts';

/** Byte-order marks, and what they stand before. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How many bytes from the start on tell what kind of text it is. */
const SAMPLE_BYTES = 4_096;

/**
 * The text of a file: UTF-8 or UTF-16 where it says or shows so, else Windows-1252, as Excel for Windows writes.
 * @throws AppError `BAD_INPUT` for what is no text
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  const unmarked = utf16Without(bytes);
  if (unmarked !== null) return new TextDecoder(unmarked).decode(bytes);
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0))
    throw badFile(
      'is not one that Milepost can read. It reads Word (.docx), Excel (.xlsx), CSV and text: save it as one of these.',
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 without a mark shows by a zero in nearly every other byte. */
function utf16Without(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [high = 0, low = 0] = zeros;
  if (low > pairs * 0.7 && high < pairs * 0.1) return 'utf-16le';
  return high > pairs * 0.7 && low < pairs * 0.1 ? 'utf-16be' : null;
}
