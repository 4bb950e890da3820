import { Button } from '@fluentui/react-components';
import { downloadYouSaid, useYouSaid } from '../api/plan-co-production.ts';
import { useApi } from '../api/request-context.ts';
import { usePress } from '../api/use-press.ts';
import { PaperPage } from '../papers/paper-page.tsx';
import { Section } from '../ui/section.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { PartProps } from './part-props.ts';
import { usePartStyles } from './use-part-styles.ts';

const FILES = [
  { format: 'docx', words: 'Download as Word' },
  { format: 'pdf', words: 'Download as PDF' },
] as const;

/** What people said and what came of it, theme by theme: to read, print and hand out. */
export function YouSaidPart({ view: { planId, may } }: PartProps) {
  const styles = usePartStyles();
  const { fetchApi } = useApi();
  const press = usePress();
  const { data: paper, error, retry } = useYouSaid(planId);
  if (paper === null) {
    if (error === null) return <Waiting label="Reading what came of it" />;
    return (
      <Section title="This cannot be shown">
        <p role="alert">{error.message}</p>
        <Button onClick={retry}>Try again</Button>
      </Section>
    );
  }
  return (
    <>
      <div className={styles.ways}>
        <Button size="small" onClick={() => window.print()}>
          Print
        </Button>
        {may.exportYouSaid &&
          FILES.map(({ format, words }) => (
            <Button
              key={format}
              size="small"
              disabledFocusable={press.isBusy}
              onClick={() => press.run(() => downloadYouSaid(fetchApi, { planId, format }))}
            >
              {words}
            </Button>
          ))}
        <span role="status">{press.problem !== null && `It could not be downloaded. ${press.problem}`}</span>
      </div>
      <PaperPage paper={paper} />
    </>
  );
}
