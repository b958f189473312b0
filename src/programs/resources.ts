/** What a program has opened, closed in the reverse order: at its end, and where its start fails half-way. */
export interface Resources {
  add(close: (timeoutMs: number) => Promise<unknown>): void;
  /** Closes everything once; later calls wait for the same. One that fails does not keep the others open. */
  close(timeoutMs: number): Promise<void>;
}

export function resources(): Resources {
  const closers: ((timeoutMs: number) => Promise<unknown>)[] = [];
  let closing: Promise<void> | null = null;
  const closeAll = async (timeoutMs: number): Promise<void> => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      await close(timeoutMs).catch(() => undefined);
    }
  };
  return {
    // What a start opens after the program was told to stop is closed at once.
    add: (close) => void (closing === null ? closers.push(close) : close(0).catch(() => undefined)),
    close: (timeoutMs) => (closing ??= closeAll(timeoutMs)),
  };
}
