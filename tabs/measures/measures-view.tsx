import type { ViewProps } from '../dashboard/view-props.ts';
import { Section } from '../ui/section.tsx';

/** Measures. */
export default function MeasuresView({ overview }: ViewProps) {
  return <Section title="Measures">{overview.planName}</Section>;
}
