import { Button } from '@fluentui/react-components';
import type { PlanId } from '../../plan/plan.ts';
import { isRefusal } from '../api/api-error.ts';
import { useYouSaid, type YouSaidDays } from '../api/plan-co-production.ts';
import { PaperPage } from '../papers/paper-page.tsx';
import { Section } from '../ui/section.tsx';
import { Waiting } from '../ui/waiting.tsx';

export interface YouSaidPaperProps {
  readonly planId: PlanId;
  readonly days: YouSaidDays;
}

/** “You said, we did” as a sheet, or why it cannot be shown. */
export function YouSaidPaper({ planId, days }: YouSaidPaperProps) {
  const { data: paper, error, retry } = useYouSaid(planId, days);
  if (paper !== null) return <PaperPage paper={paper} />;
  if (error === null) return <Waiting label="Reading what came of it" />;
  return (
    <Section title="This cannot be shown">
      <p role="alert">{error.message}</p>
      {!isRefusal(error) && <Button onClick={retry}>Try again</Button>}
    </Section>
  );
}
