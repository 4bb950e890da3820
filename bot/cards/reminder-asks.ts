import { REMINDER_REASONS, type ReminderAsk, type ReminderContent } from '../../plan/content.ts';
import { ITEM_LISTS } from '../../plan/glossary.ts';
import type { PersonalData } from './submission.ts';

/** What a reminder's buttons carry of it: each says which items it named, so it is kept short. */
export type PackedReminder = NonNullable<PersonalData['reminder']>;

/** `plan.list.reason.key`, the first three as places in their lists. */
const PACKED_ITEM = /^(\d{1,2})\.(\d)\.(\d{1,2})\.(.+)$/u;

/** What a reminder asks, in the order of its card. */
export const asksOf = ({ plans }: ReminderContent): ReminderAsk[] =>
  plans.flatMap(({ planId, entries }) => entries.map(({ line, why }) => ({ planId, ref: line.ref, why })));

export const packAsks = (asks: readonly ReminderAsk[]): PackedReminder => {
  const plans = [...new Set(asks.map(({ planId }) => planId))];
  const items = asks.map(({ planId, ref, why }) =>
    [plans.indexOf(planId), ITEM_LISTS.indexOf(ref.list), REMINDER_REASONS.indexOf(why), ref.key].join('.'),
  );
  return { plans, items };
};

/** What can't be understood is left out: the card may be older than this program. */
export const unpackAsks = (packed: PackedReminder | undefined): ReminderAsk[] =>
  (packed?.items ?? []).flatMap((item) => {
    const [, plan, list, reason, key] = PACKED_ITEM.exec(item) ?? [];
    const planId = packed?.plans[Number(plan)];
    const [listName, why] = [ITEM_LISTS[Number(list)], REMINDER_REASONS[Number(reason)]];
    if (planId === undefined || listName === undefined || why === undefined || key === undefined) return [];
    return [{ planId, ref: { list: listName, key }, why }];
  });

export const isSameAsk = (one: ReminderAsk, other: ReminderAsk | null | undefined): boolean =>
  one.planId === other?.planId && one.ref.list === other.ref.list && one.ref.key === other.ref.key;
