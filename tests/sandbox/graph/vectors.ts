import { readFileSync } from 'node:fs';
import type { Fault } from '../../../sandbox/core/fault-kinds.ts';

/** An example of Microsoft's pages, a recorded answer, or one made to match them. */
export interface Vector {
  readonly name: string;
  readonly grade: 'docs' | 'recorded' | 'reported' | 'constructed';
  /** Absent: an app asks Graph. */
  readonly direction?: 'graph-to-app';
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>> | null;
  };
}

export const VECTORS = JSON.parse(
  readFileSync(new URL('../../fixtures/graph/graph-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];

/** How an example is asked again. */
export interface Replay {
  /** Faults that make the sandbox answer as the example's service did. */
  readonly faults?: readonly Omit<Fault, 'rate' | 'seed'>[];
  /** Sent in place of a good token. */
  readonly authorization?: string;
  /** Other words in its address and body, for what can't be the same here. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** Every example that the sandbox answers as Graph does. */
export const REPLAYED: Readonly<Record<string, Replay>> = {
  'list-create#1:create-list': {},
  'list-get#1:get-list-1': {},
  'list-get#2:get-list-2': {},
  'list-list#1:enum-lists': {},
  'listitem-create#1:create-listitem': {},
  'listitem-get#1:get-list-item': {},
  'listitem-list#1:get-list-items': {},
  'listitem-update#1:update-listitem': {},
  'listitem-delete#1:delete-item-site': {},
  'listitemversion-get#1:get-single-version-listItem': {},
  'listitemversion-restore#1:restore-item-version-listItem': {},
  'site-get#1:get-site': {},
  'site-getbypath#1:get-site-by-hostname-and-path': {},
  'site-post-permissions#1:create_permission_from_': {},
  'site-list-permissions#1:list_permission': {},
  'site-get-permission#1:get_permission': {},
  'site-update-permission#1:update_permission_from_': {},
  'site-delete-permission#1:delete_permission_2': {},
  'userteamwork-sendactivitynotification#2:team_sendactivitynotification': {},
  'teams#activity-app-not-installed': { instead: { '{user-id}': 'plan-manager@alp.example' } },
  'subscription-get#1:get_subscription': {},
  'subscription-list#1:get_subscriptions': {},
  'subscription-update#1:update_subscription': {},
  'subscription-delete#1:delete_subscription': {},
  'channel-list#1:list_channels': {},
  'channel-list#2:list_private_channels': {},
  'channel-get#1:get_channel': {},
  'channel-list-members#1:channel-list_member': {},
  'team-list-members#1:get_members_in_team': {},
  'user-get#1:get_user_1': {},
  'user-get#2:get_user': {},
  'user-get#3:get_user_2': {},
  'list-list-columns#1:get_columns_from_list': {},
  // Every list has a Title already.
  'list-post-columns#1': { instead: { Title: 'Heading' } },
  'columns#create-text': { instead: { Title: 'Subheading' } },
  'delta#first-page': {},
  'delta#token-latest': {},
  'delta#410-resync': { faults: [{ kind: 'graph-resync', times: 1 }] },
  'items#filter-indexed-number': {},
  'items#filter-not-indexed': {},
  'items#filter-not-indexed-with-prefer': {},
  'items#orderby-not-indexed': {},
  'columns#create-status': {},
  'columns#create-tags': {},
  'columns#create-duedate': {},
  'columns#create-score': {},
  'columns#create-flag': {},
  'columns#create-owner': {},
  'columns#create-parent': {},
  'columns#list-column-get': {},
  'columns#update': {},
  'columns#delete': {},
  'lists#name-not-allowed': {},
  'item#update-if-match-412': {},
  'item#not-found': {},
  'item#unknown-field': {},
  'item#multichoice-write': {},
  'item#person-write-single': {},
  'item#patch-wrapper': {},
  'site#not-found': {},
  'invalid-token': { authorization: 'Bearer nonsense' },
  'throttle#ratelimit-80pct': { faults: [{ kind: 'graph-near-limit' }] },
  'throttle#429-own-limit': {
    faults: [{ kind: 'graph-throttle', retryAfterSeconds: 31 }, { kind: 'graph-near-limit' }],
  },
  'throttle#429-graph-generic': { faults: [{ kind: 'graph-throttle', retryAfterSeconds: 2.128 }] },
  'throttle#503': { faults: [{ kind: 'graph-busy', retryAfterSeconds: 120 }] },
  'batch#dependson-424': {},
  // The code is SharePoint's, which the sandbox gives for what SharePoint is asked.
  'batch#one-429-recorded': {
    faults: [{ kind: 'graph-throttle', times: 1, retryAfterSeconds: 5 }],
    instead: {
      '"/teams/d40d729b-df60-4b57-ac8f-102595090e0a"': '"/sites/{site-id}/lists/{list-id}/items/1"',
    },
  },
  'subscription#create-for-list': {},
  'subscription#validation-failed': {},
  'subscription#reauthorize': {},
  'subscription#gone': {},
};

/** What Graph sends to an app. */
export const SENT_TO_APPS: readonly string[] = ['webhook#list-changed', 'webhook#lifecycle-reauthorize'];

/**
 * Examples of what the sandbox does not have, with what its answer of 501 has to name; of a batch, what each part's has
 * to.
 */
export const NOT_IMPLEMENTED: Readonly<Record<string, string | readonly string[]>> = {
  'site-search#1:search-sites': 'GET /sites',
  'subscription-post-subscriptions#1:create_subscription_from_subscriptions':
    "subscriptions to 'me/mailFolders('Inbox')/messages'",
  'channel-get-filesfolder#1:get_filesFolder': '/filesFolder',
  'channel-post-tabs#1:get_team': '/tabs',
  'channel-list-tabs#1:list_tabs_in_channel_app_filter_1': '/tabs',
  'channel-list-tabs#2:list_tabs_in_channel_app_filter_2': '/tabs',
  'team-list-members#2:get_members_in_team_filter_by_userid': '$filter',
  'team-list-members#3:get_members_in_team_filter_by_username_or_email': '$filter',
  'userteamwork-sendactivitynotification#1:userteamwork_sendactivitynotification': 'entityUrl',
  'userteamwork-post-installedapps#1:user_add_teamsApp': 'installedApps',
  'userteamwork-list-installedapps#1:user_list_teamsApps_2': 'installedApps',
  'userteamwork-list-installedapps#2:user_list_teamsApps_details': 'installedApps',
  'userteamwork-list-installedapps#3:user_list_teamsApps_details_filter': 'installedApps',
  'userteamwork-delete-installedapps#1:user_delete_teamsApp': 'installedApps',
  'team-sendactivitynotification#1:team_sendactivitynotification': 'sendActivityNotification',
  'team-sendactivitynotification#2:team_sendactivitynotification': 'sendActivityNotification',
  'team-sendactivitynotification#3:team_sendactivitynotification': 'sendActivityNotification',
  'presence-get#1:get-your-presence': '/me/presence',
  'presence-get#2:get-user-presence': '/presence',
  'cloudcommunications-getpresencesbyuserid#1:get-presence-multiple-users': 'getPresencesByUserId',
  'user-list-manager#1:get_manager_2': '/manager',
  'user-list-manager#2:get_transitive_managers': '$expand',
  'columndefinition-get#1:get_column_from_contenttype': '/contentTypes/',
  'columndefinition-update#1:update_contenttype_column': '/contentTypes/',
  'columndefinition-delete#1:delete_columns_from_contenttype': '/contentTypes/',
  'batch#five-mixed': [
    'GET /me/memberOf',
    'GET /me/planner/tasks',
    'DELETE /groups/',
    'getPasswordSingleSignOnCredentials',
    'GET /users',
  ],
  'list-permission#grant': '/permissions',
  'teams#tab-create-recorded': '/tabs',
  'teams#channel-name-exists-recorded': '/channels',
  'meeting#attendance-report': 'onlineMeetings',
  'meeting#transcripts': 'onlineMeetings',
};
