import { ITEM_LISTS, SIGN_OFF_DECISIONS } from '../../plan/glossary.ts';
import { choice, date, lookup, note, number } from './columns.ts';
import { defineList } from './define-list.ts';

/** What reference groups and boards decided about an item. */
export const signOffs = defineList(
  'Sign-offs',
  {
    itemList: choice('ItemList', ITEM_LISTS),
    itemNumber: number('ItemId', { indexed: true }),
    group: lookup('Group', 'Groups'),
    decision: choice('Decision', SIGN_OFF_DECISIONS),
    conditions: note('Conditions'),
    dissent: note('Dissent'),
    voices: number('Voices'),
    on: date('On'),
    recordedBy: lookup('RecordedBy', 'Owners'),
  },
  { keyIn: 'entryKey' },
);
