import type { ReferenceGroupView } from '../../plan/content.ts';
import { Section } from '../ui/section.tsx';
import { GroupCard } from './group-card.tsx';
import type { PartProps } from './part-props.ts';
import { Ranking } from './ranking.tsx';
import { usePartStyles } from './use-part-styles.ts';

/** What matters most to each reference group, and to all of them. */
export function GroupsPart(props: PartProps) {
  const styles = usePartStyles();
  const { view, control } = props;
  const ranking = view.groups.filter((group) => group.ranking.voices > 0);
  if (view.groups.length === 0) {
    return (
      <Section title="What matters most">
        <p className={styles.intro}>
          The plan has no reference groups yet. A plan manager adds them under Settings, Groups and meetings,
          as groups of the kind Reference: people who use education settings, children and young people,
          parents and carers, and other stakeholders.
        </p>
      </Section>
    );
  }
  return (
    <>
      {ranking.length > 1 && (
        <Section title="All groups together">
          <Ranking title="All groups together" ranking={view.overall} control={control} />
        </Section>
      )}
      {ownFirst(view.groups).map((group) => (
        <GroupCard key={group.key} {...props} group={group} />
      ))}
      {!view.groups.some(mayDoSomething) && (
        <p className={styles.intro}>
          The people of a group say what matters most to them; whoever leads it, and plan managers, record it
          for people without Teams.
        </p>
      )}
    </>
  );
}

/** Groups in which whoever looks may do something stand first. */
function ownFirst(groups: readonly ReferenceGroupView[]): readonly ReferenceGroupView[] {
  return groups.toSorted((one, other) => Number(mayDoSomething(other)) - Number(mayDoSomething(one)));
}

function mayDoSomething({ may }: ReferenceGroupView): boolean {
  return may.rank || may.rankForOthers || may.comment;
}
