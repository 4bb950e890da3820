import {
  endTurn,
  pausePlace,
  releaseBrakes,
  type SendPlace,
  stopSending,
  takeTurn,
} from '../../store/send-limits.ts';
import type { LoopDeps } from '../deps.ts';
import type { SendOutcome } from '../ports/messenger.ts';

/** What became of a message that Teams was to get when it may have more. */
export type AttemptOutcome =
  | Exclude<SendOutcome, { readonly status: 'throttled' | 'unauthorised' }>
  | {
      /** Certainly not sent; to be tried again after `waitMs`. */
      readonly status: 'later';
      readonly code: 'Paced' | 'Paused' | 'Stopped' | 'Throttled';
      readonly waitMs: number;
      /** Whether it was tried at all. */
      readonly wasTried: boolean;
    };

/**
 * Sends one message where Teams' limits let it, whichever process sent what before, and remembers in the database what
 * Teams asks for: to leave a place alone, or to look at our credentials.
 */
export async function attemptSend(
  deps: Pick<LoopDeps, 'database' | 'log'>,
  to: SendPlace,
  send: () => Promise<SendOutcome>,
): Promise<AttemptOutcome> {
  const { database } = deps;
  const turn = await takeTurn(database, to);
  if (turn.status === 'later') return { ...turn, wasTried: false };
  const outcome = await send().finally(() => endTurn(database, turn.sendId));
  switch (outcome.status) {
    case 'throttled': {
      const waitMs = await pausePlace(database, { ...to, retryAfterMs: outcome.retryAfterMs });
      return { status: 'later', code: 'Throttled', waitMs, wasTried: true };
    }
    case 'unauthorised': {
      const { waitMs, isNew } = await stopSending(database, to.tenantId);
      if (isNew) {
        const remedy =
          'check the application id, its secret or identity, and the tenant; it is tried every minute';
        deps.log.error(
          { code: outcome.code, remedy },
          'Teams does not take our credentials: nothing is sent',
        );
      }
      return { status: 'later', code: 'Stopped', waitMs, wasTried: true };
    }
    case 'sent':
      await releaseBrakes(database, to);
      return outcome;
    default:
      return outcome;
  }
}

/** A channel with all its threads, or a chat, as Teams counts what is sent there. */
export function placeOf(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}
