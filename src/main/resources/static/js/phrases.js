// Phrases for the opinion fields of a form: "同意" and the reader's own go into the field with one tap.
(() => {
  "use strict";
  if (window.leaguePhrases) {
    return;
  }
  window.leaguePhrases = true;

  const opinions = (section) => {
    const found = [];
    const look = (components) => (components || []).forEach((one) => {
      look(one.components);
      if (one.type === "textarea" && /opinion$/i.test(one.key || "")) {
        found.push(one.id);
      }
    });
    look(JSON.parse(section.querySelector("script[data-form-schema]").textContent).components);
    return found;
  };

  const token = () => {
    const meta = document.querySelector('meta[name="csrf-token"]');
    return meta ? { [meta.dataset.header]: meta.content } : {};
  };

  /** As if it were typed, so that form-js and the draft notice it. */
  const write = (field, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };

  const button = (template, name) => template.content.querySelector(`[data-phrase-${name}]`).cloneNode(true);

  class Bar {
    constructor(section, field) {
      this.template = section.querySelector("template[data-phrases]");
      this.field = field;
      this.bar = document.createElement("div");
      this.bar.className = "lf-phrases";
      field.after(this.bar);
      this.bar.addEventListener("click", (event) => this.click(event));
      this.show();
    }

    agree() {
      return button(this.template, "agree").textContent.trim();
    }

    /** The reader's own; "同意" stands there for everybody already. */
    own() {
      return JSON.parse(this.template.dataset.phrases).filter((words) => words !== this.agree());
    }

    show() {
      const agree = button(this.template, "agree");
      const keep = button(this.template, "keep");
      const own = this.own().map((words) => {
        const group = button(this.template, "own");
        group.querySelector("[data-phrase-use]").textContent = words;
        group.querySelector("[data-phrase-forget]").dataset.words = words;
        return group;
      });
      this.bar.replaceChildren(agree, ...own, keep);
    }

    click(event) {
      const tapped = event.target.closest("button");
      if (!tapped) {
        return;
      }
      if ("phraseKeep" in tapped.dataset) {
        if (this.field.value.trim() !== this.agree()) {
          this.send(this.template.dataset.keep, this.field.value);
        }
      } else if ("phraseForget" in tapped.dataset) {
        this.send(this.template.dataset.forget, tapped.dataset.words);
      } else {
        const words = tapped.textContent.trim();
        const before = this.field.value.trim();
        write(this.field, before.endsWith(words) ? before : before ? `${before}${/[。！？；，.!?;,]$/.test(before) ? "" : "。"}${words}` : words);
      }
    }

    async send(url, words) {
      const answer = await fetch(url, {
        method: "POST", credentials: "same-origin", headers: { Accept: "application/json", ...token() }, body: new URLSearchParams({ words }),
      }).catch(() => null);
      const said = await answer?.json().catch(() => null);
      if (answer?.ok && Array.isArray(said)) {
        this.template.dataset.phrases = JSON.stringify(said);
        document.querySelectorAll(".lf-phrases").forEach((bar) => bar.leaguePhrases.show());
      } else {
        const note = document.createElement("span");
        note.className = "text-danger small";
        note.setAttribute("role", "alert");
        note.textContent = Object.values(said?.fields ?? {})[0] ?? said?.detail ?? this.template.dataset.failed;
        this.show();
        this.bar.append(note);
      }
    }
  }

  const attach = (section) => {
    const ids = opinions(section);
    const look = () => ids.forEach((id) => {
      const field = section.querySelector(`textarea[id^="fjs-form-"][id$="-${CSS.escape(id)}"]`);
      if (field && !field.readOnly && !field.disabled && !field.nextElementSibling?.classList.contains("lf-phrases")) {
        const bar = new Bar(section, field);
        bar.bar.leaguePhrases = bar;
      }
    });
    if (ids.length) {
      new MutationObserver(look).observe(section.querySelector("[data-form-fields]"), { childList: true, subtree: true });
      look();
    }
  };

  const attachAll = () => document.querySelectorAll("[data-form]:not([data-phrases-shown])").forEach((section) => {
    section.dataset.phrasesShown = "";
    if (section.dataset.readOnly !== "true" && section.querySelector("template[data-phrases]")) {
      attach(section);
    }
  });

  document.addEventListener("htmx:load", attachAll);
  attachAll();
})();
