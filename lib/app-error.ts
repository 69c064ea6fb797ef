/** What kind of trouble, in the words of HTTP; each door maps a kind once. */
export const STATUS = {
  moved: 308,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  misdirected: 421,
  invalid: 422,
  throttled: 429,
  failed: 500,
  unavailable: 503,
} as const;

export type Kind = keyof typeof STATUS;

/** One field at fault. `path` reads like code: `spins[3].duration_ms`. */
export interface Fault {
  path: string;
  code: string;
  message: string;
}

interface More {
  faults?: Fault[];
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  /** Methods that would have been right. */
  allow?: string[];
  /** Where it is now, as an absolute address. */
  location?: string;
  cause?: unknown;
}

const BRAND = Symbol.for("spinner-tracking.app-error");

/** Every error we mean to happen. `detail` is shown to whoever asked, so it names nothing they may not know. */
export class AppError extends Error {
  readonly [BRAND] = true;
  readonly kind: Kind;
  readonly code: string;
  readonly detail: string;
  readonly faults: Fault[] | undefined;
  readonly retryAfter: number | undefined;
  readonly allow: string[] | undefined;
  readonly location: string | undefined;

  constructor(kind: Kind, code: string, detail: string, more: More = {}) {
    super(`${code}: ${detail}`, { cause: more.cause });
    this.name = "AppError";
    this.kind = kind;
    this.code = code;
    this.detail = detail;
    this.faults = more.faults;
    this.retryAfter = more.retryAfter;
    this.allow = more.allow;
    this.location = more.location;
  }

  /** A bundler makes copies of this module, and a pool shared by all of them throws the errors of one. */
  static override [Symbol.hasInstance](value: unknown): value is AppError {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  get status(): number {
    return STATUS[this.kind];
  }
}

/** 404, in the same words for what is not there and for what is another tenant's. */
export function notFound(): AppError {
  return new AppError("not_found", "not_found", "There is nothing at this address.");
}

/** 503 with a time to come back. `cause` goes to the log only. */
export function unavailable(cause?: unknown): AppError {
  return new AppError("unavailable", "unavailable", "The service cannot answer just now. Please try again.", {
    retryAfter: 2,
    cause,
  });
}
