/** What fetching and storing files must be told. */
export interface FileSettings {
  /** Addresses below which files may be fetched and put. */
  readonly fileUrls: readonly string[];
  /** How long one file may take. */
  readonly timeoutMs: number;
}
