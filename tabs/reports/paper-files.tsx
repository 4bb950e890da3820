import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReportAsk } from '../api/change-report.ts';
import { downloadReport, type PaperFormat, type ReportPaper } from '../api/download-report.ts';
import { useApi } from '../api/request-context.ts';
import { usePress } from '../api/use-press.ts';

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  trouble: { margin: '4px 0 0', color: tokens.colorStatusDangerForeground1 },
});

export interface PaperFilesProps {
  readonly ask: ReportAsk & { readonly version: number | null };
  readonly files: readonly {
    readonly paper: ReportPaper;
    readonly format: PaperFormat;
    readonly words: string;
  }[];
  /** What they are of, to tell the buttons of the page apart. */
  readonly of: string;
}

/** Papers of a report, to be taken away as files. */
export function PaperFiles({ ask, files, of }: PaperFilesProps) {
  const styles = useStyles();
  const { fetchApi } = useApi();
  const press = usePress();
  return (
    <div>
      <div className={styles.files}>
        {files.map(({ paper, format, words }) => (
          <Button
            key={`${paper} ${format}`}
            size="small"
            aria-label={`${words}: ${of}`}
            disabledFocusable={press.isBusy}
            onClick={() => press.run(() => downloadReport(fetchApi, { ...ask, paper, format }))}
          >
            {words}
          </Button>
        ))}
      </div>
      <div role="status">
        {press.problem !== null && (
          <p className={styles.trouble}>It could not be downloaded. {press.problem}</p>
        )}
      </div>
    </div>
  );
}
