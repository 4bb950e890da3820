import type { ReportSectionView } from '../../../plan/content.ts';
import type { AddressControl } from '../../address/use-address.ts';
import type { Drafted } from '../model/drafted.ts';
import type { SectionSaver } from '../saving/section-saver.ts';

/** What everything that changes a section is given. */
export interface SectionProps {
  readonly section: ReportSectionView;
  readonly saver: SectionSaver;
  /** As somebody has it before them; `null` while nobody touched it. */
  readonly drafted: Drafted | null;
  readonly control: AddressControl;
  /** Reads the report anew. */
  readonly onRefresh: () => void;
}
