import type { SectionProps } from './section-props.ts';
import { SettingFields } from './setting-fields.tsx';

const NAMES = ['reminderDays', 'alertDays', 'escalateAfterWeeks', 'reportReminderDays'];

/** When owners, groups and chairs are told. */
export default function RemindersSection({ tools }: SectionProps) {
  return (
    <SettingFields
      tools={tools}
      title="Reminders"
      draft="plan:reminders"
      intro="Everybody may also choose their own quiet hours and days: they write “settings” to Milepost in their own chat."
      names={NAMES}
    />
  );
}
