// Loaded before the bot: tells its parent how long its event loop was held up and how much memory it takes.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setInterval } from "node:timers";
import { isMainThread } from "node:worker_threads";

// The drawing threads inherit what is loaded before the bot.
if (isMainThread) watch();

function watch() {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let peak = 0;
  let used = process.cpuUsage();
  setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50).unref();

  process.on("message", (asked) => {
    if (asked === "settle") globalThis.gc();
    else if (asked !== "read") return;
    // The histogram counts from one due sample to the next, so 10 ms of each are its own.
    const waited = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - 10);
    const spent = process.cpuUsage(used);
    const memory = process.memoryUsage();
    process.send({
      delay: { p50: waited(delay.percentile(50)), p99: waited(delay.percentile(99)), max: waited(delay.max) },
      rss: memory.rss,
      heap: memory.heapUsed,
      external: memory.external,
      handles: process.getActiveResourcesInfo().filter((kind) => kind !== "Timeout" && kind !== "Immediate").length,
      timers: process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length,
      peak: Math.max(peak, memory.rss),
      cpu: (spent.user + spent.system) / 1e6,
    });
    used = process.cpuUsage();
    delay.reset();
    peak = 0;
  });
  process.channel.unref();
}
