import { unzipSync, zipSync } from 'fflate';
import { badFile } from './bad-file.ts';

/** A Word file of a thousand pages has under 50 parts of text; a workbook has some for each sheet. */
const MAX_ENTRIES = 5_000;

/** All parts together, unpacked. Plans have under 5 MB. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

/** Parts that hold text; pictures and the like are never unpacked. */
const TEXT_PART = /\.(xml|rels|csv|txt)$/i;

/** The parts of a packed file that hold text, by their path in it. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks what holds text. The sizes that the file gives of itself are its limit: a part that unpacks to more than it
 * says is cut off there.
 * @throws AppError `BAD_INPUT` for a damaged file, and for one made to fill the memory
 */
export function openZip(bytes: Uint8Array): Parts {
  let entries = 0;
  let unpackedBytes = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (entries > MAX_ENTRIES) throw new TooLarge();
        if (!TEXT_PART.test(name)) return false;
        unpackedBytes += originalSize;
        if (unpackedBytes > MAX_UNPACKED_BYTES) throw new TooLarge();
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof TooLarge)
      throw badFile('unpacks to far more than a plan can hold. Copy the plan into a new file and send that.');
    throw badFile(
      'is damaged and cannot be unpacked. Open it in Office, save it again and send that.',
      cause,
    );
  }
}

/** Packs parts again, so that a library reads only what was let through. */
export function packParts(parts: Parts): Uint8Array {
  return zipSync({ ...parts }, { level: 0 });
}

class TooLarge extends Error {}
