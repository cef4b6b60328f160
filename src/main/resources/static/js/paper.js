// Sends of a paper's lines only what somebody changed: a long paper has thousands of fields. Listens at the document,
// because the form is another one after an answer with faults.
(() => {
  "use strict";
  const chosen = (field) => [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0].value;
  const shown = (field) => (field.tagName === "SELECT" ? chosen(field) : field.defaultValue);
  // What was typed before an answer with faults is sent again, though the page shows it from the start.
  const same = (field) => !field.dataset.typed && field.value.replace(/\r\n/g, "\n") === shown(field).replace(/\r\n/g, "\n");
  const fields = (form) => [...form.elements].filter((field) => /^(kind|months|text|lead|owners|indicators|task)-\d+$/.test(field.name));
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-paper]")) {
      const left = fields(event.target).filter(same);
      left.forEach((field) => (field.disabled = true));
      setTimeout(() => left.forEach((field) => (field.disabled = false)));
    }
  }, true);
  // After going back the fields are there again as they were typed.
  addEventListener("pageshow", () => document.querySelectorAll("form[data-paper]").forEach((form) => fields(form).forEach((field) => (field.disabled = false))));
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-open-unsure]")) {
      const all = [...document.querySelectorAll("details.paper-unsure")];
      all.forEach((one) => (one.open = true));
      all[0]?.scrollIntoView({ block: "center" });
    }
  });
})();
