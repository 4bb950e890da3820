import { makeStyles } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import type { View } from '../../plan/filter/views.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import { toPlan } from '../address/address.ts';
import type { AddressControl } from '../address/use-address.ts';
import type { PlanChoice } from '../api/list-plans.ts';
import { useOverview } from '../api/view-overview.ts';
import { Yours } from '../hosting/yours.tsx';
import { filterOverview, itemsOf } from '../model/filter.ts';
import { ItemPanel } from '../story/item-panel.tsx';
import { ConnectionNews } from '../ui/connection-news.tsx';
import { ConnectionState } from '../ui/connection-state.tsx';
import { Problem } from '../ui/problem.tsx';
import { ViewBoundary } from '../ui/view-boundary.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { DayChoices } from './day-choices.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ListsAttention } from './lists-attention.tsx';
import { PageHeader } from './page-header.tsx';
import { PastBanner } from './past-banner.tsx';
import { ViewTabs } from './view-tabs.tsx';
import { VIEW_PAGES } from './views.ts';
import { wayOn } from './way-on.tsx';

/** Views that show no items, so that there is nothing to filter. */
const WITHOUT_ITEMS: readonly View[] = ['measures', 'co-production', 'reports', 'deliveries', 'settings'];

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

/** One plan: its header, the views, and the story of an item beside them. Mount it anew (by `key`) for another plan. */
export function DashboardPage({ planId, plans, control }: DashboardPageProps) {
  const styles = useStyles();
  const { address, change } = control;
  const { data: overview, error, retry } = useOverview(planId, address);
  // While other days are on their way the header stays as it was, and the focus in it.
  const [known, setKnown] = useState(overview);
  if (overview && overview !== known) setKnown(overview);

  const planName = plans.find((plan) => plan.planId === planId)?.planName ?? 'Milepost';
  const header = (
    <PageHeader
      title={known?.planName ?? planName}
      asAtWords={overview?.asAtWords ?? null}
      plans={plans}
      planId={planId}
      onChoosePlan={(chosen) => change(toPlan(chosen))}
    >
      {known && (
        <>
          <DayChoices overview={known} address={address} onChange={change} />
          <ExportButtons planId={planId} />
        </>
      )}
    </PageHeader>
  );
  if (!overview) {
    return (
      <>
        {header}
        {error ? (
          <Problem
            title="The plan cannot be shown"
            onRetry={retry}
            action={wayOn({ control, planId, plans })}
          >
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
      <ViewTabs control={control} isPlanManager={overview.viewer.isPlanManager} />
      <PastBanner dayWords={overview.isPast ? overview.asAtWords : null} onNow={() => change({ on: null })} />
      <ConnectionState error={error} asAtWords={overview.asAtWords} onRetry={retry} />
      <ConnectionNews overview={overview} />
      <main className={styles.main}>
        <ListsAttention planId={planId} />
        {!WITHOUT_ITEMS.includes(address.view) && (
          <FilterBar
            overview={overview}
            filtered={filtered}
            filters={address}
            isOfItems={address.view === 'items'}
            onChange={change}
          />
        )}
        {address.view === 'plan' && <Yours overview={filtered} control={control} onOpen={open} />}
        <ViewBoundary key={address.view}>
          <Suspense fallback={<Waiting label="Opening the view" />}>
            <Page overview={overview} filtered={filtered} control={control} onOpen={open} />
          </Suspense>
        </ViewBoundary>
      </main>
      {address.item && (
        <ItemPanel
          key={`${address.item.list}/${address.item.key}`}
          items={itemsOf(overview)}
          planId={planId}
          item={address.item}
          address={address}
          onClose={() => change({ item: null })}
        />
      )}
    </>
  );
}
