import type { ViewProps } from '../dashboard/view-props.ts';
import { OverviewSections } from './overview-sections.tsx';
import { Summary } from './summary.tsx';

/** The plan on a page: is it on course, where not, what changed, what is asked. */
export function PlanView({ overview, filtered, control, onOpen }: ViewProps) {
  return (
    <>
      <Summary overview={overview} filtered={filtered} control={control} />
      <OverviewSections overview={overview} filtered={filtered} control={control} onOpen={onOpen} />
    </>
  );
}
