import type { DiscordProblem } from "../../discord/problem.ts";
import { plain } from "../plain.ts";
import type { ProblemWords, WordsOf } from "./problem-words.ts";

/** For the host: in the log, at the program's start, and in the doctor's findings. */
export const discordProblemWords: WordsOf<DiscordProblem> = {
  "discord-token": () => ({ cause: "Discord refuses the token.", next: "Reset it in the developer portal (Bot → Reset Token) and put it in DISCORD_TOKEN." }),
  "discord-intents": () => ({
    cause: "Discord refuses the intents that the bot asks for, though none of them is privileged.",
    next: "Look at the application in the developer portal, and update the bot.",
  }),
  "discord-shards": (problem) => shardWords[problem.fault],
  "discord-version": () => ({ cause: "Discord no longer serves the version of its interface that this bot speaks.", next: "Update the bot." }),
  "discord-logins": () => ({
    cause: "Discord allows no more logins today: the bot was started too often.",
    next: "Leave it stopped until tomorrow, and read in the log why it ended.",
  }),
  "discord-unreachable": (problem) => ({
    cause: `Discord can't be reached (${plain(problem.detail)}).`,
    next: "Check this machine's network; Discord's API is at discord.com, port 443. The bot goes on trying.",
  }),
  "discord-gateway": (problem) => ({
    cause: `Discord answers, but its gateway takes no connection (${plain(problem.detail)}).`,
    next: "Check that this machine may open wss://gateway.discord.gg, port 443, and start the bot again; systemd and Docker do so by themselves.",
  }),
  "discord-ended": (problem) => ({ cause: `Discord ended the connection for good (code ${String(problem.code)}).`, next: "Start the bot again; if it happens again, update it." }),
  "discord-server": () => ({
    cause: "The bot is not in the server of DISCORD_GUILD_ID.",
    next: "Open the install link (developer portal → Installation) and add it, or correct the id.",
  }),
  "discord-commands": (problem) => ({
    cause: `Discord does not register the commands (${plain(problem.detail)}).`,
    next: "The bot goes on trying, and answers those that are registered already.",
  }),
};

const shardWords: Readonly<Record<Extract<DiscordProblem, { kind: "discord-shards" }>["fault"], ProblemWords>> = {
  required: { cause: "The bot is in so many servers that Discord requires several connections.", next: "Set SHARDS=auto." },
  invalid: { cause: "Discord knows no such shard.", next: "Check SHARD_IDS against SHARD_COUNT, which must be the same on all machines." },
  settings: { cause: "A shard's process refuses its settings.", next: "What it says stands above: correct that, and start the bot again." },
  ended: { cause: "A shard's process ended before it was ready.", next: "Its reason is in the log above: `npm run doctor` looks for it as well." },
};
