import type { ViewProps } from '../dashboard/view-props.ts';
import { OverviewSections } from './overview-sections.tsx';
import { Summary } from './summary.tsx';

/** The plan on a page: is it on course, where not, what changed, what is asked. */
export function PlanView({ overview, filtered, control, onOpen }: ViewProps) {
  const { address, change } = control;
  return (
    <>
      <Summary overview={overview} colour={address.colour} onChooseColour={(colour) => change({ colour })} />
      <OverviewSections overview={overview} filtered={filtered} onOpen={onOpen} />
    </>
  );
}
