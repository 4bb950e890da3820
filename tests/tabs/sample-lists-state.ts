import type { ListsStateContent } from '../../plan/content.ts';

/** Lists of the sample plan in which something is to be put right. */
export function sampleListsState(): ListsStateContent {
  const attention = [
    'https://example.sharepoint.com/sites/alp/Lists/Owners/DispForm.aspx?ID=2',
    'javascript:alert(1)',
  ];
  return {
    kind: 'lists-state',
    planId: 'alp',
    planName: 'ALP improvement plan',
    siteUrl: 'https://example.sharepoint.com/sites/alp',
    troubles: [
      {
        list: 'Actions',
        code: 'COLUMN_MISSING',
        message: 'The list “Actions” has no column “Stage” any more.',
        remedy: 'Ask IT to run “npm run provision”.',
      },
      {
        list: null,
        code: 'SENDS_UNCLEAR',
        message: 'Teams did not say whether it took a message, so it may or may not have arrived.',
        remedy: 'Write “deliveries” to see for whom.',
      },
    ],
    attention: attention.map((rowUrl, index) => ({
      list: 'Owners',
      title: ['SEND group owner', ''][index] ?? '',
      messages: [
        'Email stands in another row too; one person, one row.',
        `${'A-very-long-word-'.repeat(12)} must be text.`,
      ],
      rowUrl,
    })),
    attentionCount: 12,
    waitingCount: 3,
    refused: [],
    refusedCount: 2,
    readAtWords: 'Mon 21 Mar 2022, 09:00',
    notified: true,
  };
}
