import { RAGS, SCHEDULE_MEANINGS } from '../../glossary.ts';
import type { SectionRule } from '../about.ts';

/** What the colours mean, in the plan's own words. */
export const keySection: SectionRule = ({ plan }) => ({
  id: 'key',
  title: 'Key to the colours',
  words: `The dates’ colour is worked out; an item is late beyond ${plan.settings.toleranceDays} days after the date first promised. Confidence is stated by its owner. The worse of the two counts.`,
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
