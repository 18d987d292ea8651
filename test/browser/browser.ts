/** A real browser: an installed Chrome or Chromium where there is one, else the one that npm brings for Linux on x64. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** How to start a browser. */
export type Installation = { readonly executablePath: string; readonly args: readonly string[] };

/** Finds a browser: `CHROME_PATH`, the usual places, npm's. `undefined` where there is none. */
export async function findBrowser(): Promise<Installation | undefined> {
  const installed = [process.env["CHROME_PATH"] ?? "", ...PLACES].find((path) => path !== "" && existsSync(path));
  // As root, which containers run as, Chrome has no sandbox to offer.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  if (installed !== undefined) return { executablePath: installed, args };
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: packaged } = await import("@sparticuz/chromium");
  return { executablePath: await packaged.executablePath(), args };
}

/**
 * Starts a browser. Where there is none it says so in one line and returns `undefined`.
 * @throws {Error} in CI, where a test that nobody ran would look like one that passed.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  const found = await findBrowser();
  if (found !== undefined) return chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
  const message = "There is no browser here: set CHROME_PATH to a Chrome or Chromium.";
  if (process.env["CI"] === "true") throw new Error(message);
  console.log(message);
  return undefined;
}
