import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanId } from '../../../plan/plan.ts';
import { isHeldBack, type ReportStep, takeStep } from '../../api/change-report.ts';
import type { Report } from '../../api/report-schemas.ts';
import { useRequest } from '../../api/request-context.ts';
import { usePress } from '../../api/use-press.ts';
import { Section } from '../../ui/section.tsx';
import { Told } from '../../ui/told.tsx';
import { useHiddenStyles } from '../../ui/use-hidden-styles.ts';
import type { Sections } from '../saving/use-sections.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { ApprovedSteps } from './approved-steps.tsx';
import { DraftSteps } from './draft-steps.tsx';
import { PostedSteps } from './posted-steps.tsx';
import { saveEverything } from './save-everything.ts';
import { seenVersions } from './seen-versions.ts';
import type { StepTools } from './step-tools.ts';

const useStyles = makeStyles({
  section: { borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}` },
});

const DONE: Readonly<Record<ReportStep['step'], string>> = {
  approve: 'Approved: figures and words stay as they are now. It can be posted.',
  reopen: 'The approval is taken back: this is a draft again.',
  post: 'Posted. The card and the documents are on their way.',
  correct: 'The correction is open: change what is wrong, then have it approved and post it.',
  retry: 'It is tried again.',
};

export interface StepsProps {
  readonly report: Report;
  readonly planId: PlanId;
  readonly sections: Sections;
  readonly onReport: (report: Report) => void;
  /** Reads it anew. */
  readonly onRefresh: () => void;
}

/** What is to be done with a report next, and the buttons that do it. */
export function Steps({ report, planId, sections, onReport, onRefresh }: StepsProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const { noPrint } = useHiddenStyles();
  const request = useRequest();
  const press = usePress();
  const [isHeld, setIsHeld] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const take = (step: ReportStep, onDone?: () => void) =>
    press.run(async () => {
      setWords(null);
      if (step.step === 'approve') await saveEverything(sections.saver);
      const sent =
        step.step === 'approve' ? { ...step, seen: seenVersions(report, sections.saver.drafted()) } : step;
      const next = await takeStep(request, { planId, key: report.key }, sent).catch((failure: unknown) => {
        setIsHeld(isHeldBack(failure));
        // Somebody else may have been quicker.
        onRefresh();
        throw failure;
      });
      setIsHeld(false);
      // Its answer is the report as it stands, which may be another version than the one that is looked at.
      if (step.step === 'retry') onRefresh();
      else onReport(next);
      onDone?.();
      setWords(DONE[step.step]);
    });
  const tools: StepTools = { report, press, take, isHeld };
  return (
    <Section
      title={report.version === null ? 'What comes next' : 'Where it went'}
      className={mergeClasses(styles.section, noPrint)}
    >
      {report.nextStep !== '' && <p className={shared.text}>{report.nextStep}</p>}
      {report.approvedWords !== null && <p className={shared.quiet}>{report.approvedWords}</p>}
      {report.version !== null ? (
        <PostedSteps {...tools} version={report.version} />
      ) : report.state === 'Draft' ? (
        <DraftSteps {...tools} />
      ) : (
        <ApprovedSteps {...tools} />
      )}
      <Told problem={press.problem} words={words} />
    </Section>
  );
}
