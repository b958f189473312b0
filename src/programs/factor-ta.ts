#!/usr/bin/env node
import process from "node:process";
import { wasHelped } from "./help.ts";

/** `factor-ta`, the command that npm installs: its first argument selects the program, which gets the rest. */

const programs: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<unknown> }>> = {
  start: { about: "the bot; without DISCORD_TOKEN a course server on this computer", load: () => import("./main.ts") },
  ask: { about: 'one question, answered here: factor-ta ask "/beta JPM"', load: () => import("./cli.ts") },
  data: { about: "import or download the course's real files", load: () => import("./data.ts") },
  store: { about: "back the store up, restore it, or read it through", load: () => import("./store.ts") },
  doctor: { about: "look at everything a host can get wrong", load: () => import("./doctor.ts") },
};

const lines = Object.entries(programs).map(([name, { about }]) => `  factor-ta ${name.padEnd(8)}${about}`);
const usage = ["Usage:", ...lines, "", "factor-ta alone starts it. --help behind a program says more; --version."].join("\n");
const [word = "start"] = process.argv.slice(2, 3);
const program = Object.hasOwn(programs, word) ? programs[word] : undefined;
if (program) {
  process.argv.splice(2, 1);
  await program.load();
} else if (!wasHelped([word], usage)) {
  console.error(usage);
  process.exitCode = 2;
}
