import { bookings, courses, users } from '../api/client';
import { now } from '../kit/clock';
import { readPassOffers } from '../pass/passes';
import { readVoices } from './voices';
import type { BlockView, CourseCard, CourseView, SessionView, TestimonialView } from '../api/types/courses';
import type { InstructorView } from '../api/types/users';

/** A skeleton is looked at for so long, and not longer, for what a page can do without. */
const PATIENCE = 1_500;

/** A block with those of its sessions that are still to come. */
export interface DatedBlock extends BlockView {
  coming: SessionView[];
}

/** A block with what is left of it: the fewest seats of its sessions, or unknown when nobody could say. */
export interface OfferedBlock extends DatedBlock {
  seatsLeft?: number;
  seats: Map<string, number>;
}

export interface CourseOnOffer {
  course: CourseView;
  blocks: OfferedBlock[];
  teacher?: InstructorView;
  /** Whether the instructor sells passes that are good for it. */
  passes: boolean;
  voices: TestimonialView[];
}

export async function findCourses(ageWeeks?: number): Promise<CourseCard[]> {
  return (await courses('GET /v1/courses', { query: { ageWeeks, limit: 60 }, open: true })).data.items;
}

/** A course with the dates that can still be booked, the soonest first. */
export async function readDates(id: string): Promise<{ course: CourseView; blocks: DatedBlock[] }> {
  const [{ data: course }, page] = await Promise.all([
    courses('GET /v1/courses/{id}', { path: { id }, open: true }),
    courses('GET /v1/courses/{id}/blocks', { path: { id }, query: { limit: 50 }, open: true }),
  ]);
  const blocks = page.data.items.map(withComing).filter((block) => block.state === 'PUBLISHED' && block.coming.length > 0);
  return { course: course as CourseView, blocks: blocks.sort((a, b) => a.coming[0].startsAt.localeCompare(b.coming[0].startsAt)) };
}

/**
 * The same with what is left of it. Seats and the teacher's own words may be missing; the course may not. What takes its
 * time is told later, so that a course can be read while another service is slow or away.
 */
export async function readOffer(id: string, later: (offer: CourseOnOffer) => void): Promise<CourseOnOffer> {
  const { course, blocks: dated } = await readDates(id);
  const whole = complete(course, dated);
  const soon = await Promise.race([whole, new Promise<undefined>((done) => setTimeout(done, PATIENCE))]);
  if (soon) return soon;
  void whole.then(later);
  return { course, blocks: dated.map((block) => ({ ...block, seats: new Map() })), passes: false, voices: [] };
}

async function complete(course: CourseView, dated: DatedBlock[]): Promise<CourseOnOffer> {
  const [blocks, teacher, passes, voices] = await Promise.all([withSeats(dated), readTeacher(course.instructor?.id), sellsPasses(course), readVoices(course.id)]);
  return { course, blocks, teacher, passes, voices };
}

function withComing(block: BlockView): DatedBlock {
  const coming = block.sessions.filter((session) => session.state === 'SCHEDULED' && Date.parse(session.endsAt) > now());
  return { ...block, coming };
}

/** Whether it has begun and is not sold in part, so that only its single sessions can be booked. */
export const hasBegun = (block: BlockView): boolean =>
  !block.pricing?.proRata &&
  block.sessions.some((session) => session.state === 'SCHEDULED' && Date.parse(session.startsAt) <= now());

/** The same blocks with what is left of each. */
export const withSeats = (blocks: DatedBlock[]): Promise<OfferedBlock[]> => Promise.all(blocks.map(countSeats));

async function countSeats(block: DatedBlock): Promise<OfferedBlock> {
  const seats = new Map<string, number>();
  try {
    const { data } = await bookings('GET /v1/availability', { query: { block: block.id }, open: true });
    for (const { sessionId, seatsLeft } of data.items) seats.set(sessionId, seatsLeft);
  } catch {
    // The course can be read without; the desk says it when somebody books.
  }
  const counted = block.coming.map((session) => seats.get(session.id)).filter((left) => left !== undefined);
  return { ...block, seats, seatsLeft: counted.length === 0 ? undefined : Math.min(...counted) };
}

/** Passes pay for single sessions. */
async function sellsPasses({ id, instructor }: CourseView): Promise<boolean> {
  try {
    return (await readPassOffers(instructor.id, id)).length > 0;
  } catch {
    return false;
  }
}

async function readTeacher(id: string): Promise<InstructorView | undefined> {
  try {
    return (await users('GET /v1/instructors/{id}', { path: { id }, open: true })).data;
  } catch {
    return undefined;
  }
}
