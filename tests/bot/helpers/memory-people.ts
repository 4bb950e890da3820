import type { FormProblem, OpenedItem, PersonalContent, ReminderContent } from '../../../plan/content.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import { makeReminder } from './make-content.ts';
import { makeOpened, makePersonal } from './make-personal-content.ts';

type OfPeople = Pick<
  UseCases,
  'viewReminder' | 'sayNotMine' | 'giveItem' | 'viewPersonal' | 'snooze' | 'setAway' | 'saveSettings'
>;

/** What there is of one person. */
export interface MemoryPeople {
  reminder: ReminderContent;
  opened: OpenedItem;
  personal: PersonalContent;
  /** What stands in the way of what is submitted. */
  problems: readonly FormProblem[];
}

export const makePeople = (): MemoryPeople => ({
  reminder: makeReminder(),
  opened: makeOpened(),
  personal: makePersonal(),
  problems: [],
});

/** Use cases about one person in memory. `enter` notes each call and lets in whom the plan knows. */
export const memoryPeople = (
  enter: (name: keyof UseCases, ask: object & { actor?: Actor }) => void,
  now: () => MemoryPeople,
): OfPeople => {
  const done = () => ({ words: now().problems.length === 0 ? ['Done.'] : [], problems: now().problems });
  const choose = (name: keyof UseCases) => async (ask: { actor: Actor }) => {
    enter(name, ask);
    return { ...done(), content: { ...now().personal, submissionKey: 'next-0000001' } };
  };
  const handOn = (name: keyof UseCases) => async (ask: { actor: Actor }) => {
    enter(name, ask);
    return { ...done(), submissionKey: 'next-0000001' };
  };
  return {
    async viewReminder(ask) {
      enter('viewReminder', ask);
      const { reminder, opened } = now();
      const plans = reminder.plans
        .map((plan) => ({
          ...plan,
          entries: plan.entries.filter(({ line }) => ask.asks.some(({ ref }) => ref.key === line.ref.key)),
        }))
        .filter(({ entries }) => entries.length > 0);
      return {
        content: { ...reminder, plans },
        opened: ask.open === null ? null : { ...opened, ask: ask.open },
        submissionKey: 'view-0000001',
      };
    },
    sayNotMine: handOn('sayNotMine'),
    giveItem: handOn('giveItem'),
    async viewPersonal(ask) {
      enter('viewPersonal', ask);
      return now().personal;
    },
    snooze: choose('snooze'),
    setAway: choose('setAway'),
    saveSettings: choose('saveSettings'),
  };
};
