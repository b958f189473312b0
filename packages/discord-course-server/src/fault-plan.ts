/** Fault injection: the next requests that match a pattern get an error, or no reply. */

export interface RequestPattern {
  readonly method?: string;
  /** Matched against the path below /api/v10. */
  readonly path: RegExp;
}

/** `applied`: the request takes effect, and only its answer is lost. */
export type Fault = { readonly applied?: boolean } & FaultKind;

export type FaultKind =
  | { readonly kind: "status"; readonly status: 500 | 502 | 503 }
  /** A refusal with one of Discord's codes, as 403 with 50001. */
  | { readonly kind: "error"; readonly status: number; readonly code: number; readonly message?: string }
  | { readonly kind: "rate-limit"; readonly retryAfterSeconds: number; readonly isGlobal?: boolean }
  /** The request arrives and is never answered. */
  | { readonly kind: "hang" }
  /** 200 with a body that can't be read: half of its JSON, a page, or a start after which nothing more comes. */
  | { readonly kind: "unreadable"; readonly body: "cut" | "html" | "stalled" }
  /** The connection is closed without an answer. */
  | { readonly kind: "disconnect" };

export class FaultPlan {
  private planned: { pattern: RequestPattern; fault: Fault; left: number }[] = [];

  /** The next `times` requests that match meet the fault. */
  next(pattern: RequestPattern, fault: Fault, times = 1): void {
    this.planned.push({ pattern, fault, left: times });
  }

  clear(): void {
    this.planned = [];
  }

  take(method: string, path: string): Fault | null {
    const found = this.planned.find(
      ({ pattern, left }) => left > 0 && (pattern.method ?? method) === method && pattern.path.test(path),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.fault;
  }
}
