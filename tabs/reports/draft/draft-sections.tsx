import type { AddressControl } from '../../address/use-address.ts';
import type { Report } from '../../api/report-schemas.ts';
import type { Sections } from '../saving/use-sections.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { DraftSection } from './draft-section.tsx';

export interface DraftSectionsProps {
  readonly report: Report;
  readonly sections: Sections;
  readonly control: AddressControl;
  readonly onRefresh: () => void;
}

/** The sections of a report in the order a board reads, each with what it comes from; those of a draft can be changed. */
export function DraftSections({
  report,
  sections: { saver, drafted },
  control,
  onRefresh,
}: DraftSectionsProps) {
  const styles = useReportStyles();
  const mayEdit = report.may.edit && report.version === null && report.state === 'Draft';
  return (
    <>
      <p className={styles.text}>
        <strong>{report.data.headline}</strong>
      </p>
      {report.sections.map((section) => (
        <DraftSection
          key={section.id}
          section={section}
          saver={saver}
          drafted={(report.version === null && drafted.get(section.id)) || null}
          control={control}
          mayEdit={mayEdit}
          onRefresh={onRefresh}
        />
      ))}
    </>
  );
}
