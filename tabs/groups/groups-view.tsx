import type { ViewProps } from '../dashboard/view-props.ts';
import { Participation } from '../overview/participation.tsx';

/** How each group's part of the plan goes. */
export default function GroupsView({ overview }: ViewProps) {
  return <Participation groups={overview.groups} />;
}
