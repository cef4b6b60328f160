// The shell: CSRF for htmx, forms that keep what was entered when they are refused, small habits of pages.
(() => {
  "use strict";
  const form = { last: null };

  const meta = () => document.querySelector('meta[name="csrf-token"]');

  document.addEventListener("htmx:configRequest", (event) => {
    const token = meta();
    if (token && event.detail.verb !== "get") {
      event.detail.headers[token.dataset.header] = token.content;
    }
  });

  // Every posting form goes through htmx: a refusal then shows above the form and nothing that was typed is lost, and a
  // second click finds the button disabled. Without scripts the same form posts plainly. data-plain opts out.
  const tame = (root) => {
    root.querySelectorAll("[data-fill]").forEach((one) => { one.hidden = false; }); // of no use without scripts
    const found = [...root.querySelectorAll("main form[method=post]:not([data-plain])")];
    if (root.matches && root.matches("form[method=post]:not([data-plain])")) {
      found.push(root);
    }
    for (const one of found) {
      const own = ["hx-post", "data-hx-post"].some((name) => one.hasAttribute(name));
      if (own || one.target) {
        continue;
      }
      one.setAttribute("hx-post", one.getAttribute("action") || location.href);
      one.setAttribute("hx-target", "main");
      one.setAttribute("hx-select", "main");
      one.setAttribute("hx-swap", "outerHTML show:window:top");
      one.setAttribute("hx-disabled-elt", "find button[type=submit]");
      if (one.enctype === "multipart/form-data") {
        one.setAttribute("hx-encoding", "multipart/form-data");
      }
      htmx.process(one);
    }
  };

  // A menu that drops down closes like one: by a click elsewhere and by Escape.
  const closeMenus = (except) => document.querySelectorAll("details[data-dropdown][open]").forEach((menu) => {
    if (!except || !menu.contains(except)) {
      menu.open = false;
    }
  });
  document.addEventListener("click", (event) => closeMenus(event.target));
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details[data-dropdown][open]");
    if (menu) {
      closeMenus();
      menu.querySelector("summary").focus();
    }
  });

  const show = (text) => {
    const place = document.getElementById("refusal");
    const words = document.createElement("div");
    words.className = "refusal-words";
    words.textContent = text;
    place.replaceChildren(words);
    place.scrollIntoView({ block: "center" });
  };

  const clear = () => {
    document.getElementById("refusal")?.replaceChildren();
    document.querySelectorAll(".is-invalid").forEach((field) => {
      field.classList.remove("is-invalid");
      field.removeAttribute("aria-invalid");
    });
    document.querySelectorAll(".invalid-feedback.ours").forEach((words) => words.remove());
  };

  // A refusal names fields: say it at the field as well.
  const markFields = () => {
    let first = null;
    document.querySelectorAll("#refusal [data-field]").forEach((words) => {
      const field = form.last && form.last.elements.namedItem(words.dataset.field);
      const input = field instanceof RadioNodeList ? field[0] : field;
      if (!input || input.type === "hidden") {
        return;
      }
      input.classList.add("is-invalid");
      input.setAttribute("aria-invalid", "true");
      const said = document.createElement("div");
      said.className = "invalid-feedback ours";
      said.textContent = words.textContent;
      (input.closest(".input-group") || input).after(said);
      first ??= input;
    });
    if (first) {
      first.focus({ preventScroll: true });
      first.closest("div").scrollIntoView({ block: "center" });
    }
  };

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt.matches("form")) {
      form.last = event.detail.elt;
      clear();
    }
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id === "refusal") {
      setTimeout(markFields);
    }
  });

  // A part that asks for itself every few seconds waits while somebody is choosing or typing inside it.
  const asksByItself = (detail) => detail.requestConfig.verb === "get" && detail.elt.closest("[hx-trigger*='every ']") === detail.elt;
  const firstChoice = (select) => Math.max(0, [...select.options].findIndex((one) => one.defaultSelected));
  const changed = (field) => {
    if (field.tagName === "SELECT") {
      return field.selectedIndex !== firstChoice(field);
    }
    return ["checkbox", "radio"].includes(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  };
  const touched = (field) => field.type !== "hidden" && (field === document.activeElement || changed(field));
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, target } = event.detail;
    if (asksByItself(event.detail) && target && !elt.matches(".unread")
      && (target.querySelector("details[open]") || [...target.querySelectorAll("input, select, textarea")].some(touched))) {
      event.preventDefault();
    }
  });

  // Who goes by keyboard or screen reader stays on the same button or link when such a part was renewed.
  const asked = (form) => [...new FormData(form)].filter(([name]) => !["_csrf", "once"].includes(name)).join(" ");
  const sameAs = (one) => [one.tagName, one.getAttribute("href"), one.form?.getAttribute("action"), one.form && asked(one.form)].join(" ");
  let focused = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const one = document.activeElement;
    const { requestConfig, target } = event.detail; // what asked is in there, the event itself is the target's
    focused = asksByItself({ requestConfig, elt: requestConfig.elt }) && one?.matches("a, button") && target.contains(one) ? sameAs(one) : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (focused && document.activeElement === document.body) {
      [...document.querySelectorAll("main a, main button")].find((one) => sameAs(one) === focused)?.focus({ preventScroll: true });
    }
    focused = null;
  });

  // An act inside [data-stay] leads back to its page: that stays where it was, and so do what is unfolded and the keyboard.
  const STAY = "stay";
  const unfoldedBeside = (form) => [...document.querySelectorAll("details[id][open]")].filter((one) => !one.contains(form)).map((one) => one.id);
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, requestConfig } = event.detail;
    const anchor = elt.matches("form") && requestConfig.verb === "post" && elt.closest("[data-stay]") && elt.closest("[id]");
    if (anchor) {
      sessionStorage.setItem(STAY, JSON.stringify({
        path: location.pathname, anchor: anchor.id, top: anchor.getBoundingClientRect().top, open: unfoldedBeside(elt),
        focus: document.activeElement?.id || "",
      }));
    }
  });
  const comeBack = () => {
    const kept = JSON.parse(sessionStorage.getItem(STAY) || "null");
    sessionStorage.removeItem(STAY);
    const anchor = kept?.path === location.pathname && document.getElementById(kept.anchor);
    if (anchor) {
      kept.open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
      document.querySelector("#content > .said")?.classList.add("stays");
      window.scrollBy({ top: anchor.getBoundingClientRect().top - kept.top, behavior: "instant" });
      document.getElementById(kept.focus || "no-id")?.focus({ preventScroll: true });
    }
  };
  document.addEventListener("htmx:responseError", () => sessionStorage.removeItem(STAY));

  document.addEventListener("htmx:sendError", () => show(document.body.dataset.offline));
  document.addEventListener("htmx:timeout", () => show(document.body.dataset.offline));

  // An answer that is no refusal of ours (a proxy's error page) must not replace the page.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    const ours = xhr.getResponseHeader("HX-Retarget") || /<main[\s>]/.test(xhr.responseText);
    if (xhr.status >= 400 && !ours) {
      event.detail.shouldSwap = false;
      if (event.detail.elt.matches("form, button, a")) {
        show(document.body.dataset.offline);
      }
    }
  });

  // Destructive acts ask once: data-confirm carries the consequence.
  document.addEventListener("htmx:confirm", (event) => {
    const asked = (event.detail.triggeringEvent?.submitter ?? event.detail.elt).closest("[data-confirm]");
    if (asked && event.detail.verb !== "get" && !window.confirm(asked.dataset.confirm)) {
      event.preventDefault();
    }
  });
  document.addEventListener("submit", (event) => {
    const asked = (event.submitter ?? event.target).closest("[data-confirm]");
    if (asked && event.target.hasAttribute("data-plain") && !window.confirm(asked.dataset.confirm)) {
      event.preventDefault();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-back]")) {
      history.back();
    }
    // Ticks all boxes of the form that can be ticked, or none: data-tick="all" or "none".
    const tick = event.target.closest("[data-tick]");
    if (tick) {
      tick.form.querySelectorAll("input[type=checkbox]:not(:disabled)").forEach((box) => {
        box.checked = tick.dataset.tick === "all";
      });
    }
    const fill = event.target.closest("[data-fill]");
    if (fill) {
      document.getElementById(fill.dataset.fill).value = fill.dataset.value;
    }
    if (event.target.closest("[data-print]")) {
      window.print();
    }
  });

  // On paper everything is open.
  const folded = () => document.querySelectorAll("details:not([open])");
  window.addEventListener("beforeprint", () => folded().forEach((one) => {
    one.open = true;
    one.dataset.folded = "";
  }));
  window.addEventListener("afterprint", () => document.querySelectorAll("details[data-folded]").forEach((one) => {
    one.open = false;
    delete one.dataset.folded;
  }));

  // Choices that act at once (filters, sorting): data-auto on a select or checkbox submits its form.
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-auto]")) {
      event.target.form.requestSubmit();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    tame(document);
    comeBack();
    document.addEventListener("htmx:load", (event) => tame(event.detail.elt));
  });
})();
