"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const facts = JSON.parse(byId("data").textContent);
  const panel = byId("details");
  let origin = null;

  function close() {
    panel.hidden = true;
    document.querySelectorAll(".m.on").forEach((m) => m.classList.remove("on"));
    if (origin) origin.focus();
    origin = null;
  }

  function show(segment) {
    const article = segment.closest("[data-article]");
    const found = facts[Number(article.dataset.article)];
    const box = byId("facts");
    box.replaceChildren();
    document.querySelectorAll(".m.on").forEach((m) => m.classList.remove("on"));
    for (const number of segment.dataset.m.split(" ")) {
      const heading = document.createElement("h3");
      const list = document.createElement("dl");
      heading.textContent = found[number][0];
      for (const [name, value] of found[number].slice(1)) {
        const term = document.createElement("dt");
        const data = document.createElement("dd");
        const isolated = document.createElement("bdi");
        term.textContent = name;
        isolated.textContent = value;
        data.append(isolated);
        list.append(term, data);
      }
      box.append(heading, list);
      article.querySelectorAll(`[data-m~="${number}"]`).forEach((m) => m.classList.add("on"));
    }
    panel.hidden = false;
    origin = segment;
  }

  document.addEventListener("click", (event) => {
    const segment = event.target.closest("article .m");
    if (segment) show(segment);
  });
  document.addEventListener("keydown", (event) => {
    const segment = event.target.closest("article .m");
    if (segment && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      show(segment);
    } else if (event.key === "Escape" && !panel.hidden) close();
  });
  byId("close").addEventListener("click", close);

  function reveal() {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.scrollIntoView({ block: "center" });
    if (target.matches(".m")) show(target);
  }
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));

  const table = byId("claims");
  if (table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const collator = new Intl.Collator(undefined, { numeric: true });
    const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
    table.tHead.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const cell = button.closest("th");
      const down = cell.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      const column = cell.cellIndex;
      const number = button.dataset.kind === "number";
      rows.sort((a, b) => {
        const [x, y] = [value(a, column), value(b, column)];
        if (!x || !y) return x ? -1 : y ? 1 : 0; // what is not said comes last either way
        const order = number ? Number(x) - Number(y) : collator.compare(x, y);
        return down ? -order : order;
      });
      body.append(...rows);
    });
    const filters = ["outcome", "source", "lang"].map((name) => [name, byId(`filter-${name}`)]);
    const fold = (text) => text.toLowerCase().replace(/[\u064b-\u0652\u0640\u200c]/g, "").replace(/[أإآ]/g, "ا").replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/ة/g, "ه")
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
    const text = new Map(rows.map((row) => [row, fold(row.textContent)]));
    const apply = () => {
      const wanted = fold(byId("filter-text").value.trim());
      let shown = 0;
      for (const row of rows) {
        const fits = text.get(row).includes(wanted) && filters.every(([name, box]) => !box.value || row.dataset[name] === box.value);
        row.hidden = !fits;
        shown += fits;
      }
      byId("shown").textContent = `${shown} of ${rows.length} claims`;
    };
    byId("filters").addEventListener("input", apply);
    byId("filters").addEventListener("submit", (event) => event.preventDefault());
  }
  reveal();
})();
