import { Button } from '@fluentui/react-components';
import { beginOf } from '../saving/begin-of.ts';
import { useReportStyles } from '../use-report-styles.ts';
import type { SectionProps } from './section-props.ts';

/** Says that somebody else saved the section whose field is open, before anything was typed over it. The field stays. */
export function SomebodyElse({ section, saver, drafted }: SectionProps) {
  const styles = useReportStyles();
  const { edit } = section;
  const isNewer =
    drafted !== null &&
    (drafted.state === 'same' || drafted.state === 'saved') &&
    edit !== null &&
    edit.version > drafted.version;
  return (
    <div role="status">
      {isNewer && (
        <div className={styles.obstacles}>
          {edit.editedByName ?? 'Somebody else'} changed this section meanwhile. Your field is as you left it.{' '}
          <Button
            size="small"
            aria-label={`Show the new words: ${section.title}`}
            onClick={() => saver.reset(beginOf(section))}
          >
            Show the new words
          </Button>
        </div>
      )}
    </div>
  );
}
