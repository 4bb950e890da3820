import { lazy, Suspense } from 'react';
import { ChosenPlan } from '../app/chosen-plan.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { usePlace } from './place-context.ts';

const ConfigurePage = lazy(() => import('./configure/configure-page.tsx'));
const SidePanel = lazy(() => import('./side-panel/side-panel.tsx'));

/** The page for the place: the dashboard, unless Teams asks how a tab is to be set up or a meeting is held beside it. */
export function PlacePage() {
  const { kind } = usePlace();
  if (kind !== 'configuration' && kind !== 'side panel') return <ChosenPlan />;
  return (
    <Suspense fallback={<Waiting label="Opening Milepost" />}>
      {kind === 'configuration' ? <ConfigurePage /> : <SidePanel />}
    </Suspense>
  );
}
