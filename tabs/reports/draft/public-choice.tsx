import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReportSectionId } from '../../../plan/content.ts';

/** Of these the public is told facts in nobody's words, unless somebody decides otherwise. */
const FACTS_TOLD: readonly ReportSectionId[] = ['changed'];

export function isToldInFacts(section: ReportSectionId): boolean {
  return FACTS_TOLD.includes(section);
}

const CHOICES = [
  { value: 'facts', isInternal: null, words: 'Facts only: what was completed, and what will be later' },
  { value: 'words', isInternal: false, words: 'These words' },
  { value: 'nothing', isInternal: true, words: 'Nothing of it' },
] as const;

/** What the public is told of such a section. */
export function publicWords(isInternal: boolean | null): string | undefined {
  return CHOICES.find((one) => one.isInternal === isInternal)?.words;
}

const useStyles = makeStyles({
  // However long a choice is, a phone is not widened by it.
  field: { flex: '0 1 460px', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { width: '100%', minWidth: 0, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

export interface PublicChoiceProps {
  /** Of the section, to tell the choices of the page apart. */
  readonly title: string;
  readonly isInternal: boolean | null;
  readonly onChange: (isInternal: boolean | null) => void;
}

/** What the public is told of a section whose facts it is told of, though its words are for the board. */
export function PublicChoice({ title, isInternal, onChange }: PublicChoiceProps) {
  const styles = useStyles();
  return (
    <Field label="In the public note" className={styles.field}>
      <Select
        size="small"
        className={styles.select}
        aria-label={`${title}. In the public note`}
        value={CHOICES.find((one) => one.isInternal === isInternal)?.value}
        onChange={(_event, { value }) =>
          onChange(CHOICES.find((one) => one.value === value)?.isInternal ?? null)
        }
      >
        {CHOICES.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
