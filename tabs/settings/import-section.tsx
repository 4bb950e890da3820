import { useState } from 'react';
import { type ImportPreview, useImports } from '../api/imports.ts';
import { SendFile } from './import/send-file.tsx';
import { Standings } from './import/standings.tsx';
import type { SectionProps } from './section-props.ts';
import { useEntryStyles } from './use-entry-styles.ts';

/** A plan from a file: what it would do, then how far it has come. */
export default function ImportSection({ tools }: SectionProps) {
  const { planId } = tools.content;
  const styles = useEntryStyles();
  const { data, error, retry } = useImports(planId);
  const [reopened, setReopened] = useState<ImportPreview | null>(null);
  return (
    <div className={styles.sections}>
      <SendFile
        planId={planId}
        title="Import"
        intro="The plan as a Word document (.docx), Excel workbook (.xlsx), CSV, text or Markdown. Milepost shows what it would change, and writes nothing until you confirm."
        label="Choose a file"
        accept=".docx,.xlsx,.csv,.tsv,.txt,.md,.zip,.ics"
        most="20 MB"
        reopened={reopened}
        onDone={retry}
      />
      {error !== null && data === null && <p role="alert">{error.message}</p>}
      <Standings planId={planId} imports={data ?? []} onOpen={setReopened} />
    </div>
  );
}
