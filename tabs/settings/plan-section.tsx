import type { SectionProps } from './section-props.ts';
import { SettingFields } from './setting-fields.tsx';

const NAMES = [
  'planName',
  'toleranceDays',
  'checkInLeadDays',
  'opensAt',
  'closesAt',
  'onBankHoliday',
  'staleAfterMeetings',
  'reportLeadDays',
  'reportApproval',
];

/** What the plan is called, and how it works. */
export default function PlanSection({ tools }: SectionProps) {
  return <SettingFields tools={tools} title="Plan" draft="plan:plan" names={NAMES} />;
}
