// Opens a page in Chromium at phone and desk width, light and dark, without network; prints what is wrong with it as JSON.
// Usage: node look.mjs CHROMIUM PAGE.html FOLDER_FOR_SCREENSHOTS
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [, , executablePath, file, folder] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const profile = mkdtempSync(join(tmpdir(), "medlint-browser-"));
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const report = { views: [], requests: [], errors: [] };

// Violations of axe's serious and critical grades, as "rule: element".
async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations", "incomplete"] }));
  const list = (kind) => result[kind].flatMap((each) => each.nodes.map((node) => `${each.impact} ${each.id}: ${node.html.slice(0, 160)}`));
  return { violations: list("violations"), incomplete: list("incomplete") };
}

// Filters by the first severity and the first family, and counts what stays in view.
async function filtering(page) {
  const cards = page.locator(".card[data-severity]");
  const visible = async () => (await cards.evaluateAll((all) => all.filter((card) => !card.hidden).length));
  const before = await visible();
  const box = page.locator("input[name=severity]").first();
  const value = await box.inputValue();
  const hidden = await page.locator(`.card[data-severity="${value}"]`).count();
  await box.uncheck();
  const after = await visible();
  const status = await page.locator("[role=status]").textContent();
  await box.check();
  return { before, hidden, after, status, restored: await visible() };
}

const context = await chromium.launchPersistentContext(profile, { executablePath, args: flags, headless: true, offline: true });
const page = await context.newPage();
page.on("request", (request) => request.url().startsWith("file:") || report.requests.push(request.url()));
page.on("pageerror", (error) => report.errors.push(String(error)));
page.on("console", (message) => message.type() === "error" && report.errors.push(message.text()));
for (const width of [360, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(pathToFileURL(file).href);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.screenshot({ path: join(folder, `${width}-${colorScheme}.png`), fullPage: true });
    report.views.push({ width, colorScheme, overflow, ...(await violations(page)) });
  }
}
report.filter = await filtering(page);
await page.emulateMedia({ media: "print", colorScheme: "light" });
await page.pdf({ path: join(folder, "print.pdf"), format: "A4" });
await context.close();

const scriptless = await chromium.launchPersistentContext(mkdtempSync(join(profile, "plain-")), {
  executablePath, args: flags, headless: true, offline: true, javaScriptEnabled: false });
const plain = await scriptless.newPage();
await plain.goto(pathToFileURL(file).href);
report.scriptless = {
  cards: await plain.locator(".card").count(),
  filters: await plain.locator(".filters").isVisible(),
};
await scriptless.close();
rmSync(profile, { recursive: true, force: true });
console.log(JSON.stringify(report));
