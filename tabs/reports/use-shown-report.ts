import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportAsk } from '../api/change-report.ts';
import type { Report } from '../api/report-schemas.ts';
import type { Polled } from '../api/use-polled.ts';
import { useReport } from '../api/view-reports.ts';

/** Nobody is told of what others write in a draft: it is asked for while one is looked at. */
const ASK_EVERY_MS = 6_000;

export interface ShownReport extends Polled<Report> {
  /** Takes over what came back from changing it, until it is read anew. Stays the same function. */
  replace(report: Report): void;
}

/** A report as it was last read, or came back from changing it. */
export function useShownReport({ planId, key }: ReportAsk, version: number | null): ShownReport {
  const { data, error, retry } = useReport(planId, key, version);
  const [own, setOwn] = useState<{ readonly report: Report; readonly over: Report | null } | null>(null);
  const read = useRef(data);
  read.current = data;
  const replace = useCallback(
    (report: Report) => {
      setOwn({ report, over: read.current });
      // What is on its way may be older.
      retry();
    },
    [retry],
  );
  const isDraft = data !== null && data.version === null;
  useEffect(() => {
    if (!isDraft) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && retry(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isDraft, retry]);
  const isOwn = data !== null && own !== null && own.over === data && own.report.key === key;
  return { data: isOwn ? own.report : data, error, retry, replace };
}
