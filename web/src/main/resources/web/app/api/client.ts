import { ask, type Answer } from './http';
import { Problem } from './problem';
import { session } from './session';
import type { Operations as Users } from './types/users';
import type { Operations as Courses } from './types/courses';
import type { Operations as Bookings } from './types/bookings';

interface Operation {
  path: unknown;
  query: unknown;
  body: unknown;
  answer: unknown;
}

type Given<T, Name extends string> = T extends undefined ? { [n in Name]?: undefined } : { [n in Name]: T };

type Options<O extends Operation> = Given<O['path'], 'path'> & { query?: O['query'] } & Given<O['body'], 'body'> & {
    /** Asked as nobody in particular. */
    open?: boolean;
    /** Makes a POST that is sent again happen once. */
    key?: string;
    ifMatch?: string | null;
    /** Another media type than plain JSON. */
    accept?: string;
  };

type Api<Ops> = <K extends keyof Ops & string>(
  operation: K,
  options?: Ops[K] extends Operation ? Options<Ops[K]> : never,
) => Promise<Answer<Ops[K] extends Operation ? Ops[K]['answer'] : never>>;

interface Loose {
  path?: Record<string, string>;
  query?: Record<string, string | number | string[] | boolean | undefined>;
  body?: unknown;
  open?: boolean;
  key?: string;
  ifMatch?: string | null;
  accept?: string;
}

function api<Ops>(prefix: string): Api<Ops> {
  return (async (operation: string, options: Loose = {}) => {
    const [method, template] = operation.split(' ');
    const question = {
      method,
      url: prefix + filled(template, options.path ?? {}) + search(options.query ?? {}),
      body: options.body,
      headers: {
        ...(options.key ? { 'Idempotency-Key': options.key } : {}),
        ...(options.ifMatch ? { 'If-Match': options.ifMatch } : {}),
        ...(options.accept ? { Accept: options.accept } : {}),
      },
      retries: method === 'GET' || options.key ? 3 : 0,
    };
    return options.open ? ask(question) : asPerson(question);
  }) as Api<Ops>;
}

async function asPerson(question: Parameters<typeof ask>[0]): Promise<Answer<unknown>> {
  for (let attempt = 0; ; attempt++) {
    const token = await session.accessToken();
    try {
      return await ask({ ...question, headers: { ...question.headers, Authorization: `Bearer ${token}` } });
    } catch (cause) {
      const problem = Problem.of(cause);
      if (attempt > 0) throw problem;
      if (problem.code === 'fresh-login-needed') await session.onDoubt();
      else if (problem.code === 'invalid-token' && problem.status === 401) session.distrust();
      else throw problem;
    }
  }
}

const filled = (template: string, path: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]));

function search(query: Record<string, unknown>): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) {
      if (each !== undefined && each !== '') text.append(name, String(each));
    }
  }
  return text.size === 0 ? '' : `?${text}`;
}

export const users = api<Users>('/api/users');
export const courses = api<Courses>('/api/courses');
export const bookings = api<Bookings>('/api/bookings');

/** Asks where a call is; without it the answer is a redirection, into which a page may not look. */
export const WAY = 'application/vnd.bearhug.way+json';

/** A fresh Idempotency-Key. It is kept until the effect is known, however often the button is pressed. */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** A key for each thing that can be done from one place, the same however often it is tried. */
export class Keys {
  private readonly keys = new Map<string, string>();

  of(what: string): string {
    if (!this.keys.has(what)) this.keys.set(what, freshKey());
    return this.keys.get(what);
  }

  /** It is done; to do it once more is something new. */
  done(what: string): void {
    this.keys.delete(what);
  }
}
