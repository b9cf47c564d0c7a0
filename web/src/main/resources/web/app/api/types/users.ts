// Made from src/openapi/users.json by ApiTypesTest; not to be edited.

export type AccountChange = {
  locale?: string;
  name?: string;
  timeZone?: string;
};

export type AccountView = {
  approved?: boolean;
  createdAt?: Instant;
  email?: string;
  id?: UUID;
  locale?: string;
  name?: string;
  role?: Role;
  timeZone?: string;
};

export type Act = 'ACCOUNT_MADE' | 'ACCOUNT_CHANGED' | 'LOGGED_IN' | 'LOGIN_FAILED' | 'LOGGED_OUT' | 'LOGINS_ENDED' | 'LOGIN_STOLEN' | 'LINK_ASKED' | 'PASSWORD_CHANGED' | 'PASSKEY_ADDED' | 'PASSKEY_REMOVED' | 'CLIENT_MADE' | 'CLIENT_DELETED' | 'SECRET_ADDED' | 'SECRET_DELETED' | 'CHILD_ADDED' | 'CHILD_CHANGED' | 'CHILD_ERASED' | 'CARER_INVITED' | 'CARER_JOINED' | 'CARER_LEFT' | 'CONSENT_CHANGED' | 'PROFILE_CHANGED' | 'DATA_EXPORTED' | 'ERASURE_ASKED' | 'ERASURE_CONFIRMED' | 'ERASURE_CANCELLED' | 'ACCOUNT_ERASED' | 'ACCOUNT_DISABLED' | 'ACCOUNT_ENABLED' | 'INSTRUCTOR_APPROVED' | 'ACCOUNTS_READ';

export type AdminView = {
  approved?: boolean;
  createdAt?: Instant;
  disabledAt?: Instant;
  email?: string;
  id?: UUID;
  name?: string;
  role?: Role;
};

export type ApiClientView = {
  createdAt?: Instant;
  id?: UUID;
  lastUsedAt?: Instant;
  name?: string;
  scopes?: string[];
  secret?: string;
  secrets?: SecretView[];
};

export type AuditView = {
  accountId?: UUID;
  act?: Act;
  actorId?: UUID;
  at?: Instant;
  id?: UUID;
  subjectId?: UUID;
};

export type CarerView = {
  id?: UUID;
  joinedAt?: Instant;
  name?: string;
};

export type Change = {
  changedAt?: Instant;
  given?: boolean;
  source?: string;
  textVersion?: string;
};

export type ChildChange = {
  bornOn?: LocalDate;
  dueOn?: string | null;
  name?: string;
};

export type ChildView = {
  bornOn?: LocalDate;
  createdAt?: Instant;
  dueOn?: LocalDate;
  id?: UUID;
  name?: string;
};

export type Consent = 'PHOTOS' | 'RECORDINGS' | 'MARKETING' | 'MEET_OTHER_PARENTS';

export type ConsentView = {
  consent?: Consent;
  given?: boolean;
  history?: Change[];
};

export type ConsentsView = {
  items?: ConsentView[];
};

export type ConsentsWish = {
  marketing: boolean;
  meetOtherParents: boolean;
  photos: boolean;
  recordings: boolean;
  source: string;
  textVersion: string;
};

export type Credentials = {
  email: string;
  password: string;
};

export type Descriptor = {
  id?: string;
  transports?: string[];
  type?: string;
};

export type ErasureToken = {
  token: string;
};

export type ErasureView = {
  askedAt?: Instant;
  dueAt?: Instant;
  id?: UUID;
  state?: State;
};

export type Forgotten = {
  email: string;
};

export type HttpProblem = {
  detail?: string;
  instance?: string;
  status?: number;
  title?: string;
  type?: string;
};

export type HttpValidationProblem = {
  detail?: string;
  instance?: string;
  status?: number;
  title?: string;
  type?: string;
  violations?: Violation[];
};

export type Instant = string;

export type InstructorView = {
  about?: string;
  id?: UUID;
  name?: string;
  photoUrl?: string;
  socialLinks?: string[];
  website?: string;
};

export type Introspection = {
  active?: boolean;
  aud?: string[];
  client_id?: string;
  exp?: number;
  groups?: string[];
  iat?: number;
  iss?: string;
  jti?: string;
  scope?: string;
  sub?: string;
  token_type?: string;
};

export type Invitation = {
  email: string;
};

export type InvitationToken = {
  token: string;
};

export type Issued = {
  access_token?: string;
  expires_in?: number;
  scope?: string;
  token_type?: string;
};

export type Jwk = {
  alg?: string;
  e?: string;
  kid?: string;
  kty?: string;
  n?: string;
  use?: string;
};

export type Jwks = {
  keys?: Jwk[];
};

export type Kind = 'CARER' | 'INSTRUCTOR';

export type LocalDate = string;

