/** A file that can be had: one that a person sent, or that the bot gave. */
export interface FileLink {
  readonly kind: 'file';
  readonly id: string;
  readonly name: string;
}

/** A file that the bot would put into a person's OneDrive, if they accept. */
export interface FileConsent {
  readonly kind: 'consent';
  readonly name: string;
  readonly description: string;
  readonly sizeInBytes: number;
  readonly acceptContext: unknown;
  readonly declineContext: unknown;
  readonly state: 'open' | 'accepted' | 'declined';
}

/** What a message holds besides words and cards. */
export type MessageFile = FileLink | FileConsent;

export function findConsent(files: readonly MessageFile[]): FileConsent | undefined {
  return files.find((file) => file.kind === 'consent');
}
