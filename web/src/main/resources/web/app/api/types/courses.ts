// Made from src/openapi/courses.json by ApiTypesTest; not to be edited.

export type AgeWeeks = {
  from: number;
  to: number;
};

export type AttendedCourse = {
  courseId?: UUID;
  testimonial?: TestimonialView;
  title?: string;
};

export type Batch = {
  items: EntryItem[];
};

export type BatchView = {
  changed?: number;
  created?: number;
  dryRun?: boolean;
  failed?: number;
  items?: Result[];
  unchanged?: number;
  zoom?: ZoomCost;
};

export type BlockChange = {
  ageWeeks?: AgeWeeks;
  blockPrice?: Money;
  callLink?: CallLink | null;
  cancellationPolicy?: CancellationPolicy;
  capacity?: number;
  dropInMinimum?: Money | null;
  dropInPrice?: Money | null;
  makeUp?: MakeUp;
  meeting?: MeetingKind;
  pricing?: Pricing;
  title?: string | null;
};

export type BlockView = {
  ageWeeks?: AgeWeeks;
  blockPrice?: Money;
  cancellationPolicy?: CancellationPolicy;
  courseId?: UUID;
  dropInMinimum?: Money;
  dropInPrice?: Money;
  id?: UUID;
  makeUp?: MakeUp;
  pricing?: Pricing;
  sessions?: SessionView[];
  state?: PublicationState;
  timeZone?: string;
  title?: string;
};

export type CallLink = string;

export type Cancellation = {
  reason?: string;
};

export type CancellationPolicy = {
  fullUntilDays: number;
  partPercent: number;
  partUntilDays: number;
};

export type CancelledEntry = {
  booked?: number;
  externalId?: string;
  outcome?: Outcome;
  session?: SessionView;
};

export type ClockChange = 'SKIPPED' | 'DOUBLED';

export type ConnectionView = {
  connectable?: boolean;
  hosts?: Host[];
  missingScopes?: string[];
  problems?: Problem[];
  state?: State;
};

export type CourseCard = {
  ageWeeks?: AgeWeeks;
  createdAt?: Instant;
  description?: string;
  id?: UUID;
  instructor?: Instructor;
  language?: string;
  nextStart?: Instant;
  state?: PublicationState;
  summary?: string;
  title?: string;
  topic?: string;
  whatToBring?: string;
  whenNotToJoin?: string;
};

export type CourseChange = {
  description?: string | null;
  language?: string;
  summary?: string;
  title?: string;
  topic?: string;
  whatToBring?: string | null;
  whenNotToJoin?: string | null;
};

export type CourseView = {
  createdAt?: Instant;
  description?: string;
  id?: UUID;
  instructor?: Instructor;
  language?: string;
  state?: PublicationState;
  summary?: string;
  title?: string;
  topic?: string;
  whatToBring?: string;
  whenNotToJoin?: string;
};

export type Departure = {
  authorizeUrl?: string;
};

export type EntryItem = {
  entry?: EntryWish;
  externalId: string;
};

export type EntryPage = {
  items?: EntryView[];
  nextCursor?: string;
  updatedUntil?: string;
};

export type EntryView = {
  changedAt?: Instant;
  externalCourseId?: string;
  externalId?: string;
  price?: Money;
  session?: SessionView;
  title?: string;
};

export type EntryWish = {
  ageWeeks: AgeWeeks;
  capacity: number;
  course?: NewCourse;
  courseId?: UUID;
  durationMinutes: number;
  externalCourseId?: string;
  meeting: WishedMeeting;
  price: Money;
  start: LocalDateTime;
  timeZone: string;
  title?: string;
};

