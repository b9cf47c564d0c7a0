// Made from src/openapi/bookings.json by ApiTypesTest; not to be edited.

export type Acceptance = {
  passId?: UUID;
  voucher?: string;
};

export type AnnouncementView = {
  group?: Group;
  groupId?: UUID;
  id?: UUID;
  letters?: number;
  sentAt?: Instant;
  title?: string;
  words?: string;
};

export type Attendance = {
  attendance?: Attended;
  mark?: Attended;
  markedAt?: Instant;
  observedSeconds?: number;
  placeId?: UUID;
  version?: number;
};

export type Attended = 'PRESENT' | 'ABSENT' | 'UNKNOWN';

export type Back = {
  amount?: Money;
  cause?: RefundCause;
  id?: UUID;
  problem?: string;
  state?: RefundState;
  wantedAt?: Instant;
};

export type BookingState = 'HELD' | 'PENDING_PAYMENT' | 'CONFIRMED' | 'CANCELLED' | 'EXPIRED';

export type BookingView = {
  balance?: Money;
  blockId?: UUID;
  bookedAt?: Instant;
  cameBack?: Money;
  cancelledAt?: Instant;
  difference?: Money;
  id?: UUID;
  movedFrom?: UUID;
  payableOnline?: boolean;
  payment?: PaymentView;
  places?: PlaceView[];
  price?: PriceView;
  sessionId?: UUID;
  state?: BookingState;
  terms?: Terms;
  title?: string;
};

export type Cancellation = {
  comesBack?: Money;
  fullUntil?: Instant;
  partUntil?: Instant;
  percent?: number;
};

export type Capacity = {
  capacity?: number;
  sessionId: UUID;
};

export type Choice = {
  displayName: string;
};

export type Chosen = {
  displayName?: string;
};

export type CreditView = {
  bookingId?: UUID;
  childId?: UUID;
  courseId?: UUID;
  grantedAt?: Instant;
  id?: UUID;
  placeId?: UUID;
  state?: State;
  title?: string;
  validUntil?: Instant;
};

export type DeliveryProblem = 'NO_PUBLIC_ADDRESS' | 'NOT_REACHED' | 'NOT_TRUSTED' | 'TOO_SLOW';

export type DeliveryState = 'WAITING' | 'DELIVERED' | 'FAILED';

export type DeliveryView = {
  attemptedAt?: Instant;
  attempts?: number;
  id?: UUID;
  nextAttemptAt?: Instant;
  occurredAt?: Instant;
  problem?: DeliveryProblem;
  response?: string;
  responseStatus?: number;
  state?: DeliveryState;
  type?: string;
};

export type Destination = {
  blockId: UUID;
};

export type DisabledWhy = 'BY_HAND' | 'GONE' | 'FAILING';

export type EndpointChange = {
  description?: string | null;
  enabled?: boolean;
  types?: string[];
  url?: string;
};

export type EndpointView = {
  createdAt?: Instant;
  description?: string;
  disabledWhy?: DisabledWhy;
  dropped?: number;
  enabled?: boolean;
  failingSince?: Instant;
  id?: UUID;
  secret?: string;
  types?: string[];
  url?: string;
  waiting?: number;
};

export type Family = {
  blockIds?: string[];
  carerName?: string;
  childNames?: string[];
  id?: UUID;
  joinedAt?: Instant;
  offeredUntil?: Instant;
  position?: number;
  sessionId?: UUID;
  state?: WaitlistState;
};

export type FiguresView = {
  attended?: number;
  blockId?: UUID;
  capacity?: number;
  fillRate?: number;
  income?: Income[];
  sessions?: OfSession[];
  taken?: number;
};

export type Group = 'SESSION' | 'BLOCK' | 'COURSE';

export type History = {
  byHand?: Noted[];
  payments?: PaymentView[];
  refunds?: Back[];
};

