import { Button, makeStyles } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useSettings } from '../api/plan-settings.ts';
import type { ViewProps } from '../dashboard/view-props.ts';
import { Section } from '../ui/section.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { SectionList } from './section-list.tsx';
import { SECTIONS } from './sections.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '200px minmax(0, 1fr)',
    alignItems: 'start',
    gap: '16px',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  },
});

/** What a plan manager may set, section by section. */
export default function SettingsView({ overview: { planId }, control }: ViewProps) {
  const styles = useStyles();
  const { content, error, retry, replace } = useSettings(planId);
  const [id, ...rest] = (control.address.section ?? '').split('/');
  const section = SECTIONS.find((one) => one.id === id) ?? SECTIONS[0];
  const open = rest.join('/') || null;

  if (content === null || section === undefined) {
    if (error === null) return <Waiting label="Reading the settings" />;
    return (
      <Section title="The settings cannot be shown">
        <p role="alert">{error.message}</p>
        {error.kind !== 'forbidden' && <Button onClick={retry}>Try again</Button>}
      </Section>
    );
  }
  return (
    <div className={styles.page}>
      <SectionList planId={planId} chosen={section.id} control={control} />
      <Suspense fallback={<Waiting label="Opening the section" />}>
        <section.Page tools={{ content, replace }} control={control} open={open} />
      </Suspense>
    </div>
  );
}
