import * as z from 'zod/mini';

const pendingSchema = z.object({
  state: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  /** Where in the plan the person was, `#` and all; `''` at its start. */
  hash: z.string(),
  /** `page`: for this page itself; `window`: for the tab in Teams that opened this window. */
  purpose: z.enum(['page', 'window']),
});
const signedInSchema = z.object({
  token: z.string(),
  /** By this machine's clock, in milliseconds since 1970. */
  expiresAtMs: z.number(),
  name: z.nullable(z.string()),
  /** Whom to sign in again without asking. */
  loginHint: z.nullable(z.string()),
});

/** A sign-in under way, while the browser is with Microsoft. */
export type Pending = z.infer<typeof pendingSchema>;
/** Somebody's token, and whose it is. */
export type SignedIn = z.infer<typeof signedInSchema>;

/** What outlives a redirect, and neither this window nor a reload of another: the browser forgets it with the window. */
export const kept = {
  pending: keep('milepost.sign-in.pending', pendingSchema),
  signedIn: keep('milepost.sign-in.token', signedInSchema),
  /** Somebody signed out here: the next page does not sign them in again by itself. */
  signedOut: keep('milepost.sign-in.out', z.literal(true)),
};

/** What this window keeps of whoever signs out, words that were not saved too, is for nobody else. */
export function forgetEverything(): void {
  sessionStorage.clear();
}

function keep<Value>(name: string, schema: z.ZodMiniType<Value>) {
  return {
    read(): Value | null {
      const parsed = schema.safeParse(parseJson(sessionStorage.getItem(name)));
      return parsed.success ? parsed.data : null;
    },
    write: (value: Value) => sessionStorage.setItem(name, JSON.stringify(value)),
    forget: () => sessionStorage.removeItem(name),
  };
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
