import type { HistoryEntry } from '../../plan/content.ts';

export interface ChangeWordsProps {
  readonly changes: HistoryEntry['changes'];
}

/** `Forecast: Mar 2022 → Apr 2022`, one for each field that changed. */
export function ChangeWords({ changes }: ChangeWordsProps) {
  if (changes.length === 0) return <span>No change</span>;
  return changes.map(({ field, from, to }, index) => (
    <span key={field}>
      {index > 0 && ', '}
      {field}: {from ?? 'none'} → <strong>{to ?? 'none'}</strong>
    </span>
  ));
}
