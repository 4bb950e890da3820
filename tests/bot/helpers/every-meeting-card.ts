import { buildActionDialog } from '../../../bot/cards/action-dialog.ts';
import { buildAttendanceDialog } from '../../../bot/cards/attendance-dialog.ts';
import type { CardJson } from '../../../bot/cards/card.ts';
import { buildDecisionDialog } from '../../../bot/cards/decision-dialog.ts';
import { buildFoundItemCard } from '../../../bot/cards/found-item-card.ts';
import { buildGroupDialog } from '../../../bot/cards/group-dialog.ts';
import { buildOpenFormCard } from '../../../bot/cards/open-form-card.ts';
import { cardContext, makeLine } from './make-content.ts';
import {
  entraId,
  makeFoundItem,
  makeGroupChoice,
  makeMeetingContent,
  makePerson,
} from './make-meeting-content.ts';

/** Every card about meetings, each stuffed the same way. */
export const everyMeetingCard = ({
  count,
  text,
}: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const meeting = makeMeetingContent({
    groupName: text,
    meetingWords: 'Mon 24 Jan 2022, 10:00',
    people: [...numbers, ...numbers.map((n) => n + count)].map((n) =>
      makePerson({
        key: String(n),
        name: text,
        entraObjectId: entraId(n),
        isMember: n <= 12,
        wasThere: n <= 6,
      }),
    ),
    recommendations: numbers.map((n) => ({ key: `r${n}`, label: String(n), title: text })),
    decisions: numbers.map(() => text),
  });
  const action = { title: '', owner: '', due: '', recommendation: '', details: '' };
  const problem = (field: string, held = false) => ({ field, message: text, held });
  const made: Record<string, CardJson> = {
    'action, new': buildActionDialog({ meeting, values: action, checked: false, problems: [] }, cardContext),
    'action, with problems': buildActionDialog(
      {
        meeting,
        values: { title: text, owner: text, due: text, recommendation: text, details: text },
        checked: true,
        problems: [problem('title', true), problem('owner'), problem('due'), problem('recommendation')],
      },
      cardContext,
    ),
    'decision, new': buildDecisionDialog(
      { meeting, values: { decision: '' }, checked: false, problems: [] },
      cardContext,
    ),
    'decision, with problems': buildDecisionDialog(
      { meeting, values: { decision: text }, checked: false, problems: [problem('decision', true)] },
      cardContext,
    ),
    attendance: buildAttendanceDialog(
      {
        meeting,
        ticked: meeting.people.filter(({ wasThere }) => wasThere).map(({ key }) => key),
        problems: [problem('attendees')],
      },
      cardContext,
    ),
    'which group': buildGroupDialog(
      {
        groups: numbers.map((n) =>
          makeGroupChoice({ planId: `p${n % 2}`, groupKey: `g${n}`, groupName: text }),
        ),
        values: { group: '', title: text, details: text },
        problems: [problem('group')],
      },
      cardContext,
    ),
    'message that opens a form': buildOpenFormCard({ verb: 'attendance', meeting }, cardContext),
    'found item, for a message': buildFoundItemCard(
      makeFoundItem({ groupName: text, planName: text, line: makeLine({ title: text, ownerName: text }) }),
      cardContext,
    ),
  };
  return Object.entries(made);
};
