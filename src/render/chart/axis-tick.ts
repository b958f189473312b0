import { dateOf } from "../../calendar.ts";
import { count, dollars, number, percent } from "../numbers.ts";
import type { Axis } from "./chart-spec.ts";

/** The text at a tick: in the axis's own unit, as short as the value allows. */
export function axisTick(value: number, { format, categories, step }: Axis): string {
  // Steps from a first tick add up to 3e-15 where 0 is meant.
  const clean = Number((step === undefined ? value : Math.round(value / step) * step).toPrecision(10));
  switch (format) {
    case "percent":
      return shortened(percent(clean));
    case "number":
      return shortened(Math.abs(clean) >= 10_000 ? count(clean) : number(clean));
    case "dollars":
      return shortDollars(clean);
    case "growth":
      return shortDollars(clean);
    case "date":
      return dateTick(clean);
    case "category":
      return categories?.[clean] ?? "";
  }
}

function shortDollars(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${shortened(dollarsOf(value / 1e9))}B`;
  if (size >= 1e6) return `${shortened(dollarsOf(value / 1e6))}M`;
  if (size >= 10_000) return `${shortened(dollarsOf(value / 1e3))}K`;
  return size >= 10 ? dollars(value) : shortened(dollarsOf(value));
}

const dollarsOf = (value: number): string => `${value < 0 ? "−" : ""}$${number(Math.abs(value))}`;

/** Without the zeros that only fill up decimals: "2.000%" is "2%". */
const shortened = (text: string): string => text.replace(/(\.\d*?)0+(?=%|$)/u, "$1").replace(/\.(?=%|$)/u, "");

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dateTick(day: number): string {
  const iso = dateOf(day).toISOString();
  if (iso.slice(5, 10) === "01-01") return iso.slice(0, 4);
  return iso.slice(8, 10) === "01" ? `${monthNames[Number(iso.slice(5, 7)) - 1] ?? ""} ${iso.slice(0, 4)}` : iso.slice(0, 10);
}
