import type { Draft } from "./check-draft.ts";

/** A draft's times as options of the call that posts it; `saysTime`: whether a closing time was given. */
export const timesOf = ({ opensAt, closesAt }: Draft, saysTime: boolean): { readonly opens: string; readonly closes: string } => ({
  opens: opensAt === null ? "" : asMoment(opensAt),
  closes: saysTime ? asMoment(closesAt) : "",
});

const asMoment = (at: number): string => new Date(at).toISOString().slice(0, 16).concat("Z");

export const asPercent = (part: number): string => `${String(Math.round(part * 1e6) / 1e4)}%`;
