import { listActions } from '../../../sandbox/teams/card-walk.ts';
import { mergeData } from '../../../sandbox/teams/client/find-action.ts';
import type { PressPlace } from '../activity.ts';
import { draw, drawNumber, type Random } from '../chance.ts';
import type { ButtonData, Card } from '../desk.ts';
import type { BenchPerson } from '../people.ts';
import { cardsIn } from './inspect.ts';

/** A button that the bot has sent, and before whom it stands. */
export interface KnownButton {
  /** What it sends when nobody has typed anything. */
  readonly data: ButtonData;
  /** Ids of all inputs of its card, also of those that are empty. */
  readonly inputIds: readonly string[];
  readonly person: BenchPerson;
  readonly place: PressPlace;
}

/** Buttons of cards that the bot has sent, some of each verb. */
export interface CardPool {
  /** Takes the buttons of every card in what was sent to a person. */
  take(sent: unknown, person: BenchPerson, place: PressPlace): void;
  /** A button of a verb that is drawn before, so that none is left out. */
  draw(random: Random): KnownButton;
  verbs(): readonly string[];
}

/** What puts people's words into the plan is pressed more often than the rest. */
const OFTEN: readonly string[] = ['save-answers', 'answer-item', 'save-action', 'save-decision'];
const OFTEN_RATE = 0.4;

/** So many of each verb are kept; newer ones take the place of older ones. */
const MOST_OF_A_VERB = 60;

export function createCardPool(random: Random): CardPool {
  const byVerb = new Map<string, KnownButton[]>();
  return {
    take(sent, person, place) {
      for (const card of cardsIn(sent)) {
        const inputIds = inputIdsIn(card);
        for (const action of listActions(card as Card)) {
          const data = mergeData(action, {}) as ButtonData | null | undefined;
          const verb = data?.milepost?.verb;
          if (data == null || typeof verb !== 'string') continue;
          const known = byVerb.get(verb) ?? [];
          byVerb.set(verb, known);
          const at = known.length < MOST_OF_A_VERB ? known.length : drawNumber(MOST_OF_A_VERB, random);
          known[at] = { data, inputIds, person, place };
        }
      }
    },
    draw(chance) {
      const often = OFTEN.flatMap((verb) => byVerb.get(verb) ?? []);
      return chance() < OFTEN_RATE && often.length > 0
        ? draw(often, chance)
        : draw(draw([...byVerb.values()], chance), chance);
    },
    verbs: () => [...byVerb.keys()].toSorted(),
  };
}

function inputIdsIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, id } = node as { readonly type?: unknown; readonly id?: unknown };
  const own = String(type).startsWith('Input.') && typeof id === 'string' ? [id] : [];
  return [...own, ...Object.values(node).flatMap(inputIdsIn)];
}
