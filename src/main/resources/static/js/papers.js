// Looks a paper up by its tracker. Here and not on the server: who asks for which tracker would tell who voted how.
(() => {
  "use strict";
  const form = document.querySelector("[data-lookup]");
  if (!form) {
    return;
  }
  const found = document.querySelector("[data-found]");
  const none = document.querySelector("[data-none]");
  const read = (typed) => typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const all = await fetch(form.dataset.lookup, { credentials: "same-origin" }).then((answer) => (answer.ok ? answer.text() : ""));
    const tracker = read(form.elements.tracker.value);
    const paper = all.split("\n").map((line) => line.split(" ")).find((parts) => parts[0] === tracker);
    found.hidden = !paper;
    none.hidden = Boolean(paper);
    if (paper) {
      const mark = (code) => document.querySelector(`[data-word="${code}"]`).textContent;
      document.querySelectorAll("[data-mark-of]").forEach((place) => (place.textContent = mark(paper[1][place.dataset.markOf])));
    }
  });
})();
