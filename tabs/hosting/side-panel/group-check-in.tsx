import { makeStyles, tokens } from '@fluentui/react-components';
import type { GroupOverview, PlanOverview } from '../../../plan/content.ts';
import type { ItemRef } from '../../../plan/plan.ts';
import { type CheckIn, useCheckIn } from '../../api/view-check-in.ts';
import { itemsOf } from '../../model/filter.ts';
import { Bar } from '../../ui/bar.tsx';
import { PanelItems, type PanelRow } from './panel-items.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: '2px' },
  count: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface GroupCheckInProps {
  readonly group: GroupOverview;
  readonly overview: PlanOverview;
  readonly onOpen: (ref: ItemRef) => void;
}

/** How the group's check-in goes, live: how many have a word, from whom, and which still wait for one. */
export function GroupCheckIn({ group, overview, onOpen }: GroupCheckInProps) {
  const styles = useStyles();
  const { data, error } = useCheckIn(overview.planId, group.key);
  if (data === null) return <p className={styles.words}>{error?.message ?? 'Reading the check-in…'}</p>;
  const { checkIn } = data;
  if (checkIn === null) {
    return (
      <p className={styles.words}>
        No check-in of this group has opened yet.
        {group.nextMeetingWords && ` The next is for its meeting on ${group.nextMeetingWords}.`}
      </p>
    );
  }
  const rows = rowsOf(checkIn, overview);
  const { askedCount, answeredCount } = checkIn;
  const recorded = recordedWords(checkIn);
  return (
    <>
      <div className={styles.part}>
        <p className={styles.words}>
          {checkIn.state === 'open' ? 'Check-in' : 'Last check-in, closed'}: {checkIn.meetingWords}
        </p>
        <p className={styles.count} role="status">
          {answeredCount} of {askedCount} answered
        </p>
        <Bar value={answeredCount} max={askedCount} />
        {checkIn.answeredBy.length > 0 && (
          <p className={styles.words}>Spoken so far: {checkIn.answeredBy.join(', ')}</p>
        )}
        {recorded !== null && <p className={styles.words}>{recorded}</p>}
        {error && <p className={styles.words}>{error.message}</p>}
      </div>
      <PanelItems
        title="Still to answer"
        rows={rows.filter(({ isAnswered }) => !isAnswered)}
        emptyWords="Everything asked has a word."
        onOpen={onOpen}
      />
      <PanelItems
        title="Answered"
        rows={rows.filter(({ isAnswered }) => isAnswered)}
        emptyWords="Nothing yet."
        onOpen={onOpen}
      />
    </>
  );
}

function rowsOf({ asked }: CheckIn, overview: PlanOverview): readonly (PanelRow & { isAnswered: boolean })[] {
  const items = new Map(itemsOf(overview).map((item) => [`${item.ref.list}/${item.ref.key}`, item]));
  return asked.flatMap(({ ref, ownerName, reasons, answered }) => {
    // What was added a moment ago comes with the next reading of the plan.
    const item = items.get(`${ref.list}/${ref.key}`);
    const facts = answered
      ? [`${answered.byName}, ${answered.atWords}`, answered.late ? 'late' : null]
      : [capitalised(reasons.join(', ')), ownerName];
    return item ? [{ item, facts, isAnswered: answered !== null }] : [];
  });
}

/** `2 new actions and 1 decision recorded`; `null` while nothing was. */
function recordedWords({ newActionCount, decisionCount }: CheckIn): string | null {
  const parts = [
    ...(newActionCount > 0 ? [`${newActionCount} new ${newActionCount === 1 ? 'action' : 'actions'}`] : []),
    ...(decisionCount > 0 ? [`${decisionCount} ${decisionCount === 1 ? 'decision' : 'decisions'}`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(' and ')} recorded`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
