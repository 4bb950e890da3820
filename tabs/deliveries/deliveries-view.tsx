import type { ViewProps } from '../dashboard/view-props.ts';
import { Section } from '../ui/section.tsx';

/** Who was reached, who was not, and why. */
export default function DeliveriesView({ overview }: ViewProps) {
  return <Section title="Deliveries">{overview.planName}</Section>;
}
