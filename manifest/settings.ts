/** What one customer's app package differs in from another's. */
export interface ManifestSettings {
  /** GUID of the app in the tenant's Teams app catalogue. Stays the same for ever: another id is another app. */
  readonly appId: string;
  /** GUID of the Entra app registration, or managed identity, that the bot speaks as. */
  readonly botId: string;
  /** GUID of the Entra app registration that people sign in to the dashboard with. */
  readonly tabAppId: string;
  /** Where Milepost answers: a bare host name such as `milepost.example.gov.uk`. */
  readonly host: string;
  /** `1.2.3`. Teams offers an update only when it is higher than the one installed. */
  readonly version: string;
  readonly names: ManifestNames;
}

/** What people and administrators read before they install the app. */
export interface ManifestNames {
  /** At most 30 characters. */
  readonly short: string;
  /** At most 100 characters. */
  readonly full: string;
  /** Who answers for the app; at most 32 characters. */
  readonly developerName: string;
  /** https pages that open without signing in. */
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

/** Names used where none are given; the addresses are pages on Milepost's own host. */
export function defaultNames(host: string): ManifestNames {
  return {
    short: 'Milepost',
    full: 'Milepost: improvement plans kept true between meetings',
    developerName: 'Milepost contributors',
    websiteUrl: `https://${host}/about`,
    privacyUrl: `https://${host}/about/privacy`,
    termsUrl: `https://${host}/about/terms`,
  };
}
