import { OwnerForm } from './forms/owner-form.tsx';
import { RowsSection } from './rows-section.tsx';
import type { SectionProps } from './section-props.ts';

/** Everybody in the plan, with their roles, groups and deputies. */
export default function PeopleSection({ tools, control, open }: SectionProps) {
  return (
    <RowsSection
      title="People"
      intro="Whoever is here may read the plan; nobody else may."
      id="people"
      control={control}
      open={open}
      rows={tools.content.owners}
      newWords="somebody"
      form={(row) => <OwnerForm tools={tools} control={control} row={row} />}
    />
  );
}
