import * as z from 'zod/mini';
import { SignInFailure } from './failure.ts';

const settingsSchema = z.object({
  issuer: z.string(),
  authorizeUrl: z.url(),
  tokenUrl: z.url(),
  signOutUrl: z.url(),
  clientId: z.string(),
  scope: z.string(),
});

/** Where somebody signs in, and as which app. */
export type SignInSettings = z.infer<typeof settingsSchema>;

/** `GET /sign-in`. @throws SignInFailure `unreachable` */
export async function readSignInSettings(): Promise<SignInSettings> {
  try {
    const response = await fetch('/api/v1/sign-in');
    return settingsSchema.parse(await response.json());
  } catch (cause) {
    throw new SignInFailure('unreachable', { cause });
  }
}
