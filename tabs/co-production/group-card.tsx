import type { ReferenceGroupView } from '../../plan/content.ts';
import { Section } from '../ui/section.tsx';
import { CommentForm } from './comment-form.tsx';
import { FormBox } from './form-box.tsx';
import { FormButton } from './form-button.tsx';
import type { PartProps } from './part-props.ts';
import { RankForm } from './rank-form.tsx';
import { Ranking } from './ranking.tsx';
import { usePartStyles } from './use-part-styles.ts';

export interface GroupCardProps extends PartProps {
  readonly group: ReferenceGroupView;
}

/** A reference group: who leads it, what matters most to it, and what its people may say. */
export function GroupCard({ view, group, control, forms, onSaved }: GroupCardProps) {
  const styles = usePartStyles();
  const { key, name, may, ranking } = group;
  const button = { forms, about: name };
  const isOpen = (form: string) => forms.isOpen([form, key]);
  const form = { view, group, onSaved };
  return (
    <Section title={name}>
      <p className={styles.facts}>{factsOf(group)}</p>
      {ranking.voices === 0 ? (
        <p className={styles.line}>Nobody has ranked the recommendations here yet.</p>
      ) : (
        <Ranking title={name} ranking={ranking} control={control} />
      )}
      <div className={styles.buttons}>
        {may.rank && (
          <FormButton
            {...button}
            form={['rank', key]}
            words={group.ownRanking === null ? 'Say what matters most' : 'Change my ranking'}
          />
        )}
        {may.rankForOthers && (
          <FormButton {...button} form={['record', key]} words="Record for people without Teams" />
        )}
        {may.comment && <FormButton {...button} form={['comment', key]} words="Comment on the plan" />}
      </div>
      {may.rank && isOpen('rank') && (
        <FormBox title="What matters most to you">
          <RankForm {...form} isForOthers={false} />
        </FormBox>
      )}
      {may.rankForOthers && isOpen('record') && (
        <FormBox title="What matters most to people without Teams">
          <RankForm {...form} isForOthers />
        </FormBox>
      )}
      {may.comment && isOpen('comment') && (
        <FormBox title={`What ${name} say of the plan`}>
          <CommentForm {...form} item={null} />
        </FormBox>
      )}
    </Section>
  );
}

function factsOf({ facilitatorName, memberCount, ranking }: ReferenceGroupView): string {
  const members = `${memberCount} ${memberCount === 1 ? 'person' : 'people'} of the plan in it`;
  return [
    facilitatorName === null ? 'Nobody is named to facilitate it' : `Facilitated by ${facilitatorName}`,
    members,
    ...(ranking.lastOnWords === null ? [] : [`last ranked on ${ranking.lastOnWords}`]),
  ].join(' · ');
}