export type HoldView = {
  blockId?: UUID;
  childIds?: string[];
  expiresAt?: Instant;
  extendable?: boolean;
  id?: UUID;
  price?: PriceView;
  sessionId?: UUID;
  title?: string;
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

export type Income = {
  charged?: Money;
  credited?: Money;
  outstanding?: Money;
  paid?: Money;
  refunded?: Money;
  toPayBack?: Money;
};

export type Instant = string;

export type LedgerEntry = {
  amount?: Money;
  at?: Instant;
  by?: UUID;
  id?: UUID;
  kind?: LedgerEntryKind;
  reason?: string;
  reference?: string;
};

export type LedgerEntryKind = 'CHARGE' | 'PAYMENT' | 'REFUND' | 'CREDIT';

export type LedgerView = {
  balance?: Money;
  bookingId?: UUID;
  entries?: LedgerEntry[];
};

export type Line = {
  ageWeeks?: number;
  attendance?: Attended;
  carerName?: string;
  childId?: UUID;
  childName?: string;
  mark?: Attended;
  observedSeconds?: number;
  placeId?: UUID;
};

export type LineView = {
  inLine?: number;
  items?: Family[];
};

export type LocalDateTime = string;

export type Mark = {
  mark: Attended;
};

export type Money = {
  amount?: number;
  currency?: string;
};

export type NewEndpoint = {
  description?: string;
  types?: string[];
  url: string;
};

export type NewSecret = {
  oldSecretsEndAt?: Instant;
  secret?: string;
};

export type Note = {
  amount: Sum;
  note?: string;
};

export type Noted = {
  amount?: Money;
  at?: Instant;
  balance?: Money;
  bookingId?: UUID;
  by?: UUID;
  id?: UUID;
  kind?: string;
  note?: string;
};

export type OfSession = {
  absent?: number;
  attended?: number;
  capacity?: number;
  fillRate?: number;
  localStart?: LocalDateTime;
  sessionId?: UUID;
  startsAt?: Instant;
  state?: string;
  taken?: number;
  timeZone?: string;
};

export type PageAnnouncementView = {
  items?: AnnouncementView[];
  nextCursor?: string;
};

export type PageAttendance = {
  items?: Attendance[];
  nextCursor?: string;
};

export type PageBookingView = {
  items?: BookingView[];
  nextCursor?: string;
};

export type PageCreditView = {
  items?: CreditView[];
  nextCursor?: string;
};

export type PageDeliveryView = {
  items?: DeliveryView[];
  nextCursor?: string;
};

export type PageEndpointView = {
  items?: EndpointView[];
  nextCursor?: string;
};

export type PagePassOfferView = {
  items?: PassOfferView[];
  nextCursor?: string;
};

export type PagePassView = {
  items?: PassView[];
  nextCursor?: string;
};

export type PageSeats = {
  items?: Seats[];
  nextCursor?: string;
};

export type PageTaught = {
  items?: Taught[];
  nextCursor?: string;
};

export type PageVoucherView = {
  items?: VoucherView[];
  nextCursor?: string;
};

export type PageWaitlistView = {
  items?: WaitlistView[];
  nextCursor?: string;
};

export type PassOfferView = {
  courseIds?: string[];
  id?: UUID;
  instructorId?: UUID;
  price?: Money;
  title?: string;
  units?: number;
  validWeeks?: number;
};

export type PassReturn = {
  comesBack?: Money;
  until?: Instant;
};

export type PassState = 'PENDING_PAYMENT' | 'PAID' | 'EXPIRED' | 'RETURNED';

export type PassView = {
  balance?: Money;
  boughtAt?: Instant;
  carerName?: string;
  courseIds?: string[];
  id?: UUID;
  instructorId?: UUID;
  offerId?: UUID;
  payableOnline?: boolean;
  payment?: PaymentView;
  price?: Money;
  returnableUntil?: Instant;
  returnedAt?: Instant;
  state?: PassState;
  title?: string;
  units?: number;
  unitsLeft?: number;
  validUntil?: Instant;
};

export type PaymentProvider = 'MANUAL' | 'STRIPE';

export type PaymentRules = {
  dueDays?: number;
  expireAfterDays?: number;
  howToPay?: string;
};

export type PaymentState = 'DUE' | 'OPENING' | 'OPEN' | 'PROCESSING' | 'PAID' | 'EXPIRED' | 'FAILED' | 'MISMATCH' | 'SETTLED';

export type PaymentView = {
  amount?: Money;
  dueAt?: Instant;
  expiresAt?: Instant;
  howToPay?: string;
  id?: UUID;
  problem?: string;
  provider?: PaymentProvider;
  state?: PaymentState;
  url?: string;
};

export type PlaceState = 'CONFIRMED' | 'RELEASED';

export type PlaceView = {
  childId?: UUID;
  childName?: string;
  endsAt?: Instant;
  id?: UUID;
  join?: string;
  joinOpensAt?: Instant;
  localStart?: LocalDateTime;
  sessionId?: UUID;
  sessionState?: string;
  startsAt?: Instant;
  state?: PlaceState;
  timeZone?: string;
};

export type PriceLine = {
  amount?: number;
  code?: PriceLineCode;
  text?: string;
};

export type PriceLineCode = 'LIST' | 'EARLY' | 'PRO_RATA' | 'PAY_WHAT_YOU_CAN' | 'SIBLING' | 'VOUCHER' | 'PASS';

export type PriceView = {
  amount?: number;
  currency?: string;
  lines?: PriceLine[];
};

export type Purchase = {
  offerId: UUID;
};

export type RefundCause = 'OWED' | 'AT_STRIPE' | 'DISPUTE';

export type RefundState = 'WANTED' | 'SENT' | 'SUCCEEDED' | 'FAILED';

export type Resent = {
  resent?: number;
};

export type RosterView = {
  capacity?: number;
  items?: Line[];
  localStart?: LocalDateTime;
  sessionId?: UUID;
  startsAt?: Instant;
  state?: string;
  taken?: number;
  timeZone?: string;
  title?: string;
};

export type SeatOffer = {
  blockId?: UUID;
  expiresAt?: Instant;
  price?: PriceView;
  sessionId?: UUID;
};

export type Seats = {
  asOf?: Instant;
  capacity?: number;
  seatsLeft?: number;
  sessionId?: UUID;
};

export type Since = {
  since: Instant;
};

export type State = 'USABLE' | 'USED' | 'EXPIRED';

export type Subscription = {
  url?: string;
};

export type Sum = {
  amount?: number;
  currency: string;
};

export type Taught = {
  amount?: Money;
  balance?: Money;
  bookingId?: UUID;
  carerName?: string;
  dispute?: string;
  id?: UUID;
  passId?: UUID;
  problem?: string;
  provider?: PaymentProvider;
  state?: PaymentState;
  title?: string;
  until?: Instant;
};

export type Terms = {
  fullUntilDays?: number;
  makeUpWeeks?: number;
  makeUpsPerBlock?: number;
  partPercent?: number;
  partUntilDays?: number;
};

export type Tick = {
  mark: Attended;
  placeId: UUID;
};

export type Ticks = {
  marks: Tick[];
};

export type UUID = string;

export type Violation = {
  field?: string;
  in?: string;
  message?: string;
};

export type VoucherView = {
  amount?: Money;
  code?: string;
  courseIds?: string[];
  id?: UUID;
  madeAt?: Instant;
  percent?: number;
  used?: number;
  uses?: number;
  usesPerFamily?: number;
  validFrom?: Instant;
  validUntil?: Instant;
};

export type WaitlistState = 'WAITING' | 'OFFERED' | 'ACCEPTED' | 'OFFER_EXPIRED' | 'LEFT';

export type WaitlistView = {
  blockIds?: string[];
  bookingId?: UUID;
  childIds?: string[];
  courseId?: UUID;
  id?: UUID;
  joinedAt?: Instant;
  offer?: SeatOffer;
  position?: number;
  sessionId?: UUID;
  state?: WaitlistState;
  title?: string;
};

export type Wanted = {
  items: Capacity[];
};

export type Wanted1 = {
  amount?: number;
  blockId?: UUID;
  childIds: string[];
  sessionId?: UUID;
  voucher?: string;
};

export type Way = {
  location?: string;
};

export type Wish = {
  amount?: number;
  blockId?: UUID;
  childIds?: string[];
  creditId?: UUID;
  holdId?: UUID;
  passId?: UUID;
  sessionId?: UUID;
  voucher?: string;
};

export type Wish1 = {
  blockIds?: string[];
  childIds: string[];
  sessionId?: UUID;
};

export type Wish2 = {
  courseIds?: string[];
  price: Money;
  title: string;
  units: number;
  validWeeks: number;
};

export type Wish3 = {
  amount?: Money;
  code: string;
  courseIds?: string[];
  percent?: number;
  uses?: number;
  usesPerFamily?: number;
  validFrom?: Instant;
  validUntil?: Instant;
};

export type Writing = {
  words: string;
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
  'GET /v1/announcements': {
    path: undefined;
    query: { cursor?: string; group?: UUID; limit?: number };
    body: undefined;
    answer: PageAnnouncementView;
  };
  'GET /v1/availability': {
    path: undefined;
    query: { block?: UUID; session?: string[] };
    body: undefined;
    answer: PageSeats;
  };
  'POST /v1/blocks/{id}/announcements': {
    path: { id: UUID };
    query: undefined;
    body: Writing;
    answer: AnnouncementView;
  };
  'GET /v1/blocks/{id}/figures': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: FiguresView;
  };
  'GET /v1/blocks/{id}/waitlist': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: LineView;
  };
  'GET /v1/bookings': {
    path: undefined;
    query: { cursor?: string; limit?: number; state?: BookingState };
    body: undefined;
    answer: PageBookingView;
  };
  'POST /v1/bookings': {
    path: undefined;
    query: undefined;
    body: Wish;
    answer: BookingView;
  };
  'GET /v1/bookings/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: BookingView;
  };
  'POST /v1/bookings/{id}/cancel': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: BookingView;
  };
  'GET /v1/bookings/{id}/cancellation': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: Cancellation;
  };
  'POST /v1/bookings/{id}/checkout': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PaymentView;
  };
  'GET /v1/bookings/{id}/ledger': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: LedgerView;
  };
  'POST /v1/bookings/{id}/move': {
    path: { id: UUID };
    query: undefined;
    body: Destination;
    answer: BookingView;
  };
  'GET /v1/bookings/{id}/payments': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: History;
  };
  'POST /v1/bookings/{id}/payments': {
    path: { id: UUID };
    query: undefined;
    body: Note;
    answer: Noted;
  };
  'POST /v1/bookings/{id}/refunds': {
    path: { id: UUID };
    query: undefined;
    body: Note;
    answer: Noted;
  };
  'GET /v1/calendar/{token}.ics': {
    path: { token: string };
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'PUT /v1/capacities': {
    path: undefined;
    query: undefined;
    body: Wanted;
    answer: undefined;
  };
  'POST /v1/courses/{id}/announcements': {
    path: { id: UUID };
    query: undefined;
    body: Writing;
    answer: AnnouncementView;
  };
  'GET /v1/credits': {
    path: undefined;
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageCreditView;
  };
  'POST /v1/holds': {
    path: undefined;
    query: undefined;
    body: Wanted1;
    answer: HoldView;
  };
  'DELETE /v1/holds/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'POST /v1/holds/{id}/extend': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: HoldView;
  };
  'DELETE /v1/me/calendar': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'POST /v1/me/calendar': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: Subscription;
  };
  'DELETE /v1/me/display-name': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/me/display-name': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: Chosen;
  };
  'PUT /v1/me/display-name': {
    path: undefined;
    query: undefined;
    body: Choice;
    answer: Chosen;
  };
  'GET /v1/me/payment-rules': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: PaymentRules;
  };
  'PUT /v1/me/payment-rules': {
    path: undefined;
    query: undefined;
    body: PaymentRules;
    answer: PaymentRules;
  };
  'GET /v1/me/payments': {
    path: undefined;
    query: { cursor?: string; limit?: number; state?: PaymentState };
    body: undefined;
    answer: PageTaught;
  };
  'GET /v1/pass-offers': {
    path: undefined;
    query: { cursor?: string; instructor?: UUID; limit?: number };
    body: undefined;
    answer: PagePassOfferView;
  };
  'POST /v1/pass-offers': {
    path: undefined;
    query: undefined;
    body: Wish2;
    answer: PassOfferView;
  };
  'DELETE /v1/pass-offers/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/pass-offers/{id}/passes': {
    path: { id: UUID };
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PagePassView;
  };
  'GET /v1/passes': {
    path: undefined;
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PagePassView;
  };
  'POST /v1/passes': {
    path: undefined;
    query: undefined;
    body: Purchase;
    answer: PassView;
  };
  'GET /v1/passes/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PassView;
  };
  'POST /v1/passes/{id}/checkout': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PaymentView;
  };
  'POST /v1/passes/{id}/paid': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PassView;
  };
  'POST /v1/passes/{id}/paid-back': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PassView;
  };
  'GET /v1/passes/{id}/payments': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: History;
  };
  'GET /v1/passes/{id}/return': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PassReturn;
  };
  'POST /v1/passes/{id}/return': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PassView;
  };
  'POST /v1/payments/stripe/webhooks': {
    path: undefined;
    query: undefined;
    body: Record<string, unknown>;
    answer: undefined;
  };
  'POST /v1/payments/{id}/refresh': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: PaymentView;
  };
  'POST /v1/places/{id}/absence': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: CreditView;
  };
  'PUT /v1/places/{id}/attendance': {
    path: { id: UUID };
    query: undefined;
    body: Mark;
    answer: Attendance;
  };
  'GET /v1/places/{id}/join': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: Way;
  };
  'GET /v1/price': {
    path: undefined;
    query: { amount?: number; block?: UUID; children?: number; session?: UUID; voucher?: string };
    body: undefined;
    answer: PriceView;
  };
  'POST /v1/sessions/{id}/announcements': {
    path: { id: UUID };
    query: undefined;
    body: Writing;
    answer: AnnouncementView;
  };
  'PUT /v1/sessions/{id}/attendance': {
    path: { id: UUID };
    query: undefined;
    body: Ticks;
    answer: PageAttendance;
  };
  'GET /v1/sessions/{id}/roster': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: RosterView;
  };
  'GET /v1/sessions/{id}/roster.csv': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: unknown;
  };
  'GET /v1/sessions/{id}/waitlist': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: LineView;
  };
  'GET /v1/vouchers': {
    path: undefined;
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageVoucherView;
  };
  'POST /v1/vouchers': {
    path: undefined;
    query: undefined;
    body: Wish3;
    answer: VoucherView;
  };
  'DELETE /v1/vouchers/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/vouchers/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: VoucherView;
  };
  'GET /v1/waitlist': {
    path: undefined;
    query: { cursor?: string; limit?: number };
    body: undefined;
    answer: PageWaitlistView;
  };
  'POST /v1/waitlist': {
    path: undefined;
    query: undefined;
    body: Wish1;
    answer: WaitlistView;
  };
  'DELETE /v1/waitlist/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/waitlist/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: WaitlistView;
  };
  'POST /v1/waitlist/{id}/accept': {
    path: { id: UUID };
    query: undefined;
    body: Acceptance;
    answer: BookingView;
  };
  'POST /v1/waitlist/{id}/decline': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: WaitlistView;
  };
  'GET /v1/webhook-endpoints': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: PageEndpointView;
  };
  'POST /v1/webhook-endpoints': {
    path: undefined;
    query: undefined;
    body: NewEndpoint;
    answer: EndpointView;
  };
  'DELETE /v1/webhook-endpoints/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  'GET /v1/webhook-endpoints/{id}': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: EndpointView;
  };
  'PATCH /v1/webhook-endpoints/{id}': {
    path: { id: UUID };
    query: undefined;
    body: EndpointChange;
    answer: EndpointView;
  };
  'GET /v1/webhook-endpoints/{id}/deliveries': {
    path: { id: UUID };
    query: { cursor?: string; limit?: number; state?: DeliveryState };
    body: undefined;
    answer: PageDeliveryView;
  };
  'POST /v1/webhook-endpoints/{id}/deliveries/resend': {
    path: { id: UUID };
    query: undefined;
    body: Since;
    answer: Resent;
  };
  'POST /v1/webhook-endpoints/{id}/deliveries/{delivery}/resend': {
    path: { delivery: UUID; id: UUID };
    query: undefined;
    body: undefined;
    answer: DeliveryView;
  };
  'POST /v1/webhook-endpoints/{id}/secrets': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: NewSecret;
  };
  'POST /v1/webhook-endpoints/{id}/test': {
    path: { id: UUID };
    query: undefined;
    body: undefined;
    answer: DeliveryView;
  };
}
