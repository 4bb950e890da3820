import type { World } from '../core/world.ts';

/** One entry of a person's activity feed, as an app sent it. */
export interface FeedEntry {
  readonly id: string;
  /** Sandbox clock, ISO. */
  readonly at: string;
  /** What it is about. */
  readonly topic: string;
  /** A deep link into Teams. */
  readonly webUrl: string;
  /** One of those that the app package declares. */
  readonly activityType: string;
  /** Values of what stands in braces in the package's text for this type. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly preview: string;
  readonly isUnread: boolean;
}

type NewEntry = Omit<FeedEntry, 'id' | 'at' | 'isUnread'> & { readonly personaId: string };

/** Adds an entry and tells the page. */
export function addFeedEntry(world: World, { personaId, ...entry }: NewEntry): void {
  const { topic, webUrl, activityType, parameters, preview } = entry;
  world.db
    .prepare(
      'insert into teams_feed (persona_id, at, topic, web_url, activity_type, parameters, preview) values (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      personaId,
      world.clock.now().toString(),
      topic,
      webUrl,
      activityType,
      JSON.stringify(parameters),
      preview,
    );
  world.events.emit('feed', { personaId });
}

/** A person's feed, the newest first. */
export function listFeed({ db }: World, personaId: string): FeedEntry[] {
  return db
    .prepare('select * from teams_feed where persona_id = ? order by id desc')
    .all(personaId)
    .map((row) => ({
      id: String(row.id),
      at: String(row.at),
      topic: String(row.topic),
      webUrl: String(row.web_url),
      activityType: String(row.activity_type),
      parameters: JSON.parse(String(row.parameters)) as FeedEntry['parameters'],
      preview: String(row.preview),
      isUnread: row.is_read === 0,
    }));
}

/** The person has looked at their feed. */
export function markFeedRead(world: World, personaId: string): void {
  const { changes } = world.db
    .prepare('update teams_feed set is_read = 1 where persona_id = ? and is_read = 0')
    .run(personaId);
  if (changes > 0) world.events.emit('feed', { personaId });
}
