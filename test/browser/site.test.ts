import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { join } from "node:path";

import { openBrowser } from "./browser.ts";
import { LOOKS, findViolations, overflowOf } from "./inspect.ts";
import { serveFolder, type Served } from "./serveFolder.ts";

/** Built by the tests of `npm run docs`, which run before; see `scripts/test.mjs`. */
const SITE = join(import.meta.dirname, "..", "..", "site", ".vitepress", "dist");
const PAGES = {
  start: "/",
  tutorial: "/tutorial.html",
  "how it works": "/how-it-works.html",
  guide: "/guides/strategy.html",
  action: "/actions/markets/trade.html",
  error: "/errors/MarketsClosedError.html",
  errors: "/errors/",
  contract: "/contracts/Markets.html",
  benchmarks: "/benchmarks.html",
};
const [PHONE, DESKTOP] = [320, 1280];

describe("The documentation in a browser", function () {
  this.timeout(180_000);
  let browser: Browser;
  let site: Served;

  before(async function () {
    const opened = await openBrowser();
    if (opened === undefined) return this.skip();
    browser = opened;
    site = await serveFolder(SITE);
  });

  after(async function () {
    await browser.close();
    await site.close();
  });

  /** Opens a page and hands it on; what is asked of the network of others fails the test. */
  async function visit(
    path: string,
    width: number,
    inspect: (page: Page) => Promise<void>,
    colorScheme: "light" | "dark" = "light",
  ): Promise<void> {
    const context = await browser.newContext({
      viewport: { width, height: 720 },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const response = await page.goto(`${site.url}${path}`, { waitUntil: "networkidle" });
    expect(response?.status(), path).to.equal(200);
    await inspect(page);
    expect(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"))).to.deep.equal([]);
    await context.close();
  }

  for (const [name, path] of Object.entries(PAGES)) {
    it(`${name}: at any width and in any colours it should fit, and axe find nothing`, async function () {
      for (const { width, colorScheme } of LOOKS) {
        const inspect = async (page: Page) => {
          expect(await findViolations(page), `${width} px, ${colorScheme}`).to.deep.equal([]);
          expect(await overflowOf(page), `${width} px, ${colorScheme}`).to.equal(0);
        };
        await visit(path, width, inspect, colorScheme);
      }
    });
  }

  it("on a phone the menu should open over the page, and leave it where it is", async function () {
    await visit("/actions/markets/trade.html", PHONE, async (page) => {
      await page.evaluate(() => {
        scrollTo(0, 600);
      });
      const before = await page.evaluate(() => scrollY);
      await page.click(".VPLocalNav .menu");
      await page.waitForSelector(".VPSidebar.open");
      expect(
        await page.evaluate(() => getComputedStyle(document.querySelector(".VPSidebar") ?? document.body).position),
      ).to.equal("fixed");
      expect(await page.evaluate(() => scrollY)).to.equal(before);
      expect(await findViolations(page)).to.deep.equal([]);
    });
  });

  it("what a program prints should cover no code, and the label of a block no line", async function () {
    for (const width of [PHONE, DESKTOP]) {
      await visit("/actions/markets/trade.html", width, async (page) => {
        const covered = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>(".vp-doc div[class*='language-']")].flatMap((block) => {
            const label = block.querySelector(".lang")?.getBoundingClientRect();
            const lines = [...block.querySelectorAll("code .line")].map((line) => line.getBoundingClientRect());
            const isCovered =
              label && lines.some(({ top, bottom }) => top < label.bottom - 1 && bottom > label.top + 1);
            return isCovered === true ? [block.className] : [];
          }),
        );
        expect(covered).to.deep.equal([]);
      });
    }
  });

  it("a picture should open over the window, and close by Escape", async function () {
    await visit("/how-it-works.html", PHONE, async (page) => {
      await page.click("figure.picture button");
      const wide = await page.evaluate(() => document.querySelector("dialog svg")?.getBoundingClientRect().width);
      expect(wide).to.be.greaterThan(900);
      expect(await findViolations(page)).to.deep.equal([]);
      await page.keyboard.press("Escape");
      expect(await page.locator("dialog").count()).to.equal(0);
    });
  });

  it("the search should find an error by its name, without a server", async function () {
    await visit("/", DESKTOP, async (page) => {
      await page.click(".DocSearch-Button");
      await page.fill("#localsearch-input", "MarketsClosedError");
      await page.waitForSelector(".results .result");
      expect(await page.locator(".results .result").first().textContent()).to.contain("MarketsClosedError");
    });
  });
});
