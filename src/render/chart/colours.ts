/**
 * Colours by role. The hues are the Okabe–Ito set, safe for the common colour blindnesses; the ground is opaque
 * white, so a picture reads the same in Discord's light and dark themes.
 */
export type Role =
  | "market"
  | "asset"
  | "other"
  | "third"
  | "hedged"
  | "fit"
  | "zero"
  | "idiosyncratic"
  | "riskFree"
  | FactorRole;

/** Of an area that other things are seen through. */
export const paleOf = (role: Role): string => `${colourOf[role]}40`;

/** What the published factors are about; others take the roles that are left over. */
type FactorRole = "size" | "value" | "profitability" | "investment" | "momentum" | "further";

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
  size: "#cc79a7",
  value: "#56b4e9",
  profitability: "#009e73",
  investment: "#d55e00",
  momentum: "#1f2328",
  further: "#f0e442",
};

const published: Readonly<Record<string, Role>> = {
  "Mkt-RF": "market",
  SPY: "market",
  SMB: "size",
  SMB5: "size",
  HML: "value",
  RMW: "profitability",
  CMA: "investment",
  MOM: "momentum",
};

const factorRoles: readonly Role[] = ["market", "size", "value", "profitability", "investment", "momentum", "further", "zero"];

/** A role for each factor of one chart, no two alike as long as there are eight at the most. */
export function rolesOf(factors: readonly string[]): readonly Role[] {
  const roles: (Role | undefined)[] = [];
  for (const factor of factors) {
    const role = published[factor];
    roles.push(role !== undefined && !roles.includes(role) ? role : undefined);
  }
  const free = factorRoles.filter((role) => !roles.includes(role));
  return roles.map((role) => role ?? free.shift() ?? "zero");
}

/** The colour of text on a bar: the one of black and white that stands out more. */
export function inkOn(role: Role): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((index) => (Number.parseInt(colourOf[role].slice(index, index + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.25 ? ink : "#ffffff";
}

export const ground = "#ffffff";
export const ink = "#1f2328";
export const grid = "#e3e6ea";
