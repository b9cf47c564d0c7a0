import { courses } from '../api/client';
import type { BlockView, CourseCard, CourseView, SessionView } from '../api/types/courses';

/** Something with the version that a change of it has to name. */
export interface Versioned<T> {
  value: T;
  etag: string | null;
}

export async function readOwnCourses(): Promise<CourseCard[]> {
  return (await courses('GET /v1/me/courses', { query: { limit: 100 } })).data.items;
}

export async function readOwnCourse(id: string): Promise<Versioned<CourseView>> {
  const { data, etag } = await courses('GET /v1/courses/{id}', { path: { id } });
  return { value: data as CourseView, etag };
}

/** All of them, drafts too. */
export async function readOwnBlocks(id: string): Promise<BlockView[]> {
  return (await courses('GET /v1/courses/{id}/blocks', { path: { id }, query: { limit: 100 } })).data.items;
}

export async function readOwnBlock(id: string): Promise<Versioned<BlockView>> {
  const { data, etag } = await courses('GET /v1/blocks/{id}', { path: { id } });
  return { value: data as BlockView, etag };
}

export interface TaughtSession {
  session: SessionView;
  block: BlockView;
}

/** Every session of mine that begins in this span. */
export async function readSessionsBetween(from: number, to: number): Promise<TaughtSession[]> {
  const mine = await readOwnCourses();
  const blocks = (await Promise.all(mine.filter(({ state }) => state !== 'ARCHIVED').map(({ id }) => readOwnBlocks(id)))).flat();
  return blocks
    .flatMap((block) => block.sessions.map((session) => ({ session, block })))
    .filter(({ session }) => Date.parse(session.startsAt) >= from && Date.parse(session.startsAt) < to)
    .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
}
