import { GroupForm } from './forms/group-form.tsx';
import { RowsSection } from './rows-section.tsx';
import type { SectionProps } from './section-props.ts';

/** The boards that oversee the plan, each by its own calendar. */
export default function BoardsSection({ tools, control, open }: SectionProps) {
  const { groups } = tools.content;
  return (
    <RowsSection
      title="Boards"
      intro="Who oversees the plan, and every how many months: its summary is made ready for each meeting."
      id="boards"
      control={control}
      open={open}
      rows={open === null ? groups.filter(({ isBoard }) => isBoard) : groups}
      newWords="a board"
      form={(row) => <GroupForm tools={tools} control={control} section="boards" row={row} />}
    />
  );
}
