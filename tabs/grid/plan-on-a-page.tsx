import type { PlanOverview } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { Section } from '../ui/section.tsx';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { ChipKey } from './chip-key.tsx';
import { columnsOf } from './columns.ts';
import { PlanCards } from './plan-cards.tsx';
import { PlanTable } from './plan-table.tsx';

export interface PlanOnAPageProps {
  readonly overview: PlanOverview;
  readonly onOpen: (ref: ItemRef) => void;
}

/** Where every recommendation stands: themes, months, today, and what moved. */
export function PlanOnAPage({ overview, onOpen }: PlanOnAPageProps) {
  const isNarrow = useMedia(NARROW);
  const columns = columnsOf(overview);
  const Layout = isNarrow ? PlanCards : PlanTable;
  return (
    <Section title="Where every recommendation stands, by theme and date due">
      {overview.themes.length > 0 ? (
        <Layout overview={overview} columns={columns} onOpen={onOpen} />
      ) : (
        <p>No recommendation matches what you chose.</p>
      )}
      <ChipKey />
    </Section>
  );
}
