/** The multiplier of scores that the cross-validation found to make the chances honest (`npm run ask:score -- --cross`). */
export const sharpness = 1;
