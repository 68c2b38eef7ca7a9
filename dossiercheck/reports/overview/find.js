// Finds dossiers in the overview by words and by requirement. The page can be read and filtered by verdict without it.
const rows = [...document.querySelectorAll(".overview tbody tr")];
const words = document.getElementById("zoek");
const requirement = document.getElementById("eis");
const told = document.getElementById("getoond");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const said = new Map(rows.map((row) => [row, plain(`${row.cells[0].textContent} ${row.cells[1].textContent}`)]));

function lacks(row) {
  const cell = requirement.value && row.cells[Number(requirement.value)];
  return !requirement.value || Boolean(cell && cell.querySelector(".is-not-met, .is-undecided, .is-advice"));
}

function find() {
  const wanted = plain(words.value).split(/\s+/).filter(Boolean);
  for (const row of rows) row.hidden = !(wanted.every((word) => said.get(row).includes(word)) && lacks(row));
  const shown = rows.filter((row) => row.getClientRects().length).length;
  told.textContent = told.dataset.words.replace("#", shown);
}

for (const control of document.querySelectorAll(".filters input, .filters select")) {
  control.addEventListener("input", find);
}
for (const part of document.querySelectorAll(".find")) part.hidden = false;
find();
