/**
 * Colours by role. The hues are the Okabe–Ito set, safe for the common colour blindnesses; the ground is opaque
 * white, so a picture reads the same in Discord's light and dark themes.
 */
export type Role = "market" | "asset" | "other" | "third" | "hedged" | "fit" | "zero" | "idiosyncratic" | "riskFree";

export const colourOf: Readonly<Record<Role, string>> = {
  market: "#0072b2",
  asset: "#0072b2",
  other: "#cc79a7",
  third: "#56b4e9",
  hedged: "#009e73",
  fit: "#d55e00",
  zero: "#55595f",
  idiosyncratic: "#e69f00",
  riskFree: "#8a8f98",
};

export const ground = "#ffffff";
export const ink = "#1f2328";
export const grid = "#e3e6ea";
