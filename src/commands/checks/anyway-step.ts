import type { CommandCall, NextStep } from "../../render/reply.ts";

/** Posts what the collision report is not sound on: the instructor has read it, and means it. */
export const anywayStep = ({ command, options }: CommandCall): NextStep => ({ label: "Post it all the same", command, options: { ...options, anyway: "true" }, style: "danger" });

/** Its preview, which has the key: asked for, since the channel may be on the wall. */
export function withKeyStep({ command, options }: CommandCall): NextStep {
  const { anyway: _anyway, ...same } = options;
  return { label: "Its key, for you alone", command, options: same };
}
