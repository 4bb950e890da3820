import type { ItemStory } from '../../plan/content.ts';
import { sampleItem, sampleOverview } from './sample-overview.ts';

/** Recommendation 2 with its history: a change with a reason, and the first word before it. */
export function sampleStory(): ItemStory {
  const [latest] = sampleOverview().changes;
  if (!latest) throw new Error('The sample plan has no changes.');
  return {
    asAtWords: 'Mon 21 Mar 2022, 09:00',
    isPast: false,
    item: sampleItem(2),
    fullText:
      'Protocols regarding Graduated Response from schools need to be drawn up, and agreed with every school.',
    evidenceUrl: 'https://example.sharepoint.com/sites/alp-improvement/protocols.docx',
    rowUrl: 'https://example.sharepoint.com/sites/alp-improvement/Lists/Recommendations/DispForm.aspx?ID=2',
    syncPending: true,
    signOffs: [
      {
        groupName: 'Parents and carers',
        decision: 'Agreed with conditions',
        conditions: 'Say it in plain words',
        dissent: 'Three thought it too slow',
        voices: 12,
        onWords: '10 Mar 2022',
        recordedByName: 'SEND group chair',
      },
    ],
    priorities: [
      {
        groupName: 'Parents and carers',
        rank: 2,
        words: 'Chosen by 8 of 12; always second.',
        onWords: '1 Mar 2022',
      },
    ],
    history: [
      latest,
      {
        ...latest,
        at: '2022-01-25T14:05:00Z',
        atWords: 'Tue 25 Jan 2022, 14:05',
        dayWords: 'Tue 25 Jan 2022',
        timeWords: '14:05',
        meetingWords: 'Schools, Tue 25 Jan 2022',
        changes: [{ field: 'Stage', from: 'Not started', to: 'In progress' }],
        reason: null,
        note: 'First draft is with four schools',
      },
    ],
  };
}
