import type { CommandCall, NextStep } from "../../render/reply.ts";

/** Posts what the collision report is not sound on: the instructor has read it, and means it. */
export const anywayStep = ({ command, options }: CommandCall): NextStep => ({ label: "Post it all the same", command, options: { ...options, anyway: "true" }, style: "danger" });
