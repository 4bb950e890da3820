import type { HistoryEntry } from '../../plan/content.ts';

export interface ChangeWordsProps {
  readonly changes: HistoryEntry['changes'];
}

/** `Forecast: Mar 2022 → Apr 2022`, a line for each field that changed. */
export function ChangeWords({ changes }: ChangeWordsProps) {
  if (changes.length === 0) return <div>No change</div>;
  return changes.map(({ field, from, to }) => (
    <div key={field}>
      {field}: {from ?? 'none'} → <strong>{to ?? 'none'}</strong>
    </div>
  ));
}
