/** The page's own files and the attachments of messages, with the headers that keep both harmless. */
import { createReadStream, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import type { AttachmentStore } from "./attachment-store.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

const shownInline = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** Nothing from outside this machine, and nothing inline. */
const policy = (port: number): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
} as const;

const unbuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Course guild</title>
<h1>The course guild is running</h1>
<p>Its page has not been built yet: run <code>npm run build</code>, then reload.</p></html>`;

export function servePage(response: ServerResponse, folder: string, pathname: string, port: number): void {
  const headers = { ...always, "content-security-policy": policy(port), "cache-control": "no-cache" };
  const wanted = pathname === "/" ? "/index.html" : pathname;
  const file = fileUnder(folder, wanted);
  if (file !== null) {
    response.writeHead(200, { ...headers, "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  } else if (pathname === "/") {
    response.writeHead(200, { ...headers, "content-type": "text/html; charset=utf-8" }).end(unbuilt);
  } else {
    response.writeHead(404, { ...headers, "content-type": "text/plain" }).end("Not found");
  }
}

export function serveAttachment(response: ServerResponse, store: AttachmentStore, pathname: string): void {
  const file = store.find(pathname.split("/")[2] ?? "");
  if (file === undefined) {
    response.writeHead(404, { ...always, "content-type": "text/plain" }).end("Not found");
    return;
  }
  const how = shownInline.has(file.contentType) ? "inline" : "attachment";
  response.writeHead(200, {
    ...always,
    "content-type": file.contentType,
    "content-length": file.bytes.length,
    "content-disposition": `${how}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, max-age=3600",
  });
  response.end(file.bytes);
}

/** The file of that name inside the folder, or null; a path can't lead out of it. */
function fileUnder(folder: string, pathname: string): string | null {
  const root = normalize(folder + sep);
  const file = normalize(join(root, decodePath(pathname)));
  if (!file.startsWith(root) || file.includes("\0")) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : null;
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return "/";
  }
}
