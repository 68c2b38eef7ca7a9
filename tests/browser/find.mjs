// Uses an overview's filters in headless Chromium, with the page's own policy in force, by keyboard alone.
//
//     NODE_PATH=/tmp/browser/node_modules node tests/browser/find.mjs overview.html WORD
//
// WORD is part of the name of some of its dossiers, not of all. Ends with 1 where a filter shows the wrong rows.
// How to install what it needs: see look.mjs.

import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.NODE_PATH ?? ".", "find.js"));
const puppeteer = require("puppeteer-core");
const [file, word] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
let wrong = 0;

function check(what, right) {
  wrong += right ? 0 : 1;
  console.log(`${right ? "right" : "WRONG"}: ${what}`);
}

const shown = () => page.$$eval(".overview tbody tr", (rows) => rows.filter((row) => row.getClientRects().length).map((row) => row.cells[0].textContent));
const told = () => page.$eval("#getoond", (node) => node.textContent);

page.on("console", (said) => { if (said.type() === "error") check(`nothing refused: ${said.text()}`, false); });
await page.goto(pathToFileURL(resolve(file)).href);
const all = await shown();
check(`all ${all.length} are shown, and that is told: ${await told()}`, (await told()).startsWith(`${all.length} `));

await page.focus("#zoek");
await page.keyboard.type(word.toUpperCase());
const wanted = all.filter((name) => name.toLowerCase().includes(word.toLowerCase()));
const found = await shown();
check(`'${word}' shows ${found.length} of them: ${await told()}`, found.length > 0 && found.length < all.length && found.join() === wanted.join());
check("the number is told", (await told()).startsWith(`${found.length} `));

for (const _ of word) await page.keyboard.press("Backspace");
await page.keyboard.press("Tab");
await page.keyboard.press("ArrowDown");
const chosen = await page.$eval("#eis", (node) => Number(node.value));
const lacking = await page.$$eval(".overview tbody tr", (rows, at) => rows.filter((row) => /[✗?!]/.test(row.cells[at]?.textContent ?? "")).map((row) => row.cells[0].textContent), chosen);
check(`the first requirement shows those that lack it: ${await told()}`, lacking.length > 0 && (await shown()).join() === lacking.join());

await page.keyboard.press("ArrowUp");
await page.focus("#toon-all");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("ArrowDown");
const incomplete = await shown();
check(`'niet compleet' shows ${incomplete.length}: ${await told()}`, incomplete.length > 0 && incomplete.length < all.length && (await told()).startsWith(`${incomplete.length} `));

await page.setJavaScriptEnabled(false);
await page.reload();
check("without script there is no field for words, and all rows are there", (await page.$eval(".find", (node) => node.hidden)) && (await shown()).length === all.length);
await browser.close();
process.exit(wrong ? 1 : 0);
