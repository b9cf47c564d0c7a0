import { bookings, courses, users } from '../api/client';
import { now } from '../kit/clock';
import type { BlockView, CourseCard, CourseView, SessionView } from '../api/types/courses';
import type { InstructorView } from '../api/types/users';

/** A block with what is left of it: the fewest seats of its sessions, or unknown when nobody could say. */
export interface OfferedBlock extends BlockView {
  coming: SessionView[];
  seatsLeft?: number;
  seats: Map<string, number>;
}

export interface CourseOnOffer {
  course: CourseView;
  blocks: OfferedBlock[];
  teacher?: InstructorView;
}

export async function findCourses(ageWeeks?: number): Promise<CourseCard[]> {
  return (await courses('GET /v1/courses', { query: { ageWeeks, limit: 60 }, open: true })).data.items;
}

export async function readCourse(id: string): Promise<CourseView> {
  return (await courses('GET /v1/courses/{id}', { path: { id }, open: true })).data as CourseView;
}

/** A course with what can still be booked. Seats and the teacher's own words may be missing; the course may not. */
export async function readOffer(id: string): Promise<CourseOnOffer> {
  const [course, page] = await Promise.all([
    readCourse(id),
    courses('GET /v1/courses/{id}/blocks', { path: { id }, query: { limit: 50 }, open: true }),
  ]);
  const blocks = page.data.items.map(withComing).filter((block) => block.state === 'PUBLISHED' && block.coming.length > 0);
  const [teacher] = await Promise.all([readTeacher(course.instructor?.id), ...blocks.map(countSeats)]);
  return { course, blocks: blocks.sort((a, b) => a.coming[0].startsAt.localeCompare(b.coming[0].startsAt)), teacher };
}

function withComing(block: BlockView): OfferedBlock {
  const coming = block.sessions.filter((session) => session.state === 'SCHEDULED' && Date.parse(session.endsAt) > now());
  return { ...block, coming, seats: new Map() };
}

/** Whether it has begun and is not sold in part, so that only its single sessions can be booked. */
export const hasBegun = (block: OfferedBlock): boolean =>
  !block.pricing?.proRata &&
  block.sessions.some((session) => session.state === 'SCHEDULED' && Date.parse(session.startsAt) <= now());

async function countSeats(block: OfferedBlock): Promise<void> {
  try {
    const { data } = await bookings('GET /v1/availability', { query: { block: block.id }, open: true });
    for (const seats of data.items) block.seats.set(seats.sessionId, seats.seatsLeft);
    const counted = block.coming.map((session) => block.seats.get(session.id)).filter((left) => left !== undefined);
    block.seatsLeft = counted.length === 0 ? undefined : Math.min(...counted);
  } catch {
    // The course can be read without; the desk says it when somebody books.
  }
}

async function readTeacher(id: string): Promise<InstructorView | undefined> {
  try {
    return (await users('GET /v1/instructors/{id}', { path: { id }, open: true })).data;
  } catch {
    return undefined;
  }
}
