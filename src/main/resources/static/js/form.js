// The form island: shows a form-js form, keeps drafts, uploads files and posts the answers as a normal form.
(function () {
  "use strict";
  if (window.leagueflowForms) {
    window.leagueflowForms();
    return;
  }

  const AUTOSAVE_MS = 3000;

  const ZH_MESSAGES = [
    [/^Field is required\.$/, () => "必填"],
    [/^Value is not a number\.$/, () => "请填写数字"],
    [/^Value is expected to be an integer\.$/, () => "请填写整数"],
    [/^Value is expected to have at most (\d+) decimal digits?\.$/, (m) => `最多 ${m[1]} 位小数`],
    [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, (m) => `最接近的有效值是 ${m[1]} 和 ${m[2]}`],
    [/^Field must have minimum value of (.+)\.$/, (m) => `不能小于 ${m[1]}`],
    [/^Field must have maximum value of (.+)\.$/, (m) => `不能大于 ${m[1]}`],
    [/^Field must have minimum length of (.+)\.$/, (m) => `至少 ${m[1]} 个字`],
    [/^Field must have maximum length of (.+)\.$/, (m) => `最多 ${m[1]} 个字`],
    [/^Field must match pattern (.+)\.$/, () => "格式不符合要求"],
    [/^Field must be a valid\s+international phone number\./, () => "请填写带国家代码的电话号码,例如 +8613800000000"],
    [/^Field must be a valid email\.$/, () => "请填写有效的电子邮箱"],
  ];

  const ZH_WORDS = {
    "Browse": "选择文件", "No files selected": "未选择文件", "Select": "请选择", "Search": "搜索",
    "No results": "没有匹配项", "All values selected": "已全部选择", "Required": "必填",
  };

  // What is left out stays English; the week begins on Monday in both languages.
  const ZH_CALENDAR = {
    weekdays: { shorthand: ["日", "一", "二", "三", "四", "五", "六"], longhand: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"] },
    months: {
      shorthand: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
      longhand: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
    },
    firstDayOfWeek: 1,
  };

  const chinese = () => document.documentElement.lang.toLowerCase().startsWith("zh");

  function translated(message) {
    for (const [pattern, words] of ZH_MESSAGES) {
      const match = pattern.exec(message);
      if (match) {
        return words(match);
      }
    }
    return message;
  }

  function json(section, name) {
    return JSON.parse(section.querySelector(`script[data-form-${name}]`).textContent);
  }

  /** form-js has its few own words in English only. */
  function translateWords(root) {
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.data.trim();
        const files = /^(\d+) files selected$/.exec(text);
        if (ZH_WORDS[text] && node.parentElement.closest("button, .fjs-select-placeholder, .fjs-select-display, .fjs-dropdownlist-empty, .fjs-filepicker-container")) {
          node.data = ZH_WORDS[text];
        } else if (files) {
          node.data = `已选择 ${files[1]} 个文件`;
        }
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        if (ZH_WORDS[node.getAttribute("placeholder")]) {
          node.setAttribute("placeholder", ZH_WORDS[node.getAttribute("placeholder")]);
        }
        node.childNodes.forEach(walk);
      }
    };
    walk(root);
    new MutationObserver((changes) => changes.forEach((change) => {
      change.type === "characterData" ? walk(change.target) : change.addedNodes.forEach(walk);
    })).observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** form-js writes dates as the browser's country does; here they read the same for everybody: 2025-03-03. */
  function sameDates(root) {
    const set = () => root.querySelectorAll(".fjs-datepicker input").forEach((input) => {
      if (input._flatpickr && !("dated" in input.dataset)) {
        input.dataset.dated = "";
        input._flatpickr.set({ dateFormat: "Y-m-d", locale: chinese() ? ZH_CALENDAR : { firstDayOfWeek: 1 } });
        input.placeholder = "YYYY-MM-DD";
      }
    });
    new MutationObserver(set).observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
    set();
  }

  function at(object, path) {
    return path.reduce((level, step) => (level === null || level === undefined ? undefined : level[step]), object);
  }

  function remove(object, path) {
    const parent = at(object, path.slice(0, -1));
    if (parent) {
      delete parent[path[path.length - 1]];
    }
  }

  function put(object, path, value) {
    path.slice(0, -1).forEach((step) => { object = object[step] = object[step] || {}; });
    object[path[path.length - 1]] = value;
  }

  class Island {
    constructor(section) {
      this.section = section;
      this.schema = json(section, "schema");
      this.values = json(section, "values");
      this.names = json(section, "files");
      this.readOnly = section.dataset.readOnly === "true";
      this.post = section.querySelector("[data-form-post]");
      this.said = section.querySelector("[data-form-state]");
      this.kept = {};
      this.unsent = new Set();
      this.dirty = false;
      this.sending = false;
    }

    async show() {
      const place = this.section.querySelector("[data-form-fields]");
      // What is typed is kept at once: with form-js's delay, changing one field takes back what was typed in the next.
      this.form = new window.FormViewer.Form({ container: place, debounce: false });
      if (chinese()) {
        const validator = this.form.get("validator");
        const check = validator.validateFieldInstance.bind(validator);
        validator.validateFieldInstance = (field, value) => check(field, value).map(translated);
        translateWords(place);
      }
      sameDates(place);
      const restored = this.readOnly ? null : (await window.leagueflowSession.restored)?.islands[this.schema.id];
      Object.assign(this.values, restored);
      this.keepFiles();
      await this.form.importSchema(this.schema, this.values);
      if (this.readOnly) {
        this.form.setProperty("readOnly", true);
      }
      place.querySelector("[data-form-loading]").remove();
      this.files(place);
      this.showErrors();
      if (this.post) {
        this.listen();
        if (restored) {
          setTimeout(() => this.changed(true), 0);
        }
      }
    }

    fields() {
      return this.form.get("formFieldRegistry").getAll();
    }

    path(field) {
      return this.form.get("pathRegistry").getValuePath(field);
    }

    /** Ids of files uploaded before: form-js knows only files picked just now. */
    keepFiles() {
      const find = (components, around) => (components || []).forEach((component) => {
        const path = component.path ? around.concat(component.path.split(".")) : around;
        find(component.components, path);
        const own = component.key ? around.concat(component.key.split(".")) : null;
        if (component.type === "filepicker" && own && Array.isArray(at(this.values, own))) {
          this.kept[own.join(".")] = at(this.values, own);
          remove(this.values, own);
        }
      });
      find(this.schema.components, []);
    }

    /**
     * Each file goes to the server when it is picked: the draft keeps it, and photos are taken one after the other.
     * Fields that appear later get their list when they appear.
     */
    files(place) {
      place.addEventListener("change", (event) => {
        const field = event.target.type === "file" ? this.picker(event.target) : null;
        if (field) {
          event.stopImmediatePropagation();
          const picked = [...event.target.files];
          event.target.value = "";
          this.add(field, picked);
        }
      }, true);
      const furnish = () => place.querySelectorAll("input[type=file]:not([data-furnished])").forEach((input) => {
        const field = this.picker(input);
        if (field) {
          input.dataset.furnished = "";
          this.furnish(input.closest(".fjs-form-field"), field);
        }
      });
      new MutationObserver(furnish).observe(place, { childList: true, subtree: true });
      furnish();
    }

    picker(input) {
      return this.fields().find((field) => field.type === "filepicker" && input.id.endsWith(`-${field.id}`));
    }

    furnish(box, field) {
      const list = document.createElement("ul");
      list.className = "lf-files";
      list.dataset.files = field.id;
      box.append(list);
      if (!this.readOnly && /image|jpe?g/.test(field.accept || "")) {
        if (window.matchMedia("(pointer: coarse)").matches) {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "btn btn-outline-secondary lf-photo mt-2";
          button.dataset.takePhoto = "";
          button.textContent = this.section.dataset.photo;
          button.addEventListener("click", () => this.takePhoto(field));
          box.append(button);
        }
        this.note(box, this.section.dataset.photoNote);
      }
      if (field.description) { // form-js shows none at file pickers
        this.note(box, field.description);
      }
      this.list(field);
    }

    note(box, words) {
      const note = document.createElement("p");
      note.className = "lf-files-note";
      note.textContent = words;
      box.append(note);
    }

    takePhoto(field) {
      const camera = document.createElement("input");
      camera.type = "file";
      camera.accept = "image/*";
      camera.setAttribute("capture", "environment");
      camera.addEventListener("change", () => this.add(field, [...camera.files]));
      camera.click();
    }

    /** What is attached to the field, pictures shown small, each with a button that takes it away. */
    list(field) {
      const list = this.section.querySelector(`[data-files="${CSS.escape(field.id)}"]`);
      const key = this.path(field).join(".");
      const ids = this.kept[key] || [];
      list.closest(".fjs-form-field").toggleAttribute("data-has-files", ids.length > 0);
      list.replaceChildren(...ids.map((id) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const name = this.names[id] || String(id);
        const where = `${this.section.dataset.attachments}/${encodeURIComponent(id)}`;
        link.href = where;
        link.className = "grow";
        if (/\.(jpe?g|png)$/i.test(name)) {
          const show = document.createElement("a");
          show.href = `${where}/picture`;
          show.target = "_blank";
          show.rel = "noopener";
          show.className = "lf-picture";
          const image = document.createElement("img");
          image.src = `${where}/picture?small=true`;
          image.alt = name;
          show.append(image);
          item.append(show);
        }
        link.textContent = name;
        item.append(link);
        if (!this.readOnly) {
          const away = document.createElement("button");
          away.type = "button";
          away.className = "btn btn-sm btn-outline-secondary";
          away.textContent = this.section.dataset.remove;
          away.setAttribute("aria-label", `${this.section.dataset.remove} ${name}`);
          away.addEventListener("click", () => {
            this.kept[key] = ids.filter((one) => one !== id);
            this.list(field);
            this.changed(true);
          });
          item.append(away);
        }
        return item;
      }));
    }

    add(field, picked) {
      const key = this.path(field).join(".");
      picked.forEach((file) => this.unsent.add(file));
      this.uploads = (this.uploads || Promise.resolve()).then(async () => {
        for (const file of picked) {
          this.say(`${this.section.dataset.uploading} ${file.name}`);
          try {
            const id = await this.uploadOne(file);
            this.unsent.delete(file);
            this.kept[key] = field.multiple ? [...(this.kept[key] || []), id] : [id];
            this.say("");
            this.list(field);
            this.form._setState({ errors: { ...this.form._getState().errors, [field.id]: [] } });
            this.changed(true);
          } catch (refused) {
            this.say(refused.message || this.section.dataset.uploadFailed);
            this.form._setState({ errors: { ...this.form._getState().errors, [field.id]: [refused.message || this.section.dataset.uploadFailed] } });
          }
        }
      });
    }

    /** What the server said, at each field and as links in the list above. */
    showErrors() {
      const list = this.section.querySelector("[data-form-errors]");
      if (!list) {
        return;
      }
      const errors = {};
      list.querySelectorAll("li[data-key]").forEach((item) => {
        const field = this.fields().find((one) => one.key && this.path(one).join(".") === item.dataset.key);
        if (field) {
          errors[field.id] = [item.textContent];
          item.textContent = `${field.label || field.key}: ${item.textContent}`;
          item.tabIndex = 0;
          item.setAttribute("role", "link");
          const go = () => this.focus(field);
          item.addEventListener("click", go);
          item.addEventListener("keydown", (event) => event.key === "Enter" && go());
        }
      });
      this.form._setState({ errors });
      list.focus();
      this.changed(false);
    }

    focus(field) {
      const input = this.section.querySelector(`[id^="fjs-form-"][id$="-${CSS.escape(field.id)}"], [id^="fjs-form-"][id*="-${CSS.escape(field.id)}-"]`);
      if (input) {
        const reachable = "input:not([type=hidden]), textarea, button, [tabindex]";
        const one = input.matches(reachable) ? input : input.querySelector(reachable) || input;
        if (one === input && !input.matches(reachable)) {
          input.tabIndex = -1;
        }
        input.scrollIntoView({ block: "center" });
        one.focus();
      }
    }

    focusFirstError(errors) {
      const field = this.fields().find((one) => errors[one.id]);
      if (field) {
        this.focus(field);
      }
    }

    listen() {
      const submit = this.post.querySelector("[data-form-submit]");
      submit.disabled = false;
      this.post.addEventListener("htmx:confirm", (event) => this.submit(event, submit));
      this.post.addEventListener("htmx:afterRequest", (event) => {
        const { status } = event.detail.xhr;
        this.sending = status >= 200 && status < 400;
        submit.disabled = this.sending;
        this.say("");
      });
      document.addEventListener("session:keep", (event) => this.keep(event.detail));
      // Enter inside the form: form-js has checked it, the page sends it.
      this.form.on("submit", () => !this.checking && this.post.requestSubmit());
      // form-js sets defaults right after the import; only what comes later is the person's.
      setTimeout(() => this.form.on("field.updated", () => this.changed(true)), 0);
      const save = this.post.querySelector("[data-form-save]");
      if (save) {
        save.addEventListener("click", () => this.saveDraft());
      }
      window.addEventListener("beforeunload", (event) => {
        if (this.dirty && !this.sending && this.section.isConnected && !window.leagueflowSession.leaving) {
          event.preventDefault();
        }
      });
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden" && this.dirty && !this.sending) {
          this.saveDraft(true);
        }
      });
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) {
          this.sending = false;
          submit.disabled = false;
        }
      });
    }

    changed(byPerson) {
      this.dirty = true;
      this.edited = Date.now();
      if (byPerson && this.section.dataset.draft) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.saveDraft(), AUTOSAVE_MS);
      }
    }

    say(text) {
      this.said.textContent = text;
    }

    /** The answers that the person gave: without what is read-only, computed or a file. */
    answers() {
      const answers = JSON.parse(JSON.stringify(this.form._getSubmitData()));
      this.fields().filter((field) => field.key && field.type !== "group").forEach((field) => {
        const path = this.path(field);
        if (field.type === "expression" || this.isReadOnly(field) || field.disabled) {
          remove(answers, path);
        } else if (field.type === "filepicker") {
          const kept = this.kept[path.join(".")];
          remove(answers, path);
          if (kept && kept.length) {
            put(answers, path, kept);
          }
        }
      });
      return answers;
    }

    isReadOnly(field) {
      if (typeof field.readonly === "string" && field.readonly.startsWith("=")) {
        return this.form.get("expressionLanguage").evaluate(field.readonly, this.form._getState().data) === true;
      }
      return field.readonly === true;
    }

    fetch(url, options) {
      const headers = { ...options.headers, Accept: "application/json, application/problem+json" };
      return window.leagueflowSession.send(url, { ...options, headers, method: "POST" });
    }

    /** Into what the browser keeps when the log-in ended. */
    keep(entry) {
      if (this.section.isConnected && this.dirty) {
        entry.islands[this.schema.id] = this.answers();
        entry.files ||= this.unsent.size > 0;
      }
    }

    async saveDraft(leaving) {
      clearTimeout(this.timer);
      if (this.sending || !this.section.dataset.draft || !this.section.isConnected) {
        return;
      }
      const started = Date.now();
      const url = `${this.section.dataset.drafts}${encodeURIComponent(this.section.dataset.draft)}?form=${encodeURIComponent(this.schema.id)}`;
      this.say(this.section.dataset.saving);
      try {
        const response = await this.fetch(url, {
          headers: { "Content-Type": "application/json" }, body: JSON.stringify(this.answers()), keepalive: leaving === true,
        });
        if (!response.ok) {
          throw new Error(String(response.status));
        }
        this.dirty = this.edited > started;
        if (!this.dirty) {
          window.leagueflowSession.forget();
        }
        this.say(`${this.section.dataset.saved} ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })}`);
      } catch {
        window.leagueflowSession.keep();
        this.say(this.section.dataset.failed);
      }
    }

    check() {
      this.checking = true;
      try {
        const errors = { ...this.form.submit().errors };
        this.fields().filter((field) => field.type === "filepicker" && (this.kept[this.path(field).join(".")] || []).length)
          .forEach((field) => delete errors[field.id]);
        return errors;
      } finally {
        this.checking = false;
      }
    }

    /** Holds the request that htmx is about to make until the answers are checked and the files uploaded. */
    async submit(event, button) {
      event.preventDefault();
      if (this.sending) {
        return;
      }
      await this.uploads;
      if (this.sending) {
        return;
      }
      const errors = this.check();
      if (Object.keys(errors).length) {
        this.say(this.section.dataset.correct);
        this.focusFirstError(errors);
        return;
      }
      clearTimeout(this.timer);
      this.sending = true;
      button.disabled = true;
      try {
        this.say(this.section.dataset.sending);
        this.post.elements.answers.value = JSON.stringify(this.answers());
        event.detail.issueRequest(true);
      } catch (refused) {
        this.sending = false;
        button.disabled = false;
        this.say(refused.message || this.section.dataset.uploadFailed);
      }
    }

    async uploadOne(file) {
      const body = new FormData();
      body.append("file", file);
      const response = await this.fetch(this.section.dataset.attachments, { body });
      const answer = await response.json().catch(() => ({}));
      if (!response.ok) {
        throw new Error(answer.detail || `${this.section.dataset.uploadFailed}: ${file.name}`);
      }
      this.names[answer.id] = answer.name;
      return answer.id;
    }
  }

  function showAll() {
    document.querySelectorAll("[data-form]:not([data-form-shown])").forEach((section) => {
      section.dataset.formShown = "";
      const island = new Island(section);
      island.show().catch((failure) => {
        console.error(failure);
        section.querySelector("[data-form-fields]").textContent = section.dataset.broken;
      });
    });
  }

  window.leagueflowForms = showAll;
  document.addEventListener("htmx:load", showAll);
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", showAll);
  } else {
    showAll();
  }
})();
