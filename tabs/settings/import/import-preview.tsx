import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanId } from '../../../plan/plan.ts';
import { type ImportPreview as Preview, settleImport, viewImport } from '../../api/imports.ts';
import { useRequest } from '../../api/request-context.ts';
import { usePress } from '../../api/use-press.ts';
import { Told } from '../../ui/told.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';
import { ColumnChoices } from './column-choices.tsx';
import { Lines } from './lines.tsx';
import { ListCounts } from './list-counts.tsx';

export interface ImportPreviewProps {
  readonly planId: PlanId;
  readonly preview: Preview;
  /** Another preview, with other columns; or none, and what was done. */
  readonly onSettled: (preview: Preview | null, words: string | null) => void;
}

/** What a file would do. What is imported is always what was seen: columns that were changed are looked at first. */
export function ImportPreview({ planId, preview, onSettled }: ImportPreviewProps) {
  const styles = useEntryStyles();
  const request = useRequest();
  const press = usePress();
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({});
  const { importKey, fileName, lists } = preview;
  const isChanged = Object.keys(chosen).length > 0;
  const lookAgain = () =>
    press.run(async () => {
      onSettled(await viewImport(request, planId, { importKey, columns: chosen }), null);
      setChosen({});
    });
  const settle = (decision: 'confirm' | 'cancel', words: string) => () =>
    press.run(async () => {
      await settleImport(request, planId, { importKey, decision });
      onSettled(null, words);
    });
  const take = settle(
    'confirm',
    `${fileName}: the import has begun. How far it is stands below; until it is done the plan may show a part of it.`,
  );
  const leave = settle('cancel', `${fileName} was not imported, and is forgotten. Nothing was changed.`);
  const hasWork = lists.some(({ created, updated, renamed }) => created + updated + renamed.length > 0);
  return (
    <>
      <h3 className={styles.heading}>{fileName}: what importing it would do</h3>
      <p className={styles.intro}>Found: {preview.understood}. Nothing is written yet.</p>
      <ListCounts lists={lists} when="before" />
      <Lines title="Please check" lines={preview.doubts} isWarning />
      <Lines title="The first changes" lines={preview.changes} />
      <ColumnChoices
        preview={preview}
        chosen={chosen}
        isBusy={press.isBusy}
        onChoose={setChosen}
        onLookAgain={lookAgain}
      />
      <div className={styles.buttons}>
        {hasWork && (
          <Button appearance="primary" disabledFocusable={press.isBusy || isChanged} onClick={take}>
            Import
          </Button>
        )}
        <Button disabledFocusable={press.isBusy} onClick={leave}>
          Do not import
        </Button>
      </div>
      {isChanged && <p className={styles.quiet}>You changed a column: look again before you import.</p>}
      <Told problem={press.problem} words={null} />
    </>
  );
}
