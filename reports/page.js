// Filters the claims of the page. Reading needs none of this: the controls show only once it runs.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const articles = [...document.querySelectorAll("section.article")];
  const claims = [...document.querySelectorAll("article.claim")];
  const fields = [...form.querySelectorAll("select")].map((select) => select.name);
  const unsaid = { time: "present" };
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const heads = new Map(articles.map((article) => [article, article.querySelector("h3").textContent]));
  let texts = null;

  function textOf(place) {
    texts ??= claims.map((claim) => plain(`${claim.textContent} ${heads.get(claim.parentElement)}`));
    return texts[place];
  }

  function show() {
    const wanted = fields.map((field) => [field, form.elements[field].value]).filter(([, v]) => v);
    const words = plain(form.elements.q.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    claims.forEach((claim, place) => {
      const meets = wanted.every(([field, value]) => (claim.dataset[field] ?? unsaid[field] ?? "none") === value)
        && words.every((word) => textOf(place).includes(word));
      claim.hidden = !meets;
      shown += meets;
    });
    for (const article of articles) article.hidden = !article.querySelector("article:not([hidden])");
    none.hidden = shown > 0;
    const all = `${claims.length.toLocaleString("en")} claim${claims.length === 1 ? "" : "s"}`;
    const some = wanted.length || words.length;
    count.textContent = some ? `${shown.toLocaleString("en")} of ${all} shown` : all;
  }

  // The state stands in the address, so that a view can be sent on.
  function keep() {
    const state = new URLSearchParams();
    for (const name of [...fields, "q"]) {
      const value = form.elements[name].value.trim();
      if (value) state.set(name, value);
    }
    const hash = state.toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return unhide(hash);
    const state = new URLSearchParams(hash);
    for (const name of [...fields, "q"]) form.elements[name].value = state.get(name) ?? "";
    for (const name of fields) if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    show();
    document.getElementById("claims").scrollIntoView();
    return undefined;
  }

  // A link to one claim leads there even if a filter hides it.
  function unhide(id) {
    const claim = id ? document.getElementById(decodeURIComponent(id)) : null;
    if (!claim?.closest("[hidden]")) return;
    clear();
    claim.scrollIntoView();
  }

  function clear() {
    for (const name of [...fields, "q"]) form.elements[name].value = "";
    show();
  }

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    const then = () => { show(); keep(); };
    if (event.target.name === "q") waiting = setTimeout(then, 150);
    else then();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); keep(); });
  addEventListener("hashchange", recall);
  for (const link of document.querySelectorAll("a[data-filter]")) link.hash = link.dataset.filter;
  form.hidden = false;
  show();
  recall();

  // On paper nothing can be opened.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of closed) details.open = false; });
})();