export type Host = {
  left?: number;
  limit?: number;
  resetsAt?: Instant;
  used?: number;
  waiting?: number;
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

export type Instructor = {
  id?: UUID;
  name?: string;
};

export type LocalDate = string;

export type LocalDateTime = string;

export type MakeUp = {
  perBlock: number;
  weeks: number;
};

export type MeetingKind = 'ZOOM' | 'LINK' | 'NONE';

export type MeetingState = 'NONE' | 'PENDING' | 'READY' | 'LOST';

export type Money = {
  amount: number;
  currency: string;
};

export type NewBlock = {
  ageWeeks: AgeWeeks;
  blockPrice: Money;
  callLink?: CallLink;
  cancellationPolicy?: CancellationPolicy;
  capacity: number;
  dropInMinimum?: Money;
  dropInPrice?: Money;
  durationMinutes: number;
  everyDays?: number;
  firstStart: LocalDateTime;
  makeUp?: MakeUp;
  meeting?: MeetingKind;
  pricing?: Pricing;
  sessions: number;
  skipDates?: string[];
  timeZone: string;
  title?: string;
};

export type NewCourse = {
  description?: string;
  language?: string;
  summary: string;
  title: string;
  topic: string;
  whatToBring?: string;
  whenNotToJoin?: string;
};

export type Outcome = 'created' | 'changed' | 'unchanged' | 'cancelled';

export type PageAttendedCourse = {
  items?: AttendedCourse[];
  nextCursor?: string;
};

export type PageBlockView = {
  items?: BlockView[];
  nextCursor?: string;
};

export type PageCourseCard = {
  items?: CourseCard[];
  nextCursor?: string;
};

export type PageSessionView = {
  items?: SessionView[];
  nextCursor?: string;
};

export type PageTestimonialView = {
  items?: TestimonialView[];
  nextCursor?: string;
};

export type Pricing = {
  earlyPrice?: Money;
  earlyUntil?: LocalDate;
  minimum?: Money;
  proRata?: boolean;
  siblingPercent?: number;
};

export type Problem = {
  code?: string;
  sessionId?: UUID;
  startsAt?: Instant;
  timeZone?: string;
  title?: string;
};

export type PublicationState = 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';

export type Result = {
  externalId?: string;
  outcome?: Outcome;
  problem?: unknown;
  retryAfter?: number;
  session?: SessionView;
};

export type SessionChange = {
  ageWeeks?: AgeWeeks;
  callLink?: CallLink | null;
  capacity?: number;
  dropInMinimum?: Money | null;
  dropInPrice?: Money | null;
  durationMinutes?: number;
  localStart?: LocalDateTime;
  meeting?: MeetingKind;
  timeZone?: string;
};

export type SessionState = 'SCHEDULED' | 'CANCELLED';

export type SessionView = {
  ageWeeks?: AgeWeeks;
  blockId?: UUID;
  cancelReason?: string;
  capacity?: number;
  clockChange?: ClockChange;
  courseId?: UUID;
  dropInMinimum?: Money;
  dropInPrice?: Money;
  durationMinutes?: number;
  endsAt?: Instant;
  id?: UUID;
  localStart?: LocalDateTime;
  meeting?: MeetingState;
  startsAt?: Instant;
  state?: SessionState;
  timeZone?: string;
  title?: string;
};

export type State = 'NONE' | 'PLATFORM' | 'CONNECTED' | 'RECONNECT';

export type Telling = {
  consent: boolean;
  signature: string;
  words: string;
};

export type TestimonialState = 'WAITING' | 'PUBLISHED' | 'HIDDEN';

export type TestimonialView = {
  consentedAt?: Instant;
  courseId?: UUID;
  id?: UUID;
  signature?: string;
  state?: TestimonialState;
  words?: string;
};

export type UUID = string;

export type Violation = {
  field?: string;
  in?: string;
  message?: string;
};

export type Way = {
  location?: string;
};

export type WayIn = {
  sealedLink?: string;
};

export type Wish = {
  displayName?: string;
  placeId: UUID;
};

export type WishedMeeting = {
  kind: MeetingKind;
  link?: CallLink;
};

export type WrittenEntry = {
  externalId?: string;
  outcome?: Outcome;
  price?: Money;
  session?: SessionView;
  title?: string;
};

export type ZoomCost = {
  creates?: number;
  updates?: number;
};

/** By method and path: what an operation takes and what it answers. */
export interface Operations {
  'GET /v1/accounts/{id}/erasure': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'GET /v1/accounts/{id}/export': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'GET /v1/blocks/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: BlockView;
  };
  'PATCH /v1/blocks/{id}': {
    path: { id: UUID };
    query: undefined;
    body: BlockChange;
    answer: unknown;
  };
  'POST /v1/blocks/{id}/archive': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'POST /v1/blocks/{id}/cancel': {
    path: { id: UUID };
    query: undefined;
    body: Cancellation;
    answer: unknown;
  };
  'POST /v1/blocks/{id}/publish': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'GET /v1/class-entries': {
    path: undefined;
    query: { cursor?: string; limit?: number; updatedSince?: string };
    body: undefined;
    answer: EntryPage;
  };
  'POST /v1/class-entries/batch': {
    path: undefined;
    query: { dryRun?: boolean };
    body: Batch;
    answer: unknown;
  };
  'DELETE /v1/class-entries/{externalId}': {
    path: { externalId: string };
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'GET /v1/class-entries/{externalId}': {
    path: { externalId: string };
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'PUT /v1/class-entries/{externalId}': {
    path: { externalId: string };
    query: undefined;
    body: EntryWish;
    answer: unknown;
  };
  'GET /v1/courses': {
    path: undefined;
    query: { ageWeeks?: number; cursor?: string; from?: LocalDate; instructor?: UUID; limit?: number; q?: string; to?: LocalDate; topic?: string };
    body: undefined;
    answer: PageCourseCard;
  };
  'POST /v1/courses': {
    path: undefined;
    query: undefined;
    body: NewCourse;
    answer: unknown;
  };
  'GET /v1/courses/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: CourseView;
  };
  'PATCH /v1/courses/{id}': {
    path: { id: UUID };
    query: undefined;
    body: CourseChange;
    answer: unknown;
  };
  'POST /v1/courses/{id}/archive': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'GET /v1/courses/{id}/blocks': {
    path: { id: UUID };
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageBlockView;
  };
  'POST /v1/courses/{id}/blocks': {
    path: { id: UUID };
    query: undefined;
    body: NewBlock;
    answer: unknown;
  };
  'POST /v1/courses/{id}/publish': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'GET /v1/courses/{id}/testimonials': {
    path: { id: UUID };
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageTestimonialView;
  };
  'POST /v1/courses/{id}/testimonials': {
    path: { id: UUID };
    query: undefined;
    body: Telling;
    answer: TestimonialView;
  };
  'GET /v1/me/courses': {
    path: undefined;
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageCourseCard;
  };
  'GET /v1/me/testimonials': {
    path: undefined;
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageAttendedCourse;
  };
  'DELETE /v1/me/zoom-connection': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/me/zoom-connection': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: ConnectionView;
  };
  'PUT /v1/me/zoom-connection': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'GET /v1/sessions': {
    path: undefined;
    query: { block?: UUID; cursor?: string; from?: LocalDate; limit?: number; to?: LocalDate };
    body: undefined;
    answer: PageSessionView;
  };
  'GET /v1/sessions/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: SessionView;
  };
  'PATCH /v1/sessions/{id}': {
    path: { id: UUID };
    query: undefined;
    body: SessionChange;
    answer: unknown;
  };
  'POST /v1/sessions/{id}/cancel': {
    path: { id: UUID };
    query: undefined;
    body: Cancellation;
    answer: unknown;
  };
  'GET /v1/sessions/{id}/start': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: Way;
  };
  'POST /v1/sessions/{id}/ways-in': {
    path: { id: UUID };
    query: undefined;
    body: Wish;
    answer: WayIn;
  };
  'GET /v1/testimonials': {
    path: undefined;
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageTestimonialView;
  };
  'DELETE /v1/testimonials/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'POST /v1/testimonials/{id}/hide': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: TestimonialView;
  };
  'POST /v1/testimonials/{id}/publish': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: TestimonialView;
  };
  'GET /v1/zoom/callback': {
    path: undefined;
    query: { code?: string; state?: string };
    body: undefined;
    answer: unknown;
  };
  'POST /v1/zoom/webhooks': {
    path: undefined;
    query: undefined;
    body: Record<string, unknown>;
    answer: unknown;
  };
}
