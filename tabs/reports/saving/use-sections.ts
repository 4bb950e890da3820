import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { PlanId } from '../../../plan/plan.ts';
import type { Report } from '../../api/report-schemas.ts';
import { useRequest } from '../../api/request-context.ts';
import type { SectionSaver } from './section-saver.ts';
import { type DraftedSections, followSaved, saveBy, saverOf, subscribeToSavers } from './section-savers.ts';

/** The sections of a report as somebody changes them, and what saves them. */
export interface Sections {
  readonly saver: SectionSaver;
  readonly drafted: DraftedSections;
}

export interface SectionsAsk {
  readonly report: Report;
  readonly planId: PlanId;
  readonly viewerName: string;
}

/** @param onSaved takes over the report that comes back from saving; stays the same function */
export function useSections(
  { report: { key, sections }, planId, viewerName }: SectionsAsk,
  onSaved: (report: Report) => void,
): Sections {
  const request = useRequest();
  const saver = saverOf({ planId, key, viewerName, sections });
  useEffect(() => saveBy(request), [request]);
  useEffect(() => followSaved({ planId, key }, onSaved), [planId, key, onSaved]);
  const drafted = useSyncExternalStore(subscribeToSavers, () => saver.drafted());
  return useMemo(() => ({ saver, drafted }), [saver, drafted]);
}
