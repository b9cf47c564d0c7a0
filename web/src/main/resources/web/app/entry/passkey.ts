import { users } from '../api/client';
import { session } from '../api/session';
import { Problem } from '../api/problem';
import type { NewPasskeyOptions, NewPasskeyCredential, PasskeyLoginOptions, UsedPasskeyCredential } from '../api/types/users';
import { bytes } from '../kit/base64url';

export const canUsePasskeys = (): boolean => 'credentials' in navigator && 'PublicKeyCredential' in window && isSecureContext;

/** False when the person has thought better of it. */
export async function logInByPasskey(): Promise<boolean> {
  const { data } = await users('POST /v1/passkeys/login/options', { open: true });
  const options: PasskeyLoginOptions = data;
  const credential = await chosen(() =>
    navigator.credentials.get({ publicKey: { ...(options as object), challenge: bytes(options.challenge), allowCredentials: [] } as PublicKeyCredentialRequestOptions }),
  );
  if (!credential) return false;
  const response = credential.response as AuthenticatorAssertionResponse;
  const body: UsedPasskeyCredential = {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined,
    },
  };
  session.admit((await users('POST /v1/passkeys/login', { body, open: true })).data);
  return true;
}

/** False when the person has thought better of it. */
export async function addPasskey(name: string): Promise<boolean> {
  const { data } = await users('POST /v1/passkeys/options');
  const options: NewPasskeyOptions = data;
  const credential = await chosen(() =>
    navigator.credentials.create({
      publicKey: {
        ...(options as object),
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: (options.excludeCredentials ?? []).map((known) => ({ ...known, id: bytes(known.id) })),
      } as unknown as PublicKeyCredentialCreationOptions,
    }),
  );
  if (!credential) return false;
  const response = credential.response as AuthenticatorAttestationResponse;
  const made: NewPasskeyCredential = {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
  await users('POST /v1/passkeys', { body: { name, credential: made } });
  return true;
}

async function chosen(choose: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    return ((await choose()) as PublicKeyCredential) ?? undefined;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'NotAllowedError') return undefined;
    throw new Problem({ code: 'passkey-failed', status: 400 });
  }
}

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
