import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isExportView } from '../../plan/filter/views.ts';
import type { PlanId } from '../../plan/plan.ts';
import { useAddress } from '../address/use-address.ts';
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

/** Takes what is shown, or the whole plan, away as a file or on paper. */
export function ExportButtons({ planId }: { readonly planId: PlanId }) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const { fetchApi } = useApi();
  const { address } = useAddress();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [isWhole, setIsWhole] = useState(false);
  // Some pages show nothing that could be a file of its own.
  const canBeShown = isExportView(address.view);

  const take = (format: ExportFormat) => {
    setState({ kind: 'busy' });
    downloadExport(fetchApi, { planId, format, shown: canBeShown && !isWhole ? address : null }).then(
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
        <Button size="small" onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <Checkbox
        label="Export the whole plan, not only this page"
        checked={isWhole || !canBeShown}
        disabled={!canBeShown}
        onChange={(_event, { checked }) => setIsWhole(checked === true)}
      />
      <div role="status">
        {state.kind === 'failed' && (
          <p className={styles.trouble}>The plan could not be exported. {state.message}</p>
        )}
      </div>
    </div>
  );
}
