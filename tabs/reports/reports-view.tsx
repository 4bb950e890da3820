import type { ViewProps } from '../dashboard/view-props.ts';
import { BoardsPage } from './list/boards-page.tsx';
import { ReportPage } from './report/report-page.tsx';

/** The boards with their reports, or one report. */
export default function ReportsView({ overview, control }: ViewProps) {
  const { report } = control.address;
  return report === null ? (
    <BoardsPage overview={overview} control={control} />
  ) : (
    <ReportPage
      key={report}
      planId={overview.planId}
      viewerName={overview.viewer.name}
      reportKey={report}
      control={control}
    />
  );
}
