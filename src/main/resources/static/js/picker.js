// Persons to choose: a long list becomes a field that finds by name, pinyin, initials and number. The list itself stays in the
// form and carries the choice; without this script it is used as it is.
(() => {
  "use strict";
  const LONG = 20; // options; shorter lists are seen at a glance
  const SHOWN = 50;

  const matches = (option, sought) => option.text.toLowerCase().includes(sought)
    || (option.dataset.keys || "").split(" ").some((key) => key.startsWith(sought));

  const enhance = (select) => {
    if (select.dataset.picked || select.options.length <= LONG && !select.dataset.source) {
      return;
    }
    select.dataset.picked = "true";
    const id = select.id;
    const field = document.createElement("input");
    const list = document.createElement("ul");
    const box = document.createElement("div");
    let options = [...select.options].filter((one) => one.value);
    let at = -1;
    box.className = "picker";
    field.className = "form-control";
    field.type = "text";
    field.autocomplete = "off";
    field.id = id;
    field.placeholder = select.dataset.find;
    field.required = select.required;
    Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list` })
      .forEach(([name, value]) => field.setAttribute(name, value));
    list.id = `${id}-list`;
    list.className = "picker-list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    select.id = `${id}-choice`;
    select.required = false;
    select.tabIndex = -1;
    select.classList.add("visually-hidden");
    select.setAttribute("aria-hidden", "true");
    select.before(box);
    box.append(field, list, select);

    const chosen = () => select.options[select.selectedIndex];
    const say = () => {
      field.value = chosen()?.value ? chosen().text : "";
      field.setCustomValidity("");
    };
    const close = () => {
      list.hidden = true;
      at = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };
    const take = (option) => {
      if (![...select.options].includes(option)) {
        select.append(option);
      }
      option.selected = true;
      say();
      close();
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const mark = (next) => {
      const rows = [...list.querySelectorAll("[role=option]")];
      at = rows.length ? (next + rows.length) % rows.length : -1;
      rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
      rows[at]?.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", rows[at]?.id || "");
    };
    const show = () => {
      const sought = field.value.trim().toLowerCase();
      const all = chosen()?.value && field.value === chosen().text;
      const found = (all || !sought ? options : options.filter((one) => matches(one, sought))).slice(0, SHOWN);
      list.replaceChildren(...found.map((option, i) => {
        const row = document.createElement("li");
        row.id = `${id}-${i}`;
        row.setAttribute("role", "option");
        row.textContent = option.text;
        row.option = option;
        return row;
      }));
      if (!found.length) {
        const none = document.createElement("li");
        none.className = "muted";
        none.textContent = select.dataset.none;
        list.append(none);
      }
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
      mark(sought && !all ? 0 : Math.max(-1, found.indexOf(chosen())));
    };

    // Where the page left persons out, the server finds them.
    let asked = 0;
    const ask = async () => {
      const mine = ++asked;
      const way = new URL(select.dataset.source, location.href);
      way.searchParams.set("q", field.value.trim());
      const answer = await fetch(way, { credentials: "same-origin", headers: { Accept: "text/html" } });
      const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
      const found = page?.querySelector(`select[name="${select.name}"]`);
      if (mine === asked && found && document.activeElement === field) {
        options = [...found.options].filter((one) => one.value).map((one) => document.importNode(one, true));
        options.forEach((one) => { one.selected = false; });
        show();
      }
    };

    field.addEventListener("focus", () => field.select());
    field.addEventListener("click", show);
    field.addEventListener("input", () => {
      show();
      if (select.dataset.source) {
        setTimeout(() => ask().catch(() => {}), 250);
      }
    });
    field.addEventListener("blur", () => {
      if (!field.value.trim() && [...select.options].some((one) => !one.value)) {
        select.value = "";
      }
      say();
      close();
    });
    field.addEventListener("keydown", (event) => {
      const rows = [...list.querySelectorAll("[role=option]")];
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) {
          show();
        } else {
          mark(at + (event.key === "ArrowDown" ? 1 : -1));
        }
      } else if (event.key === "Enter" && !list.hidden) {
        event.preventDefault();
        if (rows[at]) {
          take(rows[at].option);
        }
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        say();
        close();
      }
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) {
        take(row.option);
      }
    });
    select.addEventListener("focus", () => field.focus());
    say();
    field.defaultValue = field.value;
  };

  const all = (root) => root.querySelectorAll("select[data-picker]").forEach(enhance);
  document.addEventListener("htmx:load", (event) => all(event.detail.elt));
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => all(document));
  } else {
    all(document);
  }
})();
