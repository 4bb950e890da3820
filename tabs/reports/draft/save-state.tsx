import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useHiddenStyles } from '../../ui/use-hidden-styles.ts';
import type { Drafted } from '../model/drafted.ts';
import { beginOf } from '../saving/begin-of.ts';
import { useReportStyles } from '../use-report-styles.ts';
import type { SectionProps } from './section-props.ts';

const useStyles = makeStyles({
  line: { minHeight: '20px', marginTop: '8px', color: tokens.colorNeutralForeground2 },
  trouble: {
    padding: '6px 12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `4px solid ${tokens.colorStatusDangerBorderActive}`,
  },
});

const TROUBLES: readonly Drafted['state'][] = ['failed', 'refused', 'to check', 'left', 'held'];

/**
 * Where the words of a section are: saved, on their way, or why not. What goes by itself within seconds is seen, not read
 * out, so that nobody is interrupted at every pause.
 */
export function SaveState({ section, saver, drafted }: SectionProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const { hidden, noPrint } = useHiddenStyles();
  const passing = drafted === null ? '' : passingWords(drafted);
  const lasting = drafted === null ? '' : lastingWords(drafted);
  const isTrouble = drafted !== null && TROUBLES.includes(drafted.state);
  return (
    <div className={mergeClasses(noPrint, drafted !== null && styles.line, isTrouble && styles.trouble)}>
      <span aria-hidden="true">{passing}</span>
      <span role="status" className={passing === '' ? undefined : hidden}>
        {lasting}
      </span>
      {isTrouble && (
        <div className={shared.buttons}>
          {drafted.state === 'failed' && (
            <Button size="small" aria-label={`Try now: ${section.title}`} onClick={() => saver.flush()}>
              Try now
            </Button>
          )}
          {drafted.state === 'to check' && (
            <Button
              size="small"
              aria-label={`I have checked: this does not name a child: ${section.title}`}
              onClick={() => saver.confirm(section.id)}
            >
              I have checked: this does not name a child
            </Button>
          )}
          {drafted.state === 'left' && (
            <Button
              size="small"
              aria-label={`Save what I typed: ${section.title}`}
              onClick={() => saver.resume(section.id)}
            >
              Save what I typed
            </Button>
          )}
          <Button
            size="small"
            aria-label={`Give up what I typed: ${section.title}`}
            onClick={() => saver.reset(beginOf(section))}
          >
            Give up what I typed
          </Button>
        </div>
      )}
    </div>
  );
}

function passingWords({ state }: Drafted): string {
  if (state === 'typed') return 'Not saved yet';
  return state === 'saving' ? 'Saving…' : '';
}

function lastingWords({ state, problem, wasSaved }: Drafted): string {
  switch (state) {
    case 'same':
    case 'typed':
    case 'saving':
    case 'saved':
      return wasSaved ? 'Saved' : '';
    case 'overtaken':
      return 'Not saved: somebody else saved this section meanwhile. Choose what becomes of both.';
    case 'failed':
      return `Not saved: ${problem} What you typed is kept here and sent again by itself.`;
    case 'refused':
      return `Not saved. ${problem} Change it, and it is sent again.`;
    case 'to check':
      return `Not saved. ${problem}`;
    case 'left':
      return 'Not saved: this is what you typed before the page was closed. Save it, or give it up.';
    case 'held':
      return 'Not saved: the report is no draft any more. Take the approval back to save it, or give up what you typed.';
  }
}
