import type { DatabaseSync } from 'node:sqlite';

/**
 * Makes the tables of Teams where they are missing.
 * - `teams_chat`: one row per person who has a chat with the bot.
 * - `teams_message`: every message, in the order of `id` (a whole number, growing). `awaits_replacement` is 1 after the bot
 *   tried to update it and was refused, or deleted it, until a new card takes its place.
 * - `teams_message_file`: what a message holds besides words and cards, as JSON, in the order of `position`.
 * - `teams_file`: files; `content` is null while only a place is kept for one.
 * - `teams_own_view`: cards that one person alone sees in place of the message's own.
 * - `teams_dialog`: dialogs that were opened, by a card or (`command`) by a message extension; `closed` is 1 once they
 *   were left.
 * - `teams_meeting`: meetings that were started; `ended_at` is null while they run.
 * - `teams_tab`: the app's tabs in channels.
 * - `teams_found`: cards a message extension offered to a person, until they post one.
 * - `teams_place_state`: what became of teams and channels; `name` is null while it is the directory's.
 * - `teams_block`: people who blocked the app.
 * - `teams_feed`: people's activity feeds.
 * - `teams_region`: at most one row: the region whose address Teams names.
 * - `teams_install`: where the app is installed; `accepted` is 1 once the bot has answered to being told.
 * - `teams_delivery`: what was delivered to the bot, and what it answered; `first_id` is that of the activity it is a copy of.
 */
export function openTeamsTables(db: DatabaseSync): void {
  db.exec(`
    create table if not exists teams_chat (
      id text primary key, persona_id text not null unique
    ) strict;
    create table if not exists teams_message (
      id integer primary key, conversation_id text not null, thread_id text, persona_id text, at text not null,
      edited_at text, text text not null, cards text not null, superseded_by text,
      awaits_replacement integer not null default 0, deleted integer not null default 0
    ) strict;
    create index if not exists teams_message_place on teams_message (conversation_id, id);
    create table if not exists teams_message_file (
      message_id integer not null, position integer not null, file text not null, primary key (message_id, position)
    ) strict;
    create table if not exists teams_file (
      id text primary key, name text not null, content blob
    ) strict;
    create table if not exists teams_own_view (
      message_id integer not null, persona_id text not null, cards text not null, primary key (message_id, persona_id)
    ) strict;
    create table if not exists teams_dialog (
      id text primary key, persona_id text not null, message_id text not null, conversation_id text not null,
      title text not null, card text, url text, command text, closed integer not null default 0
    ) strict;
    create table if not exists teams_meeting (
      id text primary key, conversation_id text not null, thread_id text, title text not null,
      persona_id text not null, started_at text not null, ended_at text
    ) strict;
    create table if not exists teams_tab (
      id text primary key, conversation_id text not null, name text not null, entity_id text not null,
      content_url text not null, website_url text
    ) strict;
    create table if not exists teams_found (
      id text primary key, persona_id text not null, conversation_id text not null, cards text not null
    ) strict;
    create table if not exists teams_place_state (
      id text primary key, name text, is_archived integer not null, is_deleted integer not null
    ) strict;
    create table if not exists teams_block (persona_id text primary key) strict;
    create table if not exists teams_feed (
      id integer primary key, persona_id text not null, at text not null, topic text not null, web_url text not null,
      activity_type text not null, parameters text not null, preview text not null, is_read integer not null default 0
    ) strict;
    create table if not exists teams_region (region text not null) strict;
    create table if not exists teams_install (
      subject text primary key, accepted integer not null default 0
    ) strict;
    create table if not exists teams_delivery (
      seq integer primary key autoincrement, at text not null, activity text not null, first_id text not null,
      status integer not null, answer text
    ) strict;
  `);
  addColumn(db, { table: 'teams_dialog', column: 'command text' });
}

/** A data directory of an earlier sandbox lacks what came later. */
function addColumn(db: DatabaseSync, { table, column }: { table: string; column: string }): void {
  const [name] = column.split(' ');
  const there = db.prepare('select 1 from pragma_table_info(?) where name = ?').get(table, name ?? '');
  if (there === undefined) db.exec(`alter table ${table} add column ${column}`);
}
