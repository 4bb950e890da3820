import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReportEdit } from '../../../plan/content.ts';
import type { Drafted } from '../model/drafted.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { Words } from '../words.tsx';
import type { SectionProps } from './section-props.ts';

const useStyles = makeStyles({
  box: {
    margin: '12px 0 0',
    padding: '10px 12px',
    maxWidth: '90ch',
    boxSizing: 'border-box',
    borderLeft: `4px solid ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  theirs: {
    margin: '8px 0 0',
    padding: '8px 12px 2px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

export interface OvertakenProps extends SectionProps {
  readonly drafted: Drafted;
  readonly theirs: ReportEdit;
}

/** What somebody else saved meanwhile, beside what is in the field above. Nothing is overwritten before a person decides. */
export function Overtaken({ section, saver, drafted, theirs, onRefresh }: OvertakenProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const { id, title } = section;
  const who = theirs.editedByName ?? 'Somebody else';
  const when = theirs.editedWords === null ? '' : ` (${theirs.editedWords})`;
  const text = theirs.words ?? section.words;
  const take = () => {
    saver.reset({
      section: id,
      text,
      asData: section.words,
      isInternal: theirs.isInternal,
      version: theirs.version,
    });
    onRefresh();
  };
  const isOtherwiseInternal =
    (theirs.isInternal ?? section.isInternal) !== (drafted.isInternal ?? section.isInternal);
  return (
    <div className={styles.box}>
      <strong>
        {who} saved this section while you changed it{when}.
      </strong>{' '}
      Nothing is overwritten: yours is in the field above, theirs is here.
      {isOtherwiseInternal &&
        ` They also made it ${(theirs.isInternal ?? section.isInternal) ? 'internal' : 'public'}.`}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of fields is not what it is */}
      <div role="group" aria-label={`What ${who} wrote`} className={styles.theirs}>
        <Words words={text} />
      </div>
      <div className={shared.buttons}>
        <Button
          size="small"
          appearance="primary"
          aria-label={`Save mine: ${title}`}
          onClick={() => saver.overrule(id)}
        >
          Save what is in the field
        </Button>
        <Button
          size="small"
          aria-label={`Put theirs below mine, to merge by hand: ${title}`}
          onClick={() => saver.type(id, `${drafted.text}\n\n${text}`)}
        >
          Put theirs below mine, to merge by hand
        </Button>
        <Button size="small" aria-label={`Take theirs: ${title}`} onClick={take}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}
