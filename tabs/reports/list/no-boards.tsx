import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import { Section } from '../../ui/section.tsx';
import { useReportStyles } from '../use-report-styles.ts';

export interface NoBoardsProps {
  readonly isPlanManager: boolean;
  readonly control: AddressControl;
}

/** Takes the place of the boards where the plan has none. */
export function NoBoards({ isPlanManager, control }: NoBoardsProps) {
  const styles = useReportStyles();
  return (
    <Section title="No board yet">
      <p className={styles.text}>
        A board is a group that oversees the plan, with a chair, a channel and a calendar of its own.{' '}
        {!isPlanManager &&
          'A plan manager can add one, under Settings, Boards; its reports are prepared from then on.'}
      </p>
      {isPlanManager && (
        <AddressLink
          control={control}
          to={{ view: 'settings', section: 'boards/new' }}
          className={styles.link}
        >
          Add a board
        </AddressLink>
      )}
    </Section>
  );
}
