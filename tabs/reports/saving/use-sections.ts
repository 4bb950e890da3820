import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReportAsk } from '../../api/change-report.ts';
import type { Report } from '../../api/report-schemas.ts';
import { useRequest } from '../../api/request-context.ts';
import type { SectionSaver } from './section-saver.ts';
import { type DraftedSections, followSaved, saveBy, saverOf, subscribeToSavers } from './section-savers.ts';

/** The sections of a report as somebody changes them, and what saves them. */
export interface Sections {
  readonly saver: SectionSaver;
  readonly drafted: DraftedSections;
}

/** @param onSaved takes over the report that comes back from saving; stays the same function */
export function useSections({ planId, key }: ReportAsk, onSaved: (report: Report) => void): Sections {
  const request = useRequest();
  const saver = useMemo(() => saverOf({ planId, key }), [planId, key]);
  useEffect(() => saveBy(request), [request]);
  useEffect(() => followSaved({ planId, key }, onSaved), [planId, key, onSaved]);
  const drafted = useSyncExternalStore(subscribeToSavers, () => saver.drafted());
  return useMemo(() => ({ saver, drafted }), [saver, drafted]);
}