export type LoggedIn = {
  accessToken?: string;
  expiresIn?: number;
  tokenType?: string;
};

export type Login = {
  current?: boolean;
  device?: string;
  id?: UUID;
  lastUsedAt?: Instant;
  loggedInAt?: Instant;
  method?: LoginMethod;
};

export type LoginMethod = 'PASSWORD' | 'MAGIC_LINK' | 'PASSKEY';

export type MagicLinkToken = {
  token: string;
};

export type MagicLinkWish = {
  email: string;
};

export type Metadata = {
  access_token_revocation_supported?: boolean;
  grant_types_supported?: string[];
  introspection_endpoint?: string;
  introspection_endpoint_auth_methods_supported?: string[];
  issuer?: string;
  jwks_uri?: string;
  response_types_supported?: string[];
  revocation_endpoint?: string;
  revocation_endpoint_auth_methods_supported?: string[];
  scopes_supported?: string[];
  token_endpoint?: string;
  token_endpoint_auth_methods_supported?: string[];
};

export type NewAccount = {
  email: string;
  locale?: string;
  name: string;
  password: string;
  role: Kind;
  timeZone: string;
};

export type NewChild = {
  bornOn: LocalDate;
  dueOn?: LocalDate;
  name: string;
};

export type NewClient = {
  name: string;
  scopes: string[];
};

export type NewPasskey = {
  credential: NewPasskeyCredential;
  name: string;
};

export type NewPasskeyCredential = {
  authenticatorAttachment?: string;
  clientExtensionResults?: Record<string, unknown>;
  id: string;
  rawId?: string;
  response: PasskeyAttestation;
  type: string;
};

export type NewPasskeyOptions = {
  attestation?: string;
  authenticatorSelection?: Selection;
  challenge?: string;
  excludeCredentials?: Descriptor[];
  pubKeyCredParams?: Parameter[];
  rp?: RelyingParty;
  timeout?: number;
  user?: User;
};

export type NewPassword = {
  password: string;
  token: string;
};

export type OAuthError = {
  error?: string;
  error_description?: string;
};

export type PageAdminView = {
  items?: AdminView[];
  nextCursor?: string;
};

export type PageApiClientView = {
  items?: ApiClientView[];
  nextCursor?: string;
};

export type PageAuditView = {
  items?: AuditView[];
  nextCursor?: string;
};

export type PageCarerView = {
  items?: CarerView[];
  nextCursor?: string;
};

export type PageChildView = {
  items?: ChildView[];
  nextCursor?: string;
};

export type PageLoginView = {
  items?: Login[];
  nextCursor?: string;
};

export type PagePasskeyView = {
  items?: Passkey[];
  nextCursor?: string;
};

export type Parameter = {
  alg?: number;
  type?: string;
};

export type Part = {
  did?: unknown;
  doneAt?: Instant;
  service?: string;
};

export type Passkey = {
  createdAt?: Instant;
  id?: UUID;
  lastUsedAt?: Instant;
  name?: string;
  synced?: boolean;
};

export type PasskeyAssertion = {
  authenticatorData: string;
  clientDataJSON: string;
  signature: string;
  userHandle?: string;
};

export type PasskeyAttestation = {
  attestationObject: string;
  authenticatorData?: string;
  clientDataJSON: string;
  publicKey?: string;
  publicKeyAlgorithm?: number;
  transports?: string[];
};

export type PasskeyLoginOptions = {
  allowCredentials?: Descriptor[];
  challenge?: string;
  rpId?: string;
  timeout?: number;
  userVerification?: string;
};

export type ProfileView = {
  about?: string;
  photoUrl?: string;
  socialLinks: string[];
  website?: string;
};

export type RelyingParty = {
  id?: string;
  name?: string;
};

export type ReportView = {
  accountId?: UUID;
  askedAt?: Instant;
  dueAt?: Instant;
  erasedAt?: Instant;
  id?: UUID;
  services?: Part[];
  state?: State;
};

export type Role = 'CARER' | 'INSTRUCTOR' | 'ADMIN';

export type SecretView = {
  createdAt?: Instant;
  id?: UUID;
  secret?: string;
};

export type Selection = {
  requireResidentKey?: boolean;
  residentKey?: string;
  userVerification?: string;
};

export type State = 'ASKED' | 'PLANNED' | 'CANCELLED' | 'ERASED';

export type Token = {
  token: string;
};

export type UUID = string;

export type UsedPasskeyCredential = {
  authenticatorAttachment?: string;
  clientExtensionResults?: Record<string, unknown>;
  id: string;
  rawId?: string;
  response: PasskeyAssertion;
  type: string;
};

export type User = {
  displayName?: string;
  id?: string;
  name?: string;
};

export type Violation = {
  field?: string;
  in?: string;
  message?: string;
};

