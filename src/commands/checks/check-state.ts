import { hasBegun } from "../../check-stage.ts";
import { isClosed } from "../../grading/find-check.ts";
import type { Check } from "../../store/check-records.ts";

/** In its channel, and not withdrawn. */
export const isStanding = ({ message, voidedAt }: Check): boolean => message !== null && voidedAt === null;
export const isOpen = (now: number) => (check: Check): boolean => isStanding(check) && !isClosed(check, now);
/** Scheduled. */
export const isWaiting = (check: Check, now: number): boolean => !hasBegun(check, now) && check.voidedAt === null;
