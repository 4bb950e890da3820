import type { ViewProps } from '../dashboard/view-props.ts';
import { Section } from '../ui/section.tsx';

/** What a plan manager may set. */
export default function SettingsView({ overview }: ViewProps) {
  return <Section title="Settings">{overview.planName}</Section>;
}