/** By method and path: what an operation takes and what it answers. */
export interface Operations {
  'POST /v1/accounts': {
    path: undefined;
    query: undefined;
    body: NewAccount;
    answer: unknown;
  };
  'POST /v1/accounts/verify': {
    path: undefined;
    query: undefined;
    body: Token;
    answer: undefined;
  };
  'GET /v1/admin/accounts': {
    path: undefined;
    query: { cursor?: string; email?: string; limit?: number };
    body: undefined;
    answer: PageAdminView;
  };
  'POST /v1/admin/accounts/{id}/approve': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: AdminView;
  };
  'POST /v1/admin/accounts/{id}/disable': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: AdminView;
  };
  'POST /v1/admin/accounts/{id}/enable': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: AdminView;
  };
  'GET /v1/admin/audit': {
    path: undefined;
    query: { account?: UUID; cursor?: string; limit?: number };
    body: undefined;
    answer: PageAuditView;
  };
  'GET /v1/admin/erasures/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: ReportView;
  };
  'GET /v1/instructors/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: InstructorView;
  };
  'POST /v1/login': {
    path: undefined;
    query: undefined;
    body: Credentials;
    answer: LoggedIn;
  };
  'POST /v1/login/magic-link': {
    path: undefined;
    query: undefined;
    body: MagicLinkWish;
    answer: unknown;
  };
  'POST /v1/login/magic-link/redeem': {
    path: undefined;
    query: undefined;
    body: MagicLinkToken;
    answer: LoggedIn;
  };
  'POST /v1/login/refresh': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: LoggedIn;
  };
  'POST /v1/logout': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'DELETE /v1/me': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: ErasureView;
  };
  'GET /v1/me': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: AccountView;
  };
  'PATCH /v1/me': {
    path: undefined;
    query: undefined;
    body: AccountChange;
    answer: AccountView;
  };
  'GET /v1/me/api-clients': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: PageApiClientView;
  };
  'POST /v1/me/api-clients': {
    path: undefined;
    query: undefined;
    body: NewClient;
    answer: ApiClientView;
  };
  'DELETE /v1/me/api-clients/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'POST /v1/me/api-clients/{id}/secrets': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: SecretView;
  };
  'DELETE /v1/me/api-clients/{id}/secrets/{secretId}': {
    path: { id: UUID; secretId: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/me/audit': {
    path: undefined;
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageAuditView;
  };
  'GET /v1/me/children': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: PageChildView;
  };
  'POST /v1/me/children': {
    path: undefined;
    query: undefined;
    body: NewChild;
    answer: ChildView;
  };
  'DELETE /v1/me/children/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/me/children/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: ChildView;
  };
  'PATCH /v1/me/children/{id}': {
    path: { id: UUID };
    query: undefined;
    body: ChildChange;
    answer: ChildView;
  };
  'GET /v1/me/children/{id}/carers': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PageCarerView;
  };
  'DELETE /v1/me/children/{id}/carers/me': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'POST /v1/me/children/{id}/invitations': {
    path: { id: UUID };
    query: undefined;
    body: Invitation;
    answer: unknown;
  };
  'GET /v1/me/consents': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: ConsentsView;
  };
  'PUT /v1/me/consents': {
    path: undefined;
    query: undefined;
    body: ConsentsWish;
    answer: ConsentsView;
  };
  'DELETE /v1/me/erasure': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/me/erasure': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: ErasureView;
  };
  'POST /v1/me/erasure/confirm': {
    path: undefined;
    query: undefined;
    body: ErasureToken;
    answer: ErasureView;
  };
  'GET /v1/me/export': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'POST /v1/me/invitations/accept': {
    path: undefined;
    query: undefined;
    body: InvitationToken;
    answer: ChildView;
  };
  'DELETE /v1/me/logins': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/me/logins': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: PageLoginView;
  };
  'DELETE /v1/me/logins/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/me/profile': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: ProfileView;
  };
  'PUT /v1/me/profile': {
    path: undefined;
    query: undefined;
    body: ProfileView;
    answer: ProfileView;
  };
  'GET /v1/passkeys': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: PagePasskeyView;
  };
  'POST /v1/passkeys': {
    path: undefined;
    query: undefined;
    body: NewPasskey;
    answer: Passkey;
  };
  'POST /v1/passkeys/login': {
    path: undefined;
    query: undefined;
    body: UsedPasskeyCredential;
    answer: LoggedIn;
  };
  'POST /v1/passkeys/login/options': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: PasskeyLoginOptions;
  };
  'POST /v1/passkeys/options': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: NewPasskeyOptions;
  };
  'DELETE /v1/passkeys/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'POST /v1/password/forgot': {
    path: undefined;
    query: undefined;
    body: Forgotten;
    answer: unknown;
  };
  'POST /v1/password/reset': {
    path: undefined;
    query: undefined;
    body: NewPassword;
    answer: undefined;
  };
}
