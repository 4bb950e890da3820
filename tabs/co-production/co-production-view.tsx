import type { ViewProps } from '../dashboard/view-props.ts';
import { Section } from '../ui/section.tsx';

/** Co-production. */
export default function CoProductionView({ overview }: ViewProps) {
  return <Section title="Co-production">{overview.planName}</Section>;
}
