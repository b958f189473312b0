import { ApplicationIntegrationType, DiscordAPIError, HTTPError, Routes, type APIApplication, type REST } from "discord.js";
import { pause, type Clock } from "../clock.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { problemWords } from "../render/problem.ts";
import type { Log } from "./dispatch.ts";
import type { DiscordProblem } from "./problem.ts";

/** The longest pause between two tries, in milliseconds. */
const longestPause = 60_000;

/** Seconds double from one try to the next, up to a minute. */
export const retryPause = (tries: number): number => Math.min(longestPause, 1000 * 2 ** tries);

/** The application that a bot belongs to. */
interface Application {
  readonly id: string;
  readonly isUserInstallable: boolean;
}

/** Whether the developer portal lets people install the application for themselves, as well as for servers. */
export const isUserInstallable = ({ integration_types_config: types }: Pick<APIApplication, "integration_types_config">): boolean =>
  types !== undefined && ApplicationIntegrationType.UserInstall in types;

/**
 * The application that the token belongs to, asked over REST before any login, so that a wrong token costs none. While
 * Discord can't be reached it goes on asking; `onWaiting` is called at the first failure.
 */
export async function reachDiscord(rest: REST, clock: Clock, onWaiting: (problem: DiscordProblem) => void): Promise<Outcome<Application, DiscordProblem>> {
  for (let tries = 0; ; tries++) {
    try {
      const application = (await rest.get(Routes.currentApplication())) as APIApplication;
      return success({ id: application.id, isUserInstallable: isUserInstallable(application) });
    } catch (error) {
      if (isTokenRefused(error)) return failure({ kind: "discord-token" });
      if (tries === 0) onWaiting({ kind: "discord-unreachable", detail: answerOf(error) });
      await pause(clock, retryPause(tries));
    }
  }
}

/** One sentence and its remedy, in the log. */
export function reportProblem(log: Log, problem: DiscordProblem): void {
  const { cause, next } = problemWords(problem);
  log.error({ problem: problem.kind }, `${cause} ${next}`);
}

export const isTokenRefused = (error: unknown): boolean => error instanceof DiscordAPIError && error.status === 401;

/** What Discord or the network answered: a code and a status, never the request. */
export function answerOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return `${error.message}, ${String(error.code)}`;
  if (error instanceof HTTPError) return String(error.status);
  if (!(error instanceof Error)) return "no answer";
  if (error.name === "AbortError") return "no answer in time";
  const { code } = (error.cause ?? error) as { readonly code?: unknown };
  return typeof code === "string" ? code : error.message;
}
