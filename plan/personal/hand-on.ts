import { TEXT_LIMIT } from '../answers/answer-rules.ts';
import { formatDay } from '../calendar/dates.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import type { FormProblem } from '../content.ts';
import { ownerName } from '../items.ts';
import { chairsOf, directoryIdOf, standInFor } from '../people.ts';
import { notInPlanWords, personMeant } from '../person-meant.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate, Owner, RowKey } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';

/** Room is left for who says it. */
const WORDS_LIMIT = TEXT_LIMIT / 2;

/** What is wrong with words that somebody adds. */
export function problemsOfWords(words: string, checked: boolean, today: IsoDate): FormProblem<'words'>[] {
  const long = words.length > WORDS_LIMIT;
  const message = `This is too long: ${words.length} characters. Keep it to ${WORDS_LIMIT}.`;
  return [...(long ? [{ field: 'words' as const, message }] : []), ...heldBack({ words }, checked, today)];
}

/** Whom an item is to be given to, or why it can't be. */
export function receiverOf(
  plan: Plan,
  item: Item,
  to: string,
):
  | { readonly receiver: Owner; readonly problem?: undefined }
  | { readonly problem: FormProblem<'to'>; readonly receiver?: undefined } {
  const say = (message: string) => ({ problem: { field: 'to' as const, message } });
  const said = to.trim();
  if (said === '') return say('Choose who it goes to.');
  if (said.includes(',')) return say('Choose one person.');
  const receiver = personMeant(plan, said);
  if (receiver === null) return say(notInPlanWords(plan));
  if (receiver.key === item.owner) return say(`${receiver.title} owns it already. Choose somebody else.`);
  return { receiver };
}

/** In the item's history: `Data owner says this is not theirs: belongs to Finance.` */
export function notMineNote(owner: Owner, words: string): string {
  return words === ''
    ? `${owner.title} says this is not theirs.`
    : `${owner.title} says this is not theirs: ${words}`;
}

/** In the item's history: `Given to Finance owner; before, it was Data owner’s. Knows the contract.` */
export function givenNote(plan: Plan, item: Item, receiver: Owner, words: string): string {
  const before = ownerName(plan, item.owner);
  const given = `Given to ${receiver.title}${before === null ? '' : `; before, it was ${before}’s`}.`;
  return words === '' ? given : `${given} ${words}`;
}

/**
 * Told to whoever gives an item to somebody else: who reads of it, by who is there today and on the next working day.
 * @param refused keys of those whom Teams does not let be written to
 */
export function givenWords(
  plan: Plan,
  receiver: Owner,
  { refused, today }: { readonly refused: ReadonlySet<RowKey>; readonly today: IsoDate },
): string {
  const days = [today, nextWorkingDay(today, plan.closures)];
  const [now, next] = days.map((day) => standInFor(plan, receiver, day));
  if (now?.key !== next?.key)
    return `${receiver.title}, or whoever stands in while they are away, reads of it in the next reminder.`;
  if (!now)
    return `${awayUntil(receiver)}, and nobody stands in: nobody reads of it before somebody is back.`;
  const standsIn = now.key === receiver.key ? '' : `${awayUntil(receiver)}, and ${now.title} stands in. `;
  if (directoryIdOf(now) === null)
    return `${standsIn}The Owners list does not say which account is that of ${now.title}, so nobody is written to: please say it yourself.`;
  if (refused.has(now.key))
    return `${standsIn}Teams does not let Milepost write to ${now.title}, so nobody reads of it in a reminder: please say it yourself.`;
  return `${standsIn}${now.title} reads of it in the next reminder.`;
}

function awayUntil({ title, awayTo }: Owner): string {
  return `${title} is away ${awayTo === null ? 'until further notice' : `until ${formatDay(awayTo)}`}`;
}

/** Told to whoever says that an item is not theirs. */
export function notMineWords(plan: Plan, item: Item, by: Owner): string {
  const stays = `${item.label} stays with you until somebody takes it.`;
  const chairs = chairsOf(plan, item.group).filter(({ key }) => key !== by.key);
  if (chairs.length > 0) {
    const names = chairs.map(({ title }) => title).join(' and ');
    return `${item.label}: ${names} reads in the next reminder that it is not yours, and can give it to somebody else. ${stays}`;
  }
  const reason =
    chairsOf(plan, item.group).length > 0 ? 'You chair its group yourself' : 'Its group has no chair';
  return `${item.label}: your words stand in its history. ${reason}, so nobody else is told by itself: a plan manager can give it to somebody else. ${stays}`;
}
