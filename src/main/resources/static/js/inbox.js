// The to-do list: what is ticked for one decision must be the same step, so the first tick closes the boxes of other steps.
(() => {
  "use strict";
  const boxes = () => [...document.querySelectorAll("form[data-bulk] input[name=task]")];

  const settle = () => {
    const all = boxes();
    const form = document.querySelector("form[data-bulk]");
    if (!form || !all.length) {
      return;
    }
    const ticked = all.filter((box) => box.checked);
    const step = ticked[0]?.dataset.step;
    for (const box of all) {
      box.disabled = step !== undefined && box.dataset.step !== step;
      box.closest("li").classList.toggle("other-step", box.disabled);
    }
    const hint = form.querySelector("[data-bulk-hint]");
    const alike = form.querySelector("[data-bulk-alike]");
    if (hint) {
      hint.textContent = step === undefined ? "" : hint.dataset.words.replace("#", ticked.length);
    }
    if (alike) {
      alike.hidden = step === undefined || all.filter((box) => box.dataset.step === step).length === ticked.length;
    }
    form.querySelector("button[type=submit]").disabled = step === undefined;
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches("form[data-bulk] input[name=task]")) {
      settle();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-bulk-alike]")) {
      const step = boxes().find((box) => box.checked)?.dataset.step;
      boxes().filter((box) => box.dataset.step === step).forEach((box) => { box.checked = true; });
      settle();
    }
  });
  document.addEventListener("htmx:afterSettle", settle);
  window.addEventListener("pageshow", settle);
  settle();
})();
