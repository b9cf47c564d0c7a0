import { bytes } from '../kit/base64url';
import { ask } from './http';
import { Problem } from './problem';
import type { LoggedIn } from './types/users';

/** Who is logged in, as the access token says. It lives in memory alone; a cookie that no script sees renews it. */
export interface Person {
  id: string;
  name: string;
  email: string;
  groups: string[];
}

const KNOWN = 'bearhug.person';
const EARLY = 30_000;

type Ended = () => Promise<void>;

class Session extends EventTarget {
  private token: string | undefined;
  private expiresAt = 0;
  private renewing: Promise<boolean> | undefined;
  person: Person | undefined = remembered();

  /** Asks a person whose session has ended to log in again, without leaving the page; set by the shell. */
  onEnded: Ended = () => Promise.reject(new Problem({ code: 'invalid-token', status: 401 }));

  /** Asks for the password once more, before what only the person themselves may do; set by the shell. */
  onDoubt: Ended = () => Promise.reject(new Problem({ code: 'fresh-login-needed', status: 403 }));

  constructor() {
    super();
    addEventListener('storage', ({ key }) => {
      if (key === KNOWN) this.follow();
    });
  }

  /** Another tab has logged in or out. */
  private follow(): void {
    const person = remembered();
    if (person?.id !== this.person?.id) this.token = undefined;
    this.person = person;
    this.dispatchEvent(new Event('change'));
  }

  get isTeacher(): boolean {
    return this.person?.groups.includes('instructor') ?? false;
  }

  get isCarer(): boolean {
    return this.person?.groups.includes('carer') ?? false;
  }

  get isAdmin(): boolean {
    return this.person?.groups.includes('admin') ?? false;
  }

  /** Who this is, after a log-in if there was none. */
  async known(): Promise<Person> {
    await this.accessToken();
    return this.person;
  }

  admit({ accessToken, expiresIn }: LoggedIn): void {
    this.token = accessToken;
    this.expiresAt = performance.now() + expiresIn * 1000;
    const claims = claimsOf(accessToken);
    const other = this.person !== undefined && this.person.id !== claims.id;
    if (other) forget();
    this.person = claims;
    localStorage.setItem(KNOWN, JSON.stringify(claims));
    this.dispatchEvent(new Event('change'));
  }

  /** A token that is still good; logs in anew through the cookie, or else lets the person do it. */
  async accessToken(): Promise<string> {
    if (!this.token || performance.now() > this.expiresAt - EARLY) {
      if (!(await this.renew())) await this.onEnded();
    }
    return this.token;
  }

  /** The token was refused, whatever its time says. */
  distrust(): void {
    this.expiresAt = 0;
  }

  async logOut(): Promise<void> {
    await ask({ method: 'POST', url: '/api/users/v1/logout', retries: 1 });
    this.leave();
  }

  leave(): void {
    this.token = undefined;
    this.person = undefined;
    forget();
    this.dispatchEvent(new Event('change'));
  }

  /** Takes up the log-in that another tab, or an earlier visit, has left. */
  private renew(): Promise<boolean> {
    this.renewing ??= this.refresh().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private async refresh(): Promise<boolean> {
    try {
      this.admit((await ask<LoggedIn>({ method: 'POST', url: '/api/users/v1/login/refresh', retries: 2 })).data);
      return true;
    } catch (cause) {
      const problem = Problem.of(cause);
      if (problem.status === 401) return false;
      throw problem;
    }
  }
}

function claimsOf(token: string): Person {
  const claims = JSON.parse(new TextDecoder().decode(bytes(token.split('.')[1])));
  return { id: claims.sub, name: claims.name, email: claims.email, groups: claims.groups ?? [] };
}

function remembered(): Person | undefined {
  try {
    return JSON.parse(localStorage.getItem(KNOWN)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Nothing of a person stays on a device that they have left. */
function forget(): void {
  for (const kept of [localStorage, sessionStorage]) {
    for (const key of Object.keys(kept)) {
      if (key.startsWith('bearhug.') && key !== 'bearhug.language') kept.removeItem(key);
    }
  }
}

export const session = new Session();
