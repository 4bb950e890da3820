import { GroupForm } from './forms/group-form.tsx';
import { RowsSection } from './rows-section.tsx';
import type { SectionProps } from './section-props.ts';

/** The groups that do or advise the work, and when they meet. */
export default function GroupsSection({ tools, control, open }: SectionProps) {
  const { groups } = tools.content;
  return (
    <RowsSection
      title="Groups and meetings"
      intro="Who does the work or advises it, when each group meets, and the channel in which it is asked."
      id="groups"
      control={control}
      open={open}
      rows={open === null ? groups.filter(({ isBoard }) => !isBoard) : groups}
      newWords="a group"
      form={(row) => <GroupForm tools={tools} control={control} section="groups" row={row} />}
    />
  );
}
