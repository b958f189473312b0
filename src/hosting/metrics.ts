import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Meter } from "../discord/meter.ts";

/** Values that are read when the metrics are requested. */
interface Gauges {
  /** Whether the gateway connection is open, and the last heartbeat's round trip in seconds. */
  gateway(): { readonly ready: boolean; readonly pingSeconds: number };
  queue(): { readonly waiting: number };
  pictures(): { readonly bytes: number; readonly hits: number; readonly misses: number };
}

export interface Metrics extends Meter {
  /** A question that the hosted model could help to read: what came of it. */
  modelResult(result: string): void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

const bucketsInSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 15];

/** A registry of its own, so that two bots in one process (as in tests) do not share one. */
export function openMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const acknowledged = new Histogram({
    name: "factor_ta_acknowledgement_seconds",
    help: "From an interaction's arrival to its first answer",
    labelNames: ["command"],
    buckets: bucketsInSeconds,
    registers,
  });
  const replied = new Histogram({
    name: "factor_ta_reply_seconds",
    help: "From an interaction's arrival to its finished reply",
    labelNames: ["command", "outcome"],
    buckets: bucketsInSeconds,
    registers,
  });
  const shed = new Counter({
    name: "factor_ta_shed_total",
    help: "Interactions sent away because too many were waiting",
    labelNames: ["command"],
    registers,
  });
  const modelResults = new Counter({
    name: "factor_ta_hosted_model_total",
    help: "Questions that the hosted model could help to read, by what came of it",
    labelNames: ["result"],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  gauge("factor_ta_gateway_ready", "1 while the gateway connection is open", () => (gauges.gateway().ready ? 1 : 0));
  gauge("factor_ta_gateway_ping_seconds", "Last heartbeat's round trip", () => gauges.gateway().pingSeconds);
  gauge("factor_ta_queue_waiting", "Interactions waiting for their turn", () => gauges.queue().waiting);
  gauge("factor_ta_pictures_bytes", "Finished pictures kept", () => gauges.pictures().bytes);
  gauge("factor_ta_pictures_hits", "Pictures answered from the cache", () => gauges.pictures().hits);
  gauge("factor_ta_pictures_misses", "Pictures that were drawn", () => gauges.pictures().misses);
  return {
    acknowledged: (value, command) => acknowledged.observe({ command }, value),
    replied: (value, command, outcome) => replied.observe({ command, outcome }, value),
    shed: (command) => shed.inc({ command }),
    modelResult: (result) => modelResults.inc({ result }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
