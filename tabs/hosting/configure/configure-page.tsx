import { useEffect, useState } from 'react';
import { usePlans } from '../../api/list-plans.ts';
import { useChannelGroup } from '../../api/view-check-in.ts';
import { NoPlans } from '../../app/no-plans.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { usePlace } from '../place-context.ts';
import { readTabSettings } from '../tab-settings.ts';
import { ChoiceForm } from './choice-form.tsx';
import { choiceOf, type TabChoice } from './tab-choice.ts';

/** What a tab of a channel, chat or meeting is to show; Teams frames it with its own Save. */
export default function ConfigurePage() {
  const { channelId } = usePlace();
  const { data: plans, error, retry } = usePlans();
  const channelGroup = useChannelGroup(channelId);
  const [before, setBefore] = useState<TabChoice | null>();
  useEffect(() => {
    readTabSettings().then(
      (address) => setBefore(address && choiceOf(address)),
      () => setBefore(null),
    );
  }, []);

  if (error && !plans) {
    return (
      <Problem title="Your plans cannot be shown" onRetry={retry}>
        {error.message}
      </Problem>
    );
  }
  if (!plans || channelGroup === undefined || before === undefined) {
    return <Waiting label="Reading your plans" />;
  }
  const [first] = plans;
  if (first === undefined) return <NoPlans onRetry={retry} />;
  // A plan that the person may no longer read is not among their choices.
  const kept = plans.some(({ planId }) => planId === before?.planId) ? before : null;
  const ofChannel = channelGroup && {
    planId: channelGroup.planId,
    group: channelGroup.groupName,
    view: 'plan' as const,
  };
  return (
    <ChoiceForm
      plans={plans}
      channelGroup={channelGroup}
      isNew={kept === null}
      initial={kept ?? ofChannel ?? { planId: first.planId, group: null, view: 'plan' }}
    />
  );
}
