/** Measurements that this module reports; `hosting` decides how they are counted. */
export interface Meter {
  /** Seconds from an interaction's arrival to its first answer of any kind. */
  acknowledged(seconds: number, command: string): void;
  /** Seconds to the finished reply. */
  replied(seconds: number, command: string, outcome: ReplyOutcome): void;
  /** An interaction that was refused because too many were waiting. */
  shed(command: string): void;
}

export type ReplyOutcome = "answer" | "problem" | "fault";

/** Times one interaction. Its command is known only after its arrival. */
export interface Stopwatch {
  setCommand(command: string): void;
  acknowledged(): void;
  /** Refused because too many were waiting. */
  shed(): void;
  /** The finished reply; it also counts as the first answer if there was none before. */
  replied(outcome: ReplyOutcome): void;
}

export function stopwatch(meter: Meter | null): Stopwatch {
  const startedAt = performance.now();
  const elapsedSeconds = (): number => (performance.now() - startedAt) / 1000;
  let command = "other";
  let isAcknowledged = false;
  const acknowledged = (): void => {
    if (!isAcknowledged) meter?.acknowledged(elapsedSeconds(), command);
    isAcknowledged = true;
  };
  return {
    setCommand: (name) => (command = name),
    acknowledged,
    shed: () => meter?.shed(command),
    replied(outcome) {
      acknowledged();
      meter?.replied(elapsedSeconds(), command, outcome);
    },
  };
}
