import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { beginOf } from '../saving/begin-of.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { Overtaken } from './overtaken.tsx';
import type { SectionProps } from './section-props.ts';
import { SomebodyElse } from './somebody-else.tsx';

/** A field is at least so high, and no higher before it scrolls. */
const LEAST_ROWS = 4;
const MOST_ROWS = 18;
const LETTERS_OF_ROW = 80;

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '90ch', overflowWrap: 'anywhere' },
  area: { width: '100%', minWidth: 0, '& textarea': { maxHeight: 'none' } },
});

/** The field of a section, in the place of its words. What is typed is saved by itself. */
export function SectionEditor(props: SectionProps) {
  const { section, saver, drafted, control } = props;
  const styles = useStyles();
  const shared = useReportStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const begin = useRef(beginOf(section));
  const { id } = section;
  useEffect(() => {
    saver.open(begin.current);
    field.current?.focus();
    return () => saver.close(id);
  }, [saver, id]);
  const text = drafted?.text ?? begin.current.text;
  return (
    <>
      <Field
        label={`Words of “${section.title}”`}
        hint="One paragraph a line. A line that begins with “- ” is an entry of a list; one that begins with “Internal:” stays out of the public note and the easy-read summary."
        className={styles.field}
      >
        <Textarea
          ref={field}
          className={styles.area}
          resize="vertical"
          rows={rowsOf(text)}
          value={text}
          onChange={(_event, { value }) => saver.type(id, value)}
          onBlur={() => saver.flush()}
        />
      </Field>
      <SomebodyElse {...props} />
      {drafted?.theirs != null && <Overtaken {...props} drafted={drafted} theirs={drafted.theirs} />}
      <div className={shared.buttons}>
        <Button
          size="small"
          aria-label={`Done: ${section.title}`}
          onClick={() => control.change({ section: null })}
        >
          Done
        </Button>
      </div>
    </>
  );
}

function rowsOf(text: string): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LETTERS_OF_ROW), 1);
  return Math.min(MOST_ROWS, Math.max(LEAST_ROWS, rows));
}
