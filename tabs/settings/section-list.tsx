import type { PlanId } from '../../plan/plan.ts';
import type { AddressControl } from '../address/use-address.ts';
import { draftName, useDrafts } from '../forms/drafts.ts';
import { SectionNav } from '../ui/section-nav.tsx';
import { SECTIONS } from './sections.ts';

export interface SectionListProps {
  readonly planId: PlanId;
  /** Id of the section that is shown. */
  readonly chosen: string;
  readonly control: AddressControl;
}

/** The sections of the settings, as links; which of them hold something unsaved stands beside them. */
export function SectionList({ planId, chosen, control }: SectionListProps) {
  const names = [...useDrafts().keys()];
  const entries = SECTIONS.map(({ id, title, forms }) => {
    const isUnsaved = names.some((name) => forms.some((form) => name.startsWith(draftName(planId, form))));
    return { id, title, words: isUnsaved ? 'Not saved yet' : null };
  });
  return <SectionNav label="Sections of the settings" entries={entries} chosen={chosen} control={control} />;
}
