import type { ImportedRow, ImportedRows, SaidValue } from './imported.ts';
import type { People } from './people.ts';

/** The rows of a people file. What it says of groups, people and leads counts: whoever sends it means it so. */
export function peopleRows({ groups, owners, leads }: People): ImportedRows[] {
  const common = { rule: 'file', sameFact: null } as const;
  return [
    {
      ...common,
      list: 'Groups',
      makesRows: true,
      rows: groups.map(({ name, ...group }) =>
        rowOf(`Group “${name}”`, { title: name, active: true, ...group }),
      ),
    },
    {
      ...common,
      list: 'Owners',
      makesRows: true,
      rows: owners.map(({ name, ...owner }) => rowOf(`Person “${name}”`, { title: name, ...owner })),
    },
    {
      ...common,
      list: 'Recommendations',
      makesRows: false,
      rows: leads.map(({ number, group, owner }) =>
        rowOf(`Recommendation ${number}`, { number, leadGroup: group, owner }),
      ),
    },
  ];
}

function rowOf(label: string, row: Readonly<Record<string, SaidValue | undefined>>): ImportedRow {
  const said = Object.entries(row).filter((entry): entry is [string, SaidValue] => {
    const [, value] = entry;
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  return { label, place: null, itemId: null, says: Object.fromEntries(said), fills: {} };
}
