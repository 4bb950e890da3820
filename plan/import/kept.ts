import type { ImportList } from './imported.ts';

/** A value that stays although the file says otherwise. */
export interface KeptValue {
  readonly list: ImportList;
  readonly label: string;
  readonly field: string;
  readonly stands: string;
  readonly file: string;
}

/** So many are told one by one; more are told together, field by field. */
const ONE_BY_ONE = 10;
const LABELS_SHOWN = 12;

/** Tells which values stay as people entered them. */
export function keptDoubts(kept: readonly KeptValue[]): string[] {
  if (kept.length <= ONE_BY_ONE) {
    return kept.map(
      ({ label, field, stands, file }) =>
        `${label}, ${field} stays ${stands}, though the file says ${file}: what people entered in the list is kept.`,
    );
  }
  return [...Map.groupBy(kept, ({ list, field }) => `${list}, ${field}`)].map(([what, values]) => {
    const labels = values.slice(0, LABELS_SHOWN).map(({ label }) => label.replace(/^Recommendation /, ''));
    const more = values.length - labels.length;
    return `${what} of ${values.length} rows stays as people entered it in the list, though the file says otherwise: ${labels.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  });
}
