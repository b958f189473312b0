import type { Claim } from "../claim.ts";
import { betaClaims } from "./beta.ts";
import { common } from "./common.ts";
import { compareClaims } from "./compare.ts";
import { describeClaims } from "./describe.ts";
import { guessClaims } from "./guess.ts";
import { expectedClaims } from "./expected.ts";
import { trackClaims } from "./track.ts";
import { hedgeClaims } from "./hedge.ts";
import { sizeClaims } from "./size.ts";
import { performanceClaims } from "./performance.ts";
import { alphaClaims } from "./alphas.ts";
import { rollingClaims } from "./rolling.ts";
import { varianceClaims } from "./variance.ts";
import { frequencyClaims } from "./frequency.ts";
import { regressClaims } from "./regress.ts";
import { residualClaims } from "./residuals.ts";

export const claims: readonly Claim[] = [...common, ...betaClaims, ...guessClaims, ...regressClaims, ...compareClaims, ...residualClaims, ...expectedClaims, ...trackClaims, ...hedgeClaims, ...sizeClaims, ...performanceClaims, ...rollingClaims, ...alphaClaims, ...describeClaims, ...varianceClaims, ...frequencyClaims];
