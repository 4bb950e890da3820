import { makeStyles } from '@fluentui/react-components';
import type { GroupOverview } from '../../plan/content.ts';
import type { ViewProps } from '../dashboard/view-props.ts';
import { NothingMatches } from '../ui/nothing-matches.tsx';
import { Section } from '../ui/section.tsx';
import { GroupCards } from './group-cards.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

/** How each group's part of the plan goes; boards and reference groups are told apart from those that deliver. */
export default function GroupsView({ overview, filtered, control }: ViewProps) {
  const styles = useStyles();
  const of = (isOne: (group: GroupOverview) => boolean) => filtered.groups.filter(isOne);
  if (overview.groups.length === 0) {
    return (
      <Section title="No groups yet">
        <p className={styles.text}>
          A group meets, is asked, and leads a part of the plan. Plan managers add groups in Settings.
        </p>
      </Section>
    );
  }
  if (filtered.groups.length === 0) {
    return (
      <Section title="No group leads any of this">
        <NothingMatches control={control} />
      </Section>
    );
  }
  return (
    <>
      <GroupCards
        title="Groups"
        groups={of(({ kind }) => kind === 'Operational' || kind === null)}
        control={control}
      />
      <GroupCards title="Boards" groups={of(({ kind }) => kind === 'Board')} control={control} />
      <GroupCards
        title="Reference groups"
        groups={of(({ kind }) => kind === 'Reference')}
        control={control}
      />
    </>
  );
}
