import type { ViewProps } from '../dashboard/view-props.ts';
import { Changes } from '../overview/changes.tsx';

/** What was said between two days. */
export default function ChangesView({ overview, onOpen }: ViewProps) {
  return <Changes changes={overview.changes} onOpen={onOpen} />;
}
