import { recordOfWaits } from './answers/waiting.ts';
import type { Stage } from './glossary.ts';
import { itemLabel } from './items.ts';
import type { ItemRef, Plan } from './plan.ts';
import type { Action, IsoInstant, Recommendation, RowKey, Update } from './rows.ts';

/** Updates of edits are named so; no submission is. */
const NAMED = 'sharepoint/';

/** What history tells of, where it is edited in the row itself. */
const TOLD = ['stage', 'confidence', 'forecastDue'] as const;

/** A row of any list of items, as far as its history needs it. */
export type EditedValues = Pick<Recommendation, (typeof TOLD)[number]> &
  Partial<
    Pick<Recommendation, 'number' | 'latestNote' | 'signOffBy'> &
      Pick<Action, 'group' | 'blocker' | 'waitingOn'>
  >;

/** An edit of an item's row in SharePoint. */
export interface HandEdit {
  readonly ref: ItemRef;
  readonly itemId: number;
  readonly before: EditedValues;
  readonly after: EditedValues;
  /** Names the version that the edit made, among those of its row. */
  readonly version: string;
  /** When it was made, by SharePoint's clock; `null` where that is not known. */
  readonly at: IsoInstant | null;
  /** Who made it; `null` for somebody outside the plan, or nobody knows. */
  readonly by: RowKey | null;
}

/** Whether an edit changed anything that history tells of. */
export function isToldOf(before: EditedValues, after: EditedValues): boolean {
  return differing(before, after).length > 0;
}

/**
 * What an edit adds to an item's history. It comes after the last update there is, whatever SharePoint's clock says:
 * each update tells what stood before it. What the row has no column for stays as that one said.
 * @param last the item's last update
 */
export function updateOfEdit(
  plan: Pick<Plan, 'groups'>,
  { ref, itemId, before, after, version, at, by }: HandEdit,
  last: Update | undefined,
  now: Temporal.Instant,
): Update {
  const { list } = ref;
  const confidenceOf = (row: EditedValues) =>
    (list === 'Milestones' ? last?.confidence : row.confidence) ?? null;
  const name = `${NAMED}${list[0]}${ref.key}/${version}/${differing(before, after).join('+')}`;
  return {
    key: name,
    itemId: null,
    title: `${itemLabel(list, { itemId, number: after.number ?? null })}: ${after.stage ?? 'Not started'}, changed in SharePoint`,
    itemList: list,
    itemNumber: itemId,
    itemKey: ref.key,
    meeting: null,
    by,
    at: momentOf(at, last, now),
    stage: after.stage ?? null,
    confidence: confidenceOf(after),
    forecastDue: after.forecastDue ?? null,
    note: noteTyped(before, after),
    blocker: list === 'Actions' ? blockerIn(plan, after) : blockerSince(last, before.stage, after.stage),
    previousStage: before.stage ?? null,
    previousConfidence: confidenceOf(before),
    previousForecastDue: before.forecastDue ?? null,
    reason: withoutGroup(plan, before, after),
    answerId: name,
  };
}

/** Whether an update tells of an edit in SharePoint, and not of an answer. */
export function isHandEdit({ answerId }: Pick<Update, 'answerId'>): boolean {
  return answerId?.startsWith(NAMED) ?? false;
}

function differing(before: EditedValues, after: EditedValues) {
  return TOLD.filter((property) => (before[property] ?? null) !== (after[property] ?? null));
}

/** What was written of the item with the edit: the column keeps it only until the next word. */
function noteTyped(before: EditedValues, after: EditedValues): string | null {
  const note = after.latestNote ?? null;
  return note === (before.latestNote ?? null) ? null : note;
}

/** People's word counts, but that a group was to sign it off is not passed over. */
function withoutGroup(
  plan: Pick<Plan, 'groups'>,
  before: EditedValues,
  { stage, signOffBy = null }: EditedValues,
): string | null {
  const isFinished = stage === 'Complete' || stage === 'Embedded';
  if (!isFinished || before.stage === 'Complete' || before.stage === 'Embedded' || signOffBy === null)
    return null;
  const group = plan.groups.find(({ key }) => key === signOffBy)?.title ?? 'the group that was asked';
  return `Set to ${stage} by hand: no word of ${group}, asked to sign it off, is recorded with it.`;
}

function momentOf(at: IsoInstant | null, last: Update | undefined, now: Temporal.Instant): IsoInstant {
  const said = at === null ? now : Temporal.Instant.from(at);
  const moment = Temporal.Instant.compare(said, now) > 0 ? now : said;
  const lastSaid = last?.at ? Temporal.Instant.from(last.at) : null;
  if (lastSaid === null || Temporal.Instant.compare(moment, lastSaid) > 0) return moment.toString();
  return lastSaid.add({ milliseconds: 1 }).toString();
}

function blockerIn(plan: Pick<Plan, 'groups'>, row: EditedValues): string | null {
  const { group = null, blocker = null, waitingOn = null } = row;
  return recordOfWaits(
    plan,
    { blocker, waitingOn: row.stage === 'Waiting on others' ? waitingOn : null },
    group,
  );
}

/** What goes on is blocked no longer, as with an answer. */
function blockerSince(last: Update | undefined, was: Stage | null, is: Stage | null): string | null {
  return was === 'Waiting on others' && is !== was ? null : (last?.blocker ?? null);
}
