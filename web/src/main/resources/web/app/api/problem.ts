import { says, spoken, t } from '../kit/messages';

export interface FieldError {
  pointer: string;
  message: string;
}

interface Fields {
  code?: string;
  detail?: string;
  status?: number;
  errors?: FieldError[];
  [more: string]: unknown;
}

/** A problem document, or what stands for one when there was no answer at all. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: FieldError[];

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
    if (this.code === 'invalid-request' && this.ownWords) return this.ownWords;
    if (says(key)) return t(key);
    return this.isPassing ? t('problem.passing') : (this.ownWords ?? t('problem.unknown'));
  }

  /** What is wrong with this field, if anything. */
  at(field: string): string | undefined {
    const error = this.errors.find((each) => concerns(each, field));
    if (!error) return undefined;
    if (speaksTheirs() && isSentence(error.message)) return error.message;
    const key = `problem.field.${field.split('/').pop()}`;
    return says(key) ? t(key) : t('problem.field');
  }

  private get ownWords(): string | undefined {
    return speaksTheirs() ? this.fields.detail : undefined;
  }
}

/** Whether it is about this field, or about a part of it. */
export const concerns = ({ pointer }: FieldError, field: string): boolean => pointer === `#/${field}` || pointer.startsWith(`#/${field}/`);

/** The APIs' own words are English. */
const speaksTheirs = (): boolean => spoken() === 'en-GB';

/** Written for people, and not by the rule that was broken, such as "size must be between 1 and 100". */
const isSentence = (words: string): boolean => /^[A-Z].*[.?]$/.test(words);
