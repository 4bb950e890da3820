/** What the controls of channels' tabs take and answer; the table of all controls is in shapes.ts. */

/** The app's tab in a channel. */
export interface TabView extends TabSettings {
  readonly id: string;
  readonly conversationId: string;
  readonly name: string;
}

/** What the app's configuration page says of a tab, in the names of teams-js. */
export interface TabSettings {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string | null;
}

/** Adds a tab; `name` is the one the configuration page suggests. */
export interface AddTabRequest {
  readonly persona: string;
  readonly name: string;
  readonly settings: TabSettings;
}

/** Sets a tab up anew. `settings` null: takes it away. */
export interface ChangeTabRequest {
  readonly persona: string;
  readonly settings: TabSettings | null;
}
