import { useEffect } from 'react';
import type { PlanId } from '../../../plan/plan.ts';
import type { AddressControl } from '../../address/use-address.ts';
import type { Report } from '../../api/report-schemas.ts';
import { versionIn, wayIn } from '../address.ts';
import { DraftSections } from '../draft/draft-sections.tsx';
import { useSections } from '../saving/use-sections.ts';
import { Steps } from '../steps/steps.tsx';
import { Preview } from './preview.tsx';
import { ReportHeader } from './report-header.tsx';
import { ReportWays } from './report-ways.tsx';
import { Versions } from './versions.tsx';

export interface OpenReportProps {
  readonly report: Report;
  readonly planId: PlanId;
  readonly viewerName: string;
  readonly control: AddressControl;
  /** Takes over the report that came back from changing it; stays the same function. */
  readonly onReport: (report: Report) => void;
  /** Reads it anew. */
  readonly onRefresh: () => void;
}

/** A report that is there: what is to be done with it, and itself, section by section or as what is handed out. */
export function OpenReport(props: OpenReportProps) {
  const { report, planId, control, onReport, onRefresh } = props;
  const sections = useSections(props, onReport);
  const isDraft = report.version === null;
  const isOpenDraft = isDraft && report.state === 'Draft';
  const isOfVersion = versionIn(control.address) !== null;
  // What is typed stays out of a report that somebody approved or posted meanwhile, until a person decides.
  useEffect(() => {
    if (!isOfVersion) sections.saver.hold(!isOpenDraft);
  }, [sections.saver, isOfVersion, isOpenDraft]);
  const way = wayIn(control.address) ?? (isDraft ? 'sections' : 'page');
  return (
    <>
      <ReportHeader report={report} control={control} />
      <Steps
        report={report}
        planId={planId}
        sections={sections}
        onReport={(next) => {
          onReport(next);
          // A version is as it was for ever: what changed is elsewhere.
          if (next.version !== report.version) control.change({ version: null, section: null });
        }}
        onRefresh={onRefresh}
      />
      <Versions report={report} control={control} />
      <ReportWays way={way} report={report} planId={planId} control={control} />
      {way === 'sections' ? (
        <DraftSections report={report} sections={sections} control={control} onRefresh={onRefresh} />
      ) : (
        <Preview way={way} report={report} />
      )}
    </>
  );
}
