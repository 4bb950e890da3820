import { makeStyles } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { AddressControl } from '../address/use-address.ts';
import type { PlanChoice } from '../api/list-plans.ts';
import { useOverview } from '../api/view-overview.ts';
import { filterOverview, itemsOf } from '../model/filter.ts';
import { ItemPanel } from '../story/item-panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ListsAttention } from './lists-attention.tsx';
import { PageHeader } from './page-header.tsx';
import { RefreshNote } from './refresh-note.tsx';
import { ViewTabs } from './view-tabs.tsx';
import { VIEW_PAGES } from './views.ts';

const useStyles = makeStyles({
  main: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '16px',
    maxWidth: '1480px',
    margin: '0 auto',
    padding: '16px 24px 32px',
    '@media (max-width: 719px)': { padding: '12px', gap: '12px' },
  },
});

export interface DashboardPageProps {
  readonly planId: PlanId;
  readonly plans: readonly PlanChoice[];
  readonly control: AddressControl;
}

/** One plan: its header, the views, and the story of an item beside them. Mount it anew (by `key`) for other days. */
export function DashboardPage({ planId, plans, control }: DashboardPageProps) {
  const styles = useStyles();
  const { address, change } = control;
  const { data: overview, error, retry } = useOverview(planId, address);

  const planName = plans.find((plan) => plan.planId === planId)?.planName ?? 'Milepost';
  const header = (
    <PageHeader
      title={overview?.planName ?? planName}
      asAtWords={overview?.asAtWords ?? null}
      plans={plans}
      planId={planId}
      onChoosePlan={(chosen) => change({ planId: chosen, item: null, theme: null, group: null })}
    />
  );
  if (!overview) {
    return (
      <>
        {header}
        {error ? (
          <Problem title="The plan cannot be shown" onRetry={retry}>
            {error.message}
          </Problem>
        ) : (
          <Waiting label="Reading the plan" />
        )}
      </>
    );
  }
  const filtered = filterOverview(overview, address);
  const Page = VIEW_PAGES[address.view];
  const open = (item: ItemRef) => change({ item });
  return (
    <>
      {header}
      <ViewTabs
        address={address}
        isPlanManager={overview.viewer.isPlanManager}
        onChoose={(view) => change({ view })}
      />
      <RefreshNote problem={error?.message ?? null} asAtWords={overview.asAtWords} onRetry={retry} />
      <main className={styles.main}>
        <ListsAttention planId={planId} />
        <FilterBar
          overview={overview}
          filters={address}
          shownCount={filtered.themes.flatMap((theme) => theme.items).length}
          onChange={change}
        />
        <Suspense fallback={<Waiting label="Opening the view" />}>
          <Page overview={overview} filtered={filtered} control={control} onOpen={open} />
        </Suspense>
      </main>
      {address.item && (
        <ItemPanel
          key={`${address.item.list}/${address.item.key}`}
          items={itemsOf(overview)}
          planId={planId}
          item={address.item}
          onClose={() => change({ item: null })}
        />
      )}
    </>
  );
}
