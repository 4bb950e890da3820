import type { ColourCounts, PaperBar } from '../content.ts';

/** Counts of recommendations as one bar, with everything it shows in words. */
export function countsBar({ complete, green, amber, red, undated }: ColourCounts): PaperBar {
  const parts: PaperBar['parts'] = [
    { label: 'Complete', count: complete, colour: 'Complete' },
    { label: 'Green', count: green, colour: 'Green' },
    { label: 'Amber', count: amber, colour: 'Amber' },
    { label: 'Red', count: red, colour: 'Red' },
    { label: 'No date', count: undated, colour: 'None' },
  ];
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const words = shown.map(({ label, count }) => `${count} ${label}`).join(', ');
  return {
    alternative: total === 0 ? 'No recommendations yet.' : `Of ${total} recommendations: ${words}.`,
    parts: shown,
  };
}
