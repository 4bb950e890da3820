import { isWorkingDay } from '../../../plan/calendar/working-days.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Queryable } from '../../../store/database.ts';
import { planNotices } from '../../../store/ledger.ts';
import { makeAction, makeGroup, makePlan } from '../../../tests/helpers/make-plan.ts';
import type { SandboxDirectory } from '../../../tests/helpers/sandbox.ts';
import { noticeSubject } from '../../../workflow/notices/notice-keys.ts';
import type { LedgerRecipient } from '../../../workflow/notices/plan-notices.ts';

/** It is a working day long after the last alert. */
export const NOW = Temporal.Instant.from('2040-03-14T10:00:00Z');
const FIRST_DAY = '2022-03-01';

/** A plan with a group in each of these channels, and something due in each of them on so many working days. */
export function planWithAlerts(directory: SandboxDirectory, { alerts }: { readonly alerts: number }): Plan {
  const channels = directory.teams.flatMap((team) =>
    team.channels
      .filter(({ name }) => name !== 'General')
      .map(({ id }) => ({ teamId: team.id, channelId: id })),
  );
  const groups = channels.map((channel, at) => makeGroup({ key: `group-${at}`, itemId: at + 1, ...channel }));
  const actions = workingDays(Math.ceil(alerts / groups.length)).flatMap((due, turn) =>
    groups.map(({ key }, at) =>
      makeAction({
        key: `${key}-${due}`,
        itemId: turn * groups.length + at + 1,
        title: `Due on ${due}`,
        group: key,
        baselineDue: due,
        forecastDue: due,
      }),
    ),
  );
  return makePlan({ groups, actions });
}

/** Enters an alert for each of its actions in the ledger, no two of which say the same. */
export function enterAlerts(db: Queryable, plan: Plan): Promise<number> {
  return planNotices(
    db,
    plan.actions.map(({ group, forecastDue }) => ({
      kind: 'alert',
      subject: noticeSubject(plan.id, group ?? ''),
      period: forecastDue ?? '',
      planId: plan.id,
      recipient: { kind: 'channel', groupKey: group ?? '', meetingKey: null } satisfies LedgerRecipient,
      dueAt: NOW.toString(),
      expiresAt: NOW.add({ hours: 24 }).toString(),
    })),
  );
}

function workingDays(count: number): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(FIRST_DAY); days.length < count; day = day.add({ days: 1 }))
    if (isWorkingDay(day.toString(), [])) days.push(day.toString());
  return days;
}
