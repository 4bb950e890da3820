/** Who is asking, as Teams or the tab's token says it; never taken from a card's own data. */
export interface Actor {
  readonly tenantId: string;
  readonly entraObjectId: string | null;
  /** Only where the platform vouches for it (roster, token). */
  readonly email: string | null;
}
