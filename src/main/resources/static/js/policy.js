// The policy page: finds rules by name, source or number, marks what was changed and counts it before it is saved.
(() => {
  "use strict";
  const form = document.querySelector("[data-policy]");
  if (!form) {
    return;
  }
  const search = form.querySelector("[data-policy-search]");
  const none = form.querySelector("[data-policy-none]");
  const count = form.querySelector("[data-policy-count]");
  const rules = [...form.querySelectorAll(".policy-rule")];

  const words = (rule) => `${rule.id} ${rule.querySelector(".policy-name").textContent} ${rule.querySelector(".policy-values").textContent}`.toLowerCase();

  const find = () => {
    const asked = search.value.trim().toLowerCase().split(/\s+/);
    rules.forEach((rule) => (rule.hidden = !asked.every((word) => words(rule).includes(word))));
    form.querySelectorAll(".policy-chapter").forEach((chapter) => (chapter.hidden = !chapter.querySelector(".policy-rule:not([hidden])")));
    none.hidden = rules.some((rule) => !rule.hidden);
  };

  const changed = (field) => field.value.trim() !== (field.dataset.was ?? "");

  const tell = () => {
    let changes = 0;
    form.querySelectorAll('[name^="value."]').forEach((field) => {
      field.closest(".policy-rule").classList.toggle("policy-changed", changed(field));
      changes += changed(field) ? 1 : 0;
    });
    count.textContent = changes ? count.dataset.some.replace("#", changes) : count.dataset.none;
  };

  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  form.addEventListener("input", tell);
  form.addEventListener("change", tell);
  tell();
  form.querySelector(".is-invalid")?.focus();
})();
