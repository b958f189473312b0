import { createServer } from "node:net";
import { expect, test } from "vitest";
import { findingsText, nodeFinding, portFinding, okFinding } from "../../src/hosting/doctor.ts";

test.each([
  ["v20.19.0", "ok"],
  ["v20.18.3", "fault"],
  ["v21.7.0", "fault"],
  ["v22.12.0", "ok"],
  ["v24.0.0", "ok"],
  ["v25.1.0", "ok"],
])("Node %s is %s", (version, state) => expect(nodeFinding(version).state).toBe(state));

test("a taken port is a warning that says which setting moves it", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  expect(await portFinding("Course server", port, "PORT")).toMatchObject({ state: "warning", next: expect.stringContaining("PORT") as string });
  await new Promise((resolve) => server.close(resolve));
  expect(await portFinding("Course server", port, "PORT")).toMatchObject({ state: "ok" });
});

test("the text ends with the number of faults to fix", () => {
  const fault = { subject: "Token", state: "fault", detail: "refused", next: "Reset it." } as const;
  expect(findingsText([okFinding("Node", "v24.0.0"), fault])).toBe("✓ Node: v24.0.0\n✗ Token: refused\n  → Reset it.\n\n1 to fix.");
  expect(findingsText([okFinding("Node", "v24.0.0")])).toMatch(/All is well\.$/u);
});
