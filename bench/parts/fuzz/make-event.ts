import type { ActivityFields } from '../activity.ts';
import { draw, type Random } from '../chance.ts';
import { mutate } from './mutate.ts';

/** What Teams tells of without asking for anything. */
const EVENTS: readonly ActivityFields[] = [
  {
    type: 'event',
    name: 'application/vnd.microsoft.meetingStart',
    value: { Id: '1', Title: 'Data group', MeetingType: 'Scheduled', StartTime: '2022-01-11T10:00:00Z' },
  },
  { type: 'event', name: 'application/vnd.microsoft.meetingEnd', value: { Id: '1', Title: 'Data group' } },
  { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } },
  { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] },
  { type: 'conversationUpdate', membersRemoved: [{ id: '29:somebody' }] },
  { type: 'installationUpdate', action: 'add' },
  { type: 'installationUpdate', action: 'remove-upgrade' },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
  { type: 'messageUpdate', text: 'Edited' },
  { type: 'messageDelete' },
  { type: 'typing' },
  { type: 'endOfConversation' },
  { type: 'handoff' },
];

export function makeEvent(random: Random): ActivityFields {
  const event = draw(EVENTS, random);
  const changed = random() < 0.5 ? event : mutate(event, random);
  return typeof changed === 'object' ? { ...changed, type: event.type } : event;
}
