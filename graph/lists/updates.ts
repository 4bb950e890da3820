import { ITEM_LISTS, RAGS, STAGES } from '../../plan/glossary.ts';
import { choice, date, dateTime, lookup, note, number, text } from './columns.ts';
import { defineList } from './define-list.ts';

/** Everything that was ever said of an item; appended to, never changed. */
export const updates = defineList(
  'Updates',
  {
    itemList: choice('ItemList', ITEM_LISTS),
    itemNumber: number('ItemId', { indexed: true }),
    meeting: lookup('Meeting', 'Meetings', { indexed: true }),
    by: lookup('By', 'Owners'),
    at: dateTime('At', { indexed: true }),
    stage: choice('Stage', STAGES),
    confidence: choice('Confidence', RAGS),
    forecastDue: date('ForecastDue'),
    note: note('Note'),
    blocker: note('Blocker'),
    previousStage: choice('PreviousStage', STAGES),
    previousConfidence: choice('PreviousConfidence', RAGS),
    previousForecastDue: date('PreviousForecastDue'),
    reason: note('Reason'),
    answerId: text('AnswerId', { unique: true }),
  },
  { keyIn: 'answerId' },
);
