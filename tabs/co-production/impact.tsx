import { mergeClasses } from '@fluentui/react-components';
import type { ImpactLine } from '../../plan/content.ts';
import { Section } from '../ui/section.tsx';
import { FormBox } from './form-box.tsx';
import { FormButton } from './form-button.tsx';
import { ImpactForm } from './impact-form.tsx';
import { ItemName } from './item-name.tsx';
import type { PartProps } from './part-props.ts';
import { usePartStyles } from './use-part-styles.ts';

/** Complete items that are looked at again, and whether they still work. */
export function Impact(props: PartProps) {
  const styles = usePartStyles();
  return (
    <Section title="Does it still work?" isLong>
      <p className={styles.intro}>
        What is complete is looked at again 3, 6 and 12 months on. It is embedded once two people say, with
        evidence, that it works.
      </p>
      {props.view.impact.length === 0 && (
        <p className={styles.line}>
          Nothing is complete since a day that is known. Where the day is missing, it is entered in the item’s
          list under CompletedOn.
        </p>
      )}
      <ul className={styles.list}>
        {props.view.impact.map((line) => (
          <ImpactEntry key={`${line.ref.list}/${line.ref.key}`} {...props} line={line} />
        ))}
      </ul>
    </Section>
  );
}

function ImpactEntry({ view, line, control, forms, onSaved }: PartProps & { readonly line: ImpactLine }) {
  const styles = usePartStyles();
  const form = ['check', line.ref.list, line.ref.key];
  return (
    <li className={styles.entry}>
      <ItemName item={line} control={control} />
      <p className={styles.line}>{line.words}</p>
      <p className={mergeClasses(styles.line, styles.small)}>
        {[
          `complete since ${line.completedOnWords}`,
          `${line.afterWords}: ${line.dueWords}`,
          line.ownerName,
          line.groupName,
        ]
          .filter((words) => words)
          .join(' · ')}
      </p>
      {line.mayCheck && (
        <div className={styles.buttons}>
          <FormButton forms={forms} form={form} words="Record the impact check" about={line.label} />
        </div>
      )}
      {line.mayCheck && forms.isOpen(form) && (
        <FormBox title={`Does ${line.label} still work?`}>
          <ImpactForm planId={view.planId} line={line} onSaved={onSaved} />
        </FormBox>
      )}
    </li>
  );
}
