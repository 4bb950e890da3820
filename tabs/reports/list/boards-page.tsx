import { Button } from '@fluentui/react-components';
import type { PlanOverview } from '../../../plan/content.ts';
import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import { useReports } from '../../api/view-reports.ts';
import { Section } from '../../ui/section.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useReportStyles } from '../use-report-styles.ts';
import { Board } from './board.tsx';
import { NoBoards } from './no-boards.tsx';

export interface BoardsPageProps {
  readonly overview: PlanOverview;
  readonly control: AddressControl;
}

/** Each board with what is to be done for its next report, and the reports it got. */
export function BoardsPage({ overview: { planId, viewer }, control }: BoardsPageProps) {
  const styles = useReportStyles();
  const { data, error, retry } = useReports(planId);
  if (data === null) {
    if (error === null) return <Waiting label="Reading the board reports" />;
    return (
      <Section title="Board reports cannot be shown">
        <p role="alert">{error.message}</p>
        <Button onClick={retry}>Try again</Button>
      </Section>
    );
  }
  const { group, on } = control.address;
  const isOfOne = data.boards.some(({ name }) => name === group);
  const boards = isOfOne ? data.boards.filter(({ name }) => name === group) : data.boards;
  return (
    <>
      <h2 className={styles.heading}>Board reports</h2>
      <p className={styles.quiet}>
        What each board is told: drafted from the plan, put into words, approved and posted. A posted report
        stays as it was.
        {on !== null && ' Reports are shown as they stand now, whichever day is chosen above.'}
      </p>
      {isOfOne && data.boards.length > 1 && (
        <AddressLink control={control} to={{ group: null }} className={styles.link}>
          Show all {data.boards.length} boards
        </AddressLink>
      )}
      {boards.map((board) => (
        <Board
          key={board.key}
          board={board}
          planId={planId}
          isPlanManager={viewer.isPlanManager}
          control={control}
        />
      ))}
      {data.boards.length === 0 && <NoBoards isPlanManager={viewer.isPlanManager} control={control} />}
    </>
  );
}
