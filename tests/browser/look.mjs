// Looks at a page in headless Chromium: axe-core must find nothing, and pictures and a print are left to be looked at.
//
//     npm install --prefix /tmp/browser axe-core puppeteer-core html-validate
//     NODE_PATH=/tmp/browser/node_modules node tests/browser/look.mjs OUTPUT_FOLDER PAGE.html…
//
// For each page: OUTPUT/NAME-{phone,desktop}-{light,dark}.png and OUTPUT/NAME.pdf. CHROMIUM names the browser
// (default: chromium). Ends with 1 where axe-core or html-validate has something to say, the page asks for anything
// from outside, or it is wider than the phone.

import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.NODE_PATH ?? ".", "look.js"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { HtmlValidate } = require("html-validate");

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const RULES = {
  extends: ["html-validate:recommended"],
  // Conventions of writing by hand that say nothing about a generated page:
  rules: { "doctype-style": "off", "no-trailing-whitespace": "off", "long-title": "off", "no-inline-style": "off" },
};

const [output, ...pages] = process.argv.slice(2);
mkdirSync(output, { recursive: true });
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let wrong = 0;

function say(name, what) {
  wrong += 1;
  console.log(`${name}: ${what}`);
}

for (const file of pages) {
  const name = basename(file, ".html");
  const found = await new HtmlValidate(RULES).validateString(readFileSync(file, "utf8"));
  for (const result of found.results) for (const m of result.messages) say(name, `html-validate ${m.ruleId} line ${m.line}: ${m.message}`);
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const scheme of ["light", "dark"]) {
      const page = await browser.newPage();
      await page.setBypassCSP(true); // axe-core is put into the page, which itself lets no script in
      await page.setViewport(viewport);
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      page.on("request", (r) => { if (!/^(file|data):/.test(r.url())) say(name, `asks for ${r.url()}`); });
      await page.goto(pathToFileURL(resolve(file)).href);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) say(name, `${size}: ${wide} pixels wider than the screen`);
      await page.evaluate(axe);
      const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      for (const v of result.violations) say(name, `${size} ${scheme}: axe ${v.id} (${v.impact}) ${v.nodes.length}x, ${v.nodes[0].html.slice(0, 160)}`);
      console.log(`${name} ${size} ${scheme}: axe-core ${result.testEngine.version}, ${result.passes.length} rules passed, ${result.violations.length} violations`);
      await page.screenshot({ path: join(output, `${name}-${size}-${scheme}.png`), fullPage: true });
      if (size === "desktop" && scheme === "light") await page.pdf({ path: join(output, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
      await page.close();
    }
  }
}
await browser.close();
process.exit(wrong ? 1 : 0);
