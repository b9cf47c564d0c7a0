import { learnTime } from '../kit/clock';
import { Problem } from './problem';

export interface Ask {
  method: string;
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** How often it is sent again when no answer comes or a service is away; only what may be sent twice. */
  retries?: number;
}

export interface Answer<T> {
  data: T;
  etag: string | null;
}

/** The one kind of answer that is a file. */
export const ZIP = 'application/zip';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Longer than the door waits for a service, so that its problem document comes first. */
const PATIENCE = 35_000;

/** One question to an API. Whatever is no success is thrown as a {@link Problem}. */
export async function ask<T>(question: Ask): Promise<Answer<T>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once<T>(question);
    } catch (cause) {
      const problem = Problem.of(cause);
      const worthIt = problem.status === 0 || problem.status === 503 || problem.code === 'idempotency-key-in-use';
      if (!worthIt || attempt >= (question.retries ?? 0) || problem.code === 'offline') throw problem;
      await pause(Math.min(Math.max(problem.retryAfter * 1000, 600 * 2 ** attempt), 5_000));
    }
  }
}

async function once<T>({ method, url, body, headers }: Ask): Promise<Answer<T>> {
  let response: Response;
  let data: unknown;
  try {
    response = await fetch(url, {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    data = response.ok && response.headers.get('Content-Type') === ZIP ? await response.blob() : parsed(await response.text());
  } catch {
    throw Problem.offline();
  }
  learnTime(response.headers.get('Date'));
  if (!response.ok) {
    throw new Problem({ status: response.status, ...(data as object) }, Number(response.headers.get('Retry-After')) || 0);
  }
  return { data: data as T, etag: response.headers.get('ETag') };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
