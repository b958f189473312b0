import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { boundedCache } from "../../bounded-cache.ts";
import { drawingThreadLimits } from "../../runtime-tuning.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { specKey } from "./spec-key.ts";

export interface DrawingPool {
  /** The PNG of a specification: kept, being drawn already for somebody else, or drawn in a thread. */
  draw(spec: ChartSpec): Promise<Uint8Array>;
  /** What was asked for, and how much of it had to be drawn. */
  readonly counts: { readonly requested: number; readonly drawn: number; readonly waiting: number; readonly keptBytes: number };
  /** Draws something, so that the first question finds a thread ready. */
  warm(): void;
  close(): Promise<void>;
}

interface DrawingPoolSettings {
  /** The bundled `draw-worker.ts`, or whatever draws. */
  readonly worker: URL;
  /** Threads at most; a core each but for the one of the thread that answers, up to eight, unless given. */
  readonly threads?: number;
  /** Of finished pictures; 16 MiB, about 600 scatters, unless given. */
  readonly cacheBytes?: number;
}

/** A thread that takes longer with one picture hangs: it is ended, and the picture tried once more. */
const timeoutMs = 10_000;

/**
 * Draws in worker threads, so that the thread which talks to Discord never waits for a picture. Each specification is
 * drawn once at a time however many ask for it. A thread that breaks down is replaced and its picture drawn again.
 */
export function drawingPool({ worker, threads = coreThreads(), cacheBytes = 1 << 24 }: DrawingPoolSettings): DrawingPool {
  const pool = new Piscina<ChartSpec, Uint8Array>({
    filename: worker.href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    // A thread that waits by its event loop has rounds of it, in which a picture's memory is given back.
    atomics: "disabled",
    resourceLimits: drawingThreadLimits(),
  });
  // A thread that broke down with nothing in hand: it is replaced, and nobody was waiting for it.
  pool.on("error", () => undefined);
  const finished = boundedCache<Uint8Array>(cacheBytes, (picture) => picture.byteLength);
  const pending = new Map<string, Promise<Uint8Array>>();
  let requested = 0;
  let drawn = 0;

  // The pool is given no more than it has threads for, so that a picture's patience does not run out in a queue.
  const waiting: (() => void)[] = [];
  let idleThreads = threads;
  async function drawOnce(spec: ChartSpec): Promise<Uint8Array> {
    if (idleThreads > 0) idleThreads--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await pool.run(spec, { signal: AbortSignal.timeout(timeoutMs) });
    } finally {
      const next = waiting.shift();
      if (next) next();
      else idleThreads++;
    }
  }
  async function drawNew(spec: ChartSpec, key: string): Promise<Uint8Array> {
    drawn++;
    try {
      const picture = await drawOnce(spec).catch(() => drawOnce(spec));
      finished.set(key, picture);
      return picture;
    } finally {
      pending.delete(key);
    }
  }

  return {
    async draw(spec) {
      requested++;
      const key = specKey(spec);
      const known = finished.get(key) ?? pending.get(key);
      if (known) return known;
      const drawing = drawNew(spec, key);
      pending.set(key, drawing);
      return drawing;
    },
    get counts() {
      return { requested, drawn, waiting: pending.size, keptBytes: finished.bytes };
    },
    warm() {
      void drawOnce(emptyChart).catch(() => undefined);
    },
    close: () => pool.destroy(),
  };
}

const emptyChart: ChartSpec = {
  width: 1000,
  height: 600,
  title: "0123456789",
  panels: [{ x: { label: "x", format: "percent" }, y: { label: "y", format: "percent" }, layers: [] }],
};

const coreThreads = (): number => Math.max(1, Math.min(8, availableParallelism() - 1));
