import type { Closure } from '../../../plan/rows.ts';
import { addCalendarDraft } from '../../../store/calendar-drafts.ts';
import type { Database } from '../../../store/database.ts';
import { addDraft } from '../../../store/import-drafts.ts';
import { putRows } from '../../workflow/helpers/fill-mirror.ts';
import { actorIn } from './roles.ts';
import { MARK, planIdOf } from './two-plans.ts';

/** Files that the plan manager of plan A has sent for it, and days that may be taken back. */
export const SENT = { importKey: 'import-a', draftKey: 'calendar-a', closureKey: 'closure-a' } as const;

const SENT_AT = '2022-01-10T08:00:00Z';
const HALF_TERM: Closure = {
  key: SENT.closureKey,
  itemId: 1,
  title: `Half term ${MARK.a}`,
  fromDate: '2022-02-14',
  toDate: '2022-02-18',
  kind: 'Quiet',
  groups: [],
};

/** Puts them into plan A. */
export async function addThingsToSettle(database: Database): Promise<void> {
  const sent = {
    planId: planIdOf('a'),
    entraObjectId: actorIn('plan manager').entraObjectId?.toLowerCase() ?? '',
    fileName: `${MARK.a}.csv`,
  };
  await putRows(database, sent.planId, 'Closures', [HALF_TERM]);
  const rows = [
    ['Number', 'Recommendation'],
    ['3', 'Written anew'],
  ].map((cells, index) => ({ number: index + 1, cells }));
  const document = { tables: [{ name: null, rows }], prose: [], isSpreadsheet: true };
  await addDraft(
    database,
    { ...sent, importKey: SENT.importKey, document: { document, doubts: [] } },
    SENT_AT,
  );
  const event = { name: 'term', title: 'Easter', start: '2022-04-04', end: '2022-04-18', line: 1 };
  const calendar = { events: [{ ...event, kind: null, groups: [] }], doubts: [] };
  await addCalendarDraft(database, { ...sent, draftKey: SENT.draftKey, calendar }, SENT_AT);
}
