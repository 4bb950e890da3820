import { readFileSync } from 'node:fs';
import { parsePeople } from '../../plan/import/people.ts';
import { parsePublishedPlan } from '../../plan/import/published-plan.ts';
import { importRows } from '../../plan/import/rows.ts';
import type { Plan } from '../../plan/plan.ts';
import { makeGroup, makeOwner, makePlan } from './make-plan.ts';

const seedAt = (name: string) => readFileSync(new URL(`../../sandbox/seed/${name}`, import.meta.url), 'utf8');

/** The sample plan with its people, as it stands right after import; rows are keyed by name or number. */
export function makeSamplePlan(overrides: Partial<Plan> = {}): Plan {
  const rows = importRows(parsePublishedPlan(seedAt('plan.txt')));
  const people = parsePeople(seedAt('people.json'));
  const numbered = <T extends { readonly title: string }>(row: T, at: number) => ({
    ...row,
    key: row.title,
    itemId: at + 1,
  });
  return makePlan({
    name: 'ALP improvement plan',
    themes: rows.themes.map(numbered),
    groups: people.groups.map((group, at) =>
      makeGroup({
        key: group.name,
        itemId: at + 1,
        title: group.name,
        kind: group.kind,
        chair: group.chair ?? null,
        teamId: group.teamId ?? null,
        channelId: group.channelId ?? null,
        everyWeeks: group.everyWeeks ?? null,
        everyMonths: group.everyMonths ?? null,
        firstMeeting: group.firstMeeting ?? null,
        meetingTime: group.meetingTime ?? null,
      }),
    ),
    owners: people.owners.map(({ name, email, roles, groups }, at) =>
      makeOwner({ key: email, itemId: at + 1, title: name, email, roles, groups }),
    ),
    recommendations: rows.recommendations.map((row, at) => {
      const lead = people.leads.find((one) => one.number === row.number);
      const key = `rec-${row.number}`;
      return { ...row, key, itemId: at + 1, leadGroup: lead?.group ?? null, owner: lead?.owner ?? null };
    }),
    milestones: rows.milestones.map(numbered),
    measures: rows.measures.map(numbered),
    ...overrides,
  });
}
