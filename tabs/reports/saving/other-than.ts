import type { Begin } from './section-saver.ts';

/** Of what was left unsaved only what does not stand there by now: it may have arrived after all. */
export function otherThan(standing: readonly Begin[], left: readonly Begin[]): readonly Begin[] {
  return left.filter((one) => {
    const now = standing.find(({ section }) => section === one.section);
    return now !== undefined && (now.text !== one.text || now.isInternal !== one.isInternal);
  });
}
