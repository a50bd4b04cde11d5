// The journeys run in one Chromium against the built bundle and real backends, each started on a data folder of its own.
import { defineConfig } from "@playwright/test";

const chromium = process.env.LATCHKEY_CHROMIUM;
if (!chromium || !process.env.LATCHKEY_BACKEND || !process.env.LATCHKEY_ASSETS) {
  throw new Error("Run these through `cargo xtask test --only browser`: it builds what they drive and names it to them.");
}

const TIMED = /(live|sleep)\.spec\.ts/;

export default defineConfig({
  testDir: "journeys",
  fullyParallel: true,
  workers: 2,
  projects: [
    { name: "journeys", testIgnore: TIMED },
    // What has to happen within a second is measured alone, when nothing else keeps the machine busy.
    { name: "timed", testMatch: TIMED, workers: 1, dependencies: ["journeys"] },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    headless: true,
    locale: "en-GB",
    timezoneId: "Europe/Stockholm",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    // What was on the screen at each step is in the snapshots; a film of it costs more than the journeys themselves.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: chromium,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // Where there is no graphics card, drawing as if there were one takes a processor of its own.
        "--disable-gpu",
        "--disable-quic",
      ],
    },
  },
});
