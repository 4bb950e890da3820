import { buildAwayCard } from '../../../bot/cards/away-card.ts';
import type { CardJson } from '../../../bot/cards/card.ts';
import { packAsks } from '../../../bot/cards/reminder-asks.ts';
import { buildReminderCard } from '../../../bot/cards/reminder-card.ts';
import { buildSettingsCard } from '../../../bot/cards/settings-card.ts';
import { buildSnoozeCard } from '../../../bot/cards/snooze-card.ts';
import { REMINDER_FORMS } from '../../../bot/cards/submission.ts';
import { type ItemLine, REMINDER_REASONS } from '../../../plan/content.ts';
import { cardContext, makeReminder } from './make-content.ts';
import { makeOpened, makePersonal } from './make-personal-content.ts';

/** Every state of a reminder and every card of a person's own choices, stuffed with `lines` and `text`. */
export const everyPersonalCard = ({
  lines,
  text,
}: {
  readonly lines: readonly ItemLine[];
  readonly text: string;
}): [string, CardJson][] => {
  const entries = lines.map((line, index) => ({
    why: REMINDER_REASONS[index % REMINDER_REASONS.length] ?? 'overdue',
    line,
    words: text,
  }));
  const content = makeReminder({
    plans: [1, 2].map((n) => ({ planId: `plan${n}`, planName: text, entries })),
  });
  const people = lines.map((_, index) => ({ value: `person-${index}`, name: text }));
  const groups = lines.map((_, index) => ({ key: `group-${index}`, name: text }));
  const opened = makeOpened({ people, groups });
  const problems = ['reason', 'note', 'words', 'to', 'forecastDue', 'item'].map((field) => ({
    field,
    message: text,
    held: true,
  }));
  const personal = makePersonal({
    planNames: [text, text],
    people,
    isDirector: true,
    hours: lines.map(() => ({ planName: text, opensAt: '09:00', closesAt: '17:00' })),
    snoozedUntil: '2022-01-31',
    away: { from: '2022-01-24', to: '2022-01-28' },
    deputy: 'person-1',
  });
  const reminder = packAsks([{ planId: 'plan1', ref: { list: 'Actions', key: 'a7' }, why: 'overdue' }]);
  const says = { words: [text, text], problems: [], reminder };
  return [
    ...REMINDER_REASONS.map((why): [string, CardJson] => [
      `reminder, first ${why}`,
      buildReminderCard(
        makeReminder({
          plans: [{ planId: 'alp', planName: text, entries: entries.map((entry) => ({ ...entry, why })) }],
        }),
        cardContext,
        { notice: { text: 'Saved 1 answer.', good: true }, messages: [text] },
      ),
    ]),
    ...REMINDER_FORMS.map((kind): [string, CardJson] => [
      `reminder, asking ${kind}`,
      buildReminderCard(content, cardContext, {
        form: {
          kind,
          opened,
          values: {
            note: text,
            reason: text,
            words: text,
            blocker: text,
            conditions: text,
            whyNot: text,
            dissent: text,
          },
          problems,
          checked: false,
        },
        notice: { text: 'Nothing was saved yet.', good: false },
      }),
    ]),
    ['snooze', buildSnoozeCard(personal, cardContext, says)],
    ['away', buildAwayCard(personal, cardContext, says)],
    [
      'away, with problems',
      buildAwayCard(personal, cardContext, {
        values: { from: '2022-01-24', to: '2022-01-20', deputy: 'person-0' },
        problems: [{ field: 'to', message: text }],
      }),
    ],
    ['settings', buildSettingsCard(personal, cardContext, says)],
  ];
};
