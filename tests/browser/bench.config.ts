// The measurements in a browser: the same Chromium as the journeys', one thing at a time.
import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config.ts";

export default defineConfig(journeys, {
  testDir: "bench",
  testMatch: "*.ts",
  workers: 1,
  use: { screenshot: "off", trace: "off" },
});
