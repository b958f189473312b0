/**
 * The factor lists of the chapter's `get_factors` (6.3), by the published names.
 *
 * SMB and HML are those of French's three-factor file in every model; RMW and CMA come from the
 * five-factor file, whose own SMB is a different series with the id "SMB5" here; MOM from the momentum file. Carhart's
 * four factors ("On persistence in mutual fund performance", 1997) are the three and MOM; the chapter does not name them.
 * "As published" are Fama and French's five ("A five-factor asset pricing model", 2015) with the SMB that they publish beside
 * RMW and CMA, and the six ("Choosing factors", 2018).
 */
export const factorModels = {
  CAPM: ["Mkt-RF"],
  FF3: ["Mkt-RF", "SMB", "HML"],
  Carhart: ["Mkt-RF", "SMB", "HML", "MOM"],
  FF5: ["Mkt-RF", "SMB", "HML", "RMW", "CMA"],
  FF6: ["Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM"],
  "FF5-published": ["Mkt-RF", "SMB5", "HML", "RMW", "CMA"],
  "FF6-published": ["Mkt-RF", "SMB5", "HML", "RMW", "CMA", "MOM"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FactorModel = keyof typeof factorModels;
