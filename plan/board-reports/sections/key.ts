import { RAGS, SCHEDULE_MEANINGS } from '../../glossary.ts';
import type { SectionRule } from '../about.ts';

/** What the colours mean, in the plan's own words. */
export const keySection: SectionRule = ({ plan }) => ({
  id: 'key',
  title: 'Key to the colours',
  words: `The worse of the two counts; the plan tolerates ${plan.settings.toleranceDays} days.`,
  tables: [
    {
      caption: 'What each colour means',
      columns: ['Colour', 'Dates', 'Confidence'],
      rows: RAGS.map((rag) => [
        { text: rag, colour: rag },
        { text: SCHEDULE_MEANINGS[rag] },
        { text: plan.settings.confidenceMeanings[rag] },
      ]),
    },
  ],
  sources: [],
  isInternal: false,
});
