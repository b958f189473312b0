import type { CommandCall } from "../../render/reply.ts";
import { momentText } from "../options/closing-time.ts";
import { isSpan } from "../options/time-span.ts";
import type { Draft } from "./check-draft.ts";

type Times = Readonly<Partial<Record<"opens" | "closes", string>>>;

/**
 * A draft's times as options of the call that posts it: a span as it was typed, which counts from the posting, and anything
 * else as the moment that was shown, since "5pm" is another one by tomorrow.
 */
export const timesOf = ({ opensAt, closesAt }: Pick<Draft, "opensAt" | "closesAt">, typed: CommandCall["options"]): Times => ({
  ...(opensAt === null ? {} : { opens: spanOr(typed["opens"], opensAt) }),
  ...(typed["closes"] === undefined ? {} : { closes: spanOr(typed["closes"], closesAt) }),
});

const spanOr = (typed: string | undefined, at: number): string => (typed !== undefined && isSpan(typed) ? typed : momentText(at));
