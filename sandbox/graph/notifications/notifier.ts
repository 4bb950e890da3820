import type { World } from '../../core/world.ts';
import { openGraphStore } from '../store/store.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';
import { isReauthorizationDue, toLifecycleEntry, toNotification } from './entries.ts';
import { deliver } from './receiver.ts';

/** Changes that come close together are told of in one request. */
const GATHER_MS = 200;
/** The wait after a first failure; each one doubles it. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** After so long a receiver is not tried any more with what it missed. */
const GIVE_UP_MS = 4 * 3_600_000;

/** Tells receivers what changed. */
export interface Notifier {
  /** Waits for what is under way; tells nothing more. */
  stop(): Promise<void>;
}

/** A receiver that did not take what it was sent. Real time, in milliseconds. */
interface Failing {
  readonly sinceMs: number;
  readonly retryAtMs: number;
  readonly waitMs: number;
}

/** What one subscription is to be told of, and how to note that it was. */
interface Telling {
  readonly url: string;
  readonly entry: object;
  readonly note: () => void;
}

/**
 * Tells the receivers of subscriptions what changed, soon after it did; what was not taken is told again. What is to be
 * told is in the database: a restarted sandbox goes on where it stopped.
 */
export function startNotifier(world: World): Notifier {
  const store = openGraphStore(world.db);
  const failing = new Map<string, Failing>();
  let timer: NodeJS.Timeout | undefined;
  let wakeAtMs = Number.POSITIVE_INFINITY;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  const tellAll = async () => {
    const nowMs = performance.now();
    const tellings = listTellings(world, store).filter(
      ({ url }) => (failing.get(url)?.retryAtMs ?? 0) <= nowMs,
    );
    await Promise.all(
      [...Map.groupBy(tellings, ({ url }) => url)].map(([url, forUrl]) =>
        tell(world, { failing, url, forUrl }),
      ),
    );
    const retries = [...failing.values()].map(({ retryAtMs }) => retryAtMs - performance.now());
    if (retries.length > 0) wakeIn(Math.max(GATHER_MS, Math.min(...retries)));
  };
  const wakeIn = (ms: number) => {
    const atMs = performance.now() + ms;
    if (isStopped || atMs >= wakeAtMs) return;
    clearTimeout(timer);
    wakeAtMs = atMs;
    timer = setTimeout(() => {
      wakeAtMs = Number.POSITIVE_INFINITY;
      running = running.then(tellAll);
    }, ms);
  };
  const wakeSoon = () => wakeIn(GATHER_MS);
  const forget = () => failing.clear();
  world.events.on('lists', wakeSoon).on('clock', wakeSoon).on('reset', forget);
  wakeSoon();

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      world.events.off('lists', wakeSoon).off('clock', wakeSoon).off('reset', forget);
      await running;
    },
  };
}

/** What has to be told as things stand. */
function listTellings({ clock, directory }: World, store: ReturnType<typeof openGraphStore>): Telling[] {
  const nowMs = clock.now().epochMilliseconds;
  const { tenantId } = directory;
  return store.subscriptions.living(nowMs).flatMap((subscription) => {
    const tellings: Telling[] = [];
    const sequence = store.changes.newest(subscription.listId);
    if (sequence > subscription.toldSequence)
      tellings.push({
        url: subscription.notificationUrl,
        entry: toNotification(subscription, tenantId),
        note: () => store.subscriptions.markTold(subscription.id, sequence),
      });
    const lifecycleUrl = lifecycleUrlOf(subscription, nowMs);
    if (lifecycleUrl !== null)
      tellings.push({
        url: lifecycleUrl,
        entry: toLifecycleEntry(subscription, tenantId),
        note: () => store.subscriptions.markReauthorizationAsked(subscription.id),
      });
    return tellings;
  });
}

function lifecycleUrlOf(subscription: StoredSubscription, nowMs: number): string | null {
  return isReauthorizationDue(subscription, nowMs) ? subscription.lifecycleNotificationUrl : null;
}

interface Tell {
  readonly failing: Map<string, Failing>;
  readonly url: string;
  readonly forUrl: readonly Telling[];
}

async function tell({ faults }: World, { failing, url, forUrl }: Tell): Promise<void> {
  const entries = forUrl.map(({ entry }) => entry);
  const isLost = faults.strike('graph-notify-lost') !== undefined;
  const isTaken = isLost || (await deliver(url, entries));
  if (isTaken && !isLost && faults.strike('graph-notify-twice') !== undefined) await deliver(url, entries);
  const nowMs = performance.now();
  const { sinceMs = nowMs, waitMs = FIRST_RETRY_MS } = failing.get(url) ?? {};
  if (isTaken || nowMs - sinceMs > GIVE_UP_MS) {
    failing.delete(url);
    for (const { note } of forUrl) note();
  } else {
    const nextWaitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS);
    failing.set(url, { sinceMs, retryAtMs: nowMs + waitMs, waitMs: nextWaitMs });
  }
}
