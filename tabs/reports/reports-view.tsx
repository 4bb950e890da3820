import type { ViewProps } from '../dashboard/view-props.ts';
import { Section } from '../ui/section.tsx';

/** Board reports. */
export default function ReportsView({ overview }: ViewProps) {
  return <Section title="Board reports">{overview.planName}</Section>;
}
