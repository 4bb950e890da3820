import { useEffect } from 'react';
import type { PlanId } from '../../../plan/plan.ts';
import type { ImportPreview as Preview } from '../../api/imports.ts';
import { Section } from '../../ui/section.tsx';
import { Told } from '../../ui/told.tsx';
import { CalendarPreview } from '../closures/calendar-preview.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';
import { FilePicker } from './file-picker.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useSentFile } from './use-sent-file.ts';

export interface SendFileProps {
  readonly planId: PlanId;
  readonly title: string;
  readonly intro: string;
  /** What the button says. */
  readonly label: string;
  /** Ends of names that are offered. */
  readonly accept: string;
  /** How large it may be: `20 MB`. */
  readonly most: string;
  /** A preview that is to be shown again. Default: none. */
  readonly reopened?: Preview | null;
  /** Has the page read anew once something was done. */
  readonly onDone: () => void;
}

/** A file to choose, and what it would do, a plan or a calendar, until that is settled. */
export function SendFile({
  planId,
  title,
  intro,
  label,
  accept,
  most,
  reopened = null,
  onDone,
}: SendFileProps) {
  const styles = useEntryStyles();
  const { isBusy, problem, preview, words, send, settle } = useSentFile(planId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening shows it once
  useEffect(() => {
    if (reopened !== null) settle(reopened, null);
  }, [reopened]);
  const settled = (next: Preview | null, done: string | null) => {
    settle(next, done);
    if (next === null) onDone();
  };
  return (
    <Section title={title}>
      <p className={styles.intro}>{intro}</p>
      <FilePicker
        label={label}
        hint={`Or drop one here. At most ${most}. It is kept until it is imported, for a day at most.`}
        accept={accept}
        isBusy={isBusy}
        onFile={send}
      />
      <Told problem={problem} words={words} />
      {preview?.kind === 'import-preview' && (
        <ImportPreview key={preview.importKey} planId={planId} preview={preview} onSettled={settled} />
      )}
      {preview?.kind === 'calendar-preview' && (
        <CalendarPreview key={preview.draftKey} preview={preview} onSettled={(done) => settled(null, done)} />
      )}
    </Section>
  );
}
