import { Button, Spinner } from '@fluentui/react-components';
import type { PlanId } from '../../../plan/plan.ts';
import { type ImportPreview, type Standing, viewImport } from '../../api/imports.ts';
import { useRequest } from '../../api/request-context.ts';
import { usePress } from '../../api/use-press.ts';
import { Section } from '../../ui/section.tsx';
import { Told } from '../../ui/told.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';
import { ListCounts } from './list-counts.tsx';

export interface StandingsProps {
  readonly planId: PlanId;
  readonly imports: readonly Standing[];
  /** Shows again what a file would do. */
  readonly onOpen: (preview: ImportPreview) => void;
}

/** The last few files somebody sent: what waits for them, is being written or was. */
export function Standings({ planId, imports, onOpen }: StandingsProps) {
  const styles = useEntryStyles();
  const request = useRequest();
  const press = usePress();
  if (imports.length === 0) return null;
  const open = (importKey: string) => () =>
    press.run(async () => onOpen(await viewImport(request, planId, { importKey })));
  return (
    <Section title="Your imports">
      <ul className={styles.list}>
        {imports.map((one) => (
          <li key={one.importKey} className={styles.entry}>
            <div className={styles.words}>
              <div className={styles.name}>{one.fileName}</div>
              <div className={styles.quiet}>Sent {one.receivedWords}</div>
              <Progress standing={one} />
              {one.lists.length > 0 && <ListCounts lists={one.lists} when="after" />}
            </div>
            {one.state === 'shown' && (
              <Button
                size="small"
                aria-label={`Look again at ${one.fileName}`}
                disabledFocusable={press.isBusy}
                onClick={open(one.importKey)}
              >
                Look again
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Told problem={press.problem} words={null} />
    </Section>
  );
}

function Progress({ standing: { state, failure } }: { readonly standing: Standing }) {
  if (state === 'shown') return <div>Not imported yet: it waits for you, for a day.</div>;
  if (state === 'done')
    return (
      <div>
        {failure === null ? '✓ Everything is in the SharePoint lists.' : `✕ Not all imported. ${failure}`}
      </div>
    );
  return (
    <div role="status">
      <Spinner size="tiny" labelPosition="after" label="Being written to the SharePoint lists" />
      {failure !== null && <div>It is tried again: {failure}</div>}
    </div>
  );
}
