import type { ViewProps } from '../dashboard/view-props.ts';
import { Participation } from '../overview/participation.tsx';

/** How each group's part of the plan goes. */
export default function GroupsView({ overview, control }: ViewProps) {
  return <Participation groups={overview.groups} control={control} />;
}
