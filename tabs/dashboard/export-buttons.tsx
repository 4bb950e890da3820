import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanId } from '../../plan/plan.ts';
import { asApiError } from '../api/api-error.ts';
import { downloadExport, type ExportFormat } from '../api/download-export.ts';
import { useApi } from '../api/request-context.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const FORMATS: readonly { readonly format: ExportFormat; readonly title: string }[] = [
  { format: 'xlsx', title: 'Export to Excel' },
  { format: 'csv', title: 'Export to CSV' },
];

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  trouble: { margin: '4px 0 0', color: tokens.colorStatusDangerForeground1 },
});

type State = { readonly kind: 'busy' | 'idle' } | { readonly kind: 'failed'; readonly message: string };

/** Takes the whole plan away as a file. */
export function ExportButtons({ planId }: { readonly planId: PlanId }) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const { fetchApi } = useApi();
  const [state, setState] = useState<State>({ kind: 'idle' });

  const take = (format: ExportFormat) => {
    setState({ kind: 'busy' });
    downloadExport(fetchApi, planId, format).then(
      () => setState({ kind: 'idle' }),
      (error: unknown) => setState({ kind: 'failed', message: asApiError(error).message }),
    );
  };

  return (
    <div className={noPrint}>
      <div className={styles.buttons}>
        {FORMATS.map(({ format, title }) => (
          <Button
            key={format}
            size="small"
            disabledFocusable={state.kind === 'busy'}
            onClick={() => take(format)}
          >
            {title}
          </Button>
        ))}
      </div>
      <div role="status">
        {state.kind === 'failed' && (
          <p className={styles.trouble}>The plan could not be exported. {state.message}</p>
        )}
      </div>
    </div>
  );
}
