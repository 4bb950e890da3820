import { type ComponentType, lazy } from 'react';
import type { View } from '../../plan/filter/views.ts';
import { PlanView } from '../overview/plan-view.tsx';
import type { ViewProps } from './view-props.ts';

/** Each view's page. Only the first is in what is sent before the first paint; the others follow when they are chosen. */
export const VIEW_PAGES: Readonly<Record<View, ComponentType<ViewProps>>> = {
  plan: PlanView,
  timeline: lazy(() => import('../timeline/timeline-view.tsx')),
  groups: lazy(() => import('../groups/groups-view.tsx')),
  items: lazy(() => import('../items/items-view.tsx')),
  changes: lazy(() => import('../changes/changes-view.tsx')),
  measures: lazy(() => import('../measures/measures-view.tsx')),
  'co-production': lazy(() => import('../co-production/co-production-view.tsx')),
  reports: lazy(() => import('../reports/reports-view.tsx')),
  deliveries: lazy(() => import('../deliveries/deliveries-view.tsx')),
  settings: lazy(() => import('../settings/settings-view.tsx')),
};
