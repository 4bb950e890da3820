import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ComponentType, useState } from 'react';
import type { CoProductionView as View } from '../../plan/content.ts';
import { isRefusal } from '../api/api-error.ts';
import { useCoProduction } from '../api/plan-co-production.ts';
import type { ViewProps } from '../dashboard/view-props.ts';
import type { FormSaved } from '../forms/use-sent-form.ts';
import { Section } from '../ui/section.tsx';
import { SectionNav } from '../ui/section-nav.tsx';
import { Told } from '../ui/told.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { GroupsPart } from './groups-part.tsx';
import { LogPart } from './log-part.tsx';
import { formsInAddress } from './open-forms.ts';
import type { PartProps } from './part-props.ts';
import { PARTS, type Part, parsePlace } from './place.ts';
import { SignOffPart } from './sign-off-part.tsx';
import { YouSaidPart } from './you-said-part.tsx';

const PAGES: Readonly<Record<Part, { readonly title: string; readonly Page: ComponentType<PartProps> }>> = {
  groups: { title: 'What matters most', Page: GroupsPart },
  'sign-off': { title: 'Sign-off', Page: SignOffPart },
  log: { title: 'Engagement log', Page: LogPart },
  'you-said': { title: 'You said, we did', Page: YouSaidPart },
};

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '200px minmax(0, 1fr)',
    alignItems: 'start',
    gap: '16px',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
    '@media print': { display: 'block' },
  },
  nav: { '@media print': { display: 'none' } },
  parts: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  told: { ':not(:has(p))': { marginBottom: '-16px' }, '& p': { marginTop: 0 } },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the people whom the plan is for have to say of it, and what came of that. */
export default function CoProductionView({ overview: { planId, isPast }, control }: ViewProps) {
  const styles = useStyles();
  const { data, error, retry } = useCoProduction(planId);
  const [words, setWords] = useState<string | null>(null);
  const [last, setLast] = useState<Part | null>(null);
  const place = parsePlace(control.address.section);
  const { part, open } = place;
  // What was said of one part is old news in another.
  if (part !== last) {
    setLast(part);
    setWords(null);
  }
  if (data === null) {
    if (error === null) return <Waiting label="Reading what groups said" />;
    return (
      <Section title="Co-production cannot be shown">
        <p role="alert">{error.message}</p>
        {!isRefusal(error) && <Button onClick={retry}>Try again</Button>}
      </Section>
    );
  }
  const { Page } = PAGES[part];
  const finish = (saved: FormSaved) => {
    setWords(saved.words);
    control.change({ section: part });
    retry();
  };
  return (
    <div className={styles.page}>
      <div className={styles.nav}>
        <SectionNav
          label="Parts of co-production"
          entries={PARTS.map((id) => ({ id, title: PAGES[id].title, words: wordsOf(id, data) }))}
          chosen={part}
          control={control}
        />
      </div>
      <div className={styles.parts}>
        <div className={styles.told}>
          <Told problem={null} words={open.length === 0 ? words : null} />
        </div>
        {isPast && (
          <p className={styles.quiet}>
            What groups said is shown as it stands now, whichever day is chosen above.
          </p>
        )}
        <Page
          view={data}
          control={control}
          forms={formsInAddress(control, place)}
          onSaved={finish}
          onRefused={retry}
        />
      </div>
    </div>
  );
}

/** What waits in a part; `null` where nothing does. */
function wordsOf(part: Part, { groups, engagements, comments }: View): string | null {
  const count = {
    groups: 0,
    'sign-off': groups.reduce((sum, { toSignOff }) => sum + toSignOff.length, 0),
    log: [...engagements, ...comments].filter(({ answer }) => answer === null).length,
    'you-said': 0,
  }[part];
  if (count === 0) return null;
  return part === 'log' ? `${count} without an answer` : `${count} waiting`;
}
