import { mergeClasses } from '@fluentui/react-components';
import type { CommentLine, EngagementLine } from '../../plan/content.ts';
import { Section } from '../ui/section.tsx';
import { CommentEntry } from './comment-entry.tsx';
import { EngagementEntry } from './engagement-entry.tsx';
import { EngagementForm } from './engagement-form.tsx';
import { FormBox } from './form-box.tsx';
import { FormButton } from './form-button.tsx';
import type { PartProps } from './part-props.ts';
import { usePartStyles } from './use-part-styles.ts';

const ADD_FORM = ['add'];

/** Whom the programme met and what came of it, and what groups said of the plan. */
export function LogPart(props: PartProps) {
  const styles = usePartStyles();
  const { view, forms, onSaved, onRefused } = props;
  return (
    <>
      <Section title="Engagement log" isLong>
        <p className={styles.intro}>
          Whom the programme met, what was said, and what came of it. Groups are named, people never are.
        </p>
        {view.may.recordEngagement && (
          <div className={styles.ways}>
            <FormButton forms={forms} form={ADD_FORM} words="Add to the log" />
          </div>
        )}
        {view.may.recordEngagement && forms.isOpen(ADD_FORM) && (
          <FormBox title="Add to the log">
            <EngagementForm view={view} line={null} onSaved={onSaved} onRefused={onRefused} />
          </FormBox>
        )}
        {view.engagements.length === 0 && <p className={styles.line}>Nothing stands in the log yet.</p>}
        <ul className={mergeClasses(styles.list, styles.below)}>
          {view.engagements.map((line: EngagementLine) => (
            <EngagementEntry key={line.key} {...props} line={line} />
          ))}
        </ul>
      </Section>
      <Section title="Comments of groups" isLong>
        {view.comments.length === 0 && <p className={styles.line}>No group has commented on the plan yet.</p>}
        <ul className={styles.list}>
          {view.comments.map((line: CommentLine) => (
            <CommentEntry key={line.key} {...props} line={line} />
          ))}
        </ul>
      </Section>
    </>
  );
}
