import { says, spoken, t } from '../kit/messages';

interface Fields {
  code?: string;
  detail?: string;
  status?: number;
  errors?: { pointer: string; message: string }[];
  [more: string]: unknown;
}

/** A problem document, or what stands for one when there was no answer at all. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: { pointer: string; message: string }[];

  constructor(readonly fields: Fields, readonly retryAfter = 0) {
    super(fields.code ?? 'unknown');
    this.code = fields.code ?? 'unknown';
    this.status = fields.status ?? 0;
    this.errors = fields.errors ?? [];
  }

  static of(cause: unknown): Problem {
    return cause instanceof Problem ? cause : new Problem({ code: 'unknown', detail: String(cause) });
  }

  static offline(): Problem {
    return new Problem({ code: navigator.onLine ? 'no-answer' : 'offline' });
  }

  /** Whether another try may help. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }

  get title(): string {
    const key = `problem.${this.code}.title`;
    if (says(key)) return t(key);
    return this.isPassing ? t('problem.passing.title') : t('problem.refused.title');
  }

  get text(): string {
    const key = `problem.${this.code}`;
    if (says(key)) return t(key);
    return this.isPassing ? t('problem.passing') : ((speaksTheirs() && this.fields.detail) || t('problem.unknown'));
  }

  /** What is wrong with this field, if anything. */
  at(field: string): string | undefined {
    const error = this.errors.find(({ pointer }) => pointer === `#/${field}`);
    if (!error || speaksTheirs()) return error?.message;
    const key = `problem.field.${field}`;
    return says(key) ? t(key) : t('problem.field');
  }
}

/** The APIs' own words are English. */
const speaksTheirs = (): boolean => spoken() === 'en-GB';
