// What a page does when its log-in or its security token (CSRF) ends while somebody fills it in: keeps the text in this browser,
// for this person only, says so, leads to log-in and back, and puts the text where it was. Loaded before all other scripts.
(() => {
  "use strict";
  const KEPT_FOR = 7 * 24 * 3600 * 1000; // ms
  const SLEPT = 5 * 60 * 1000; // ms out of sight after which the log-in is looked at again
  const RETRY_AFTER = 10 * 1000; // ms in which a form is sent a second time at most once

  const own = document.querySelector('meta[name="reader"]');
  const owner = own?.content ?? "";
  const page = location.pathname + location.search;
  const storable = owner !== "";
  const secure = window.isSecureContext && Boolean(window.crypto?.subtle);
  // Without encryption (plain http) a text stays in this tab only and goes when somebody else signs in.
  const store = secure ? localStorage : sessionStorage;
  const placeOf = (path) => `kept:${owner}:${path}`;
  const say = (name) => document.body.dataset[name];

  // ---- for one person only

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (array) => btoa(Array.from(array, (byte) => String.fromCharCode(byte)).join(""));
  const key = () => crypto.subtle.importKey("raw", bytes(own.dataset.key), "AES-GCM", false, ["encrypt", "decrypt"]);

  const seal = async (content) => {
    if (!secure) {
      return content;
    }
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), new TextEncoder().encode(content));
    return `${text(iv)}.${text(new Uint8Array(sealed))}`;
  };

  const unseal = async (kept) => {
    if (!secure) {
      return kept;
    }
    const [iv, sealed] = kept.split(".").map(bytes);
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key(), sealed));
  };

  const read = async (path) => {
    const kept = store.getItem(placeOf(path));
    if (!storable || !kept) {
      return null;
    }
    try {
      const entry = JSON.parse(await unseal(kept));
      return Date.now() - entry.at < KEPT_FOR ? entry : null;
    } catch {
      store.removeItem(placeOf(path)); // of another key, or cut off
      return null;
    }
  };

  const forget = () => store.removeItem(placeOf(page));

  // ---- what was filled in

  const SKIPPED = ["hidden", "password", "file", "submit", "button", "reset", "image"];
  const forms = () => [...document.querySelectorAll("main form[method=post]:not([data-plain]):not([data-form-post])")];
  const fields = (form) => [...form.elements].filter((one) => one.name && one.matches("input, select, textarea")
    && !SKIPPED.includes(one.type) && one.autocomplete !== "one-time-code");
  const choice = (one) => ["checkbox", "radio"].includes(one.type);
  const value = (one) => {
    if (choice(one)) {
      return one.checked;
    }
    return one.tagName === "SELECT" ? [...one.selectedOptions].map((option) => option.value) : one.value;
  };
  const initial = (one) => {
    if (choice(one)) {
      return one.defaultChecked;
    }
    if (one.tagName !== "SELECT") {
      return one.defaultValue;
    }
    const set = [...one.options].filter((option) => option.defaultSelected);
    return (set.length || one.multiple ? set : [...one.options].slice(0, 1)).map((option) => option.value);
  };
  const changed = (one) => String(value(one)) !== String(initial(one));
  // Forms of the same address and fields of the same name are told apart by their order.
  const numbered = (all, name) => {
    const seen = {};
    return all.map((one) => [`${name(one)}#${seen[name(one)] = (seen[name(one)] ?? 0) + 1}`, one]);
  };
  const allForms = () => numbered(forms(), (form) => form.getAttribute("action") ?? "");
  const allFields = (form) => numbered(fields(form), (field) => field.name);

  const gathered = () => {
    const entry = { at: Date.now(), forms: {}, islands: {}, files: false };
    allForms().forEach(([form, element]) => {
      const values = Object.fromEntries(allFields(element).filter(([, one]) => changed(one)).map(([name, one]) => [name, value(one)]));
      if (Object.keys(values).length) {
        entry.forms[form] = values;
      }
      entry.files ||= [...element.elements].some((one) => one.type === "file" && one.files.length);
    });
    document.dispatchEvent(new CustomEvent("session:keep", { detail: entry }));
    return entry;
  };
  const something = (entry) => Object.keys(entry.forms).length + Object.keys(entry.islands).length > 0;

  /** Whether there was something to keep. */
  const keep = async () => {
    if (!storable) {
      return false;
    }
    const entry = gathered();
    if (something(entry)) {
      store.setItem(placeOf(page), await seal(JSON.stringify(entry)));
    }
    return something(entry);
  };

  const restoreForms = (entry) => {
    let found = false;
    allForms().filter(([form]) => entry.forms[form]).forEach(([form, element]) => {
      allFields(element).filter(([name]) => name in entry.forms[form]).forEach(([name, one]) => {
        const kept = entry.forms[form][name];
        if (choice(one)) {
          one.checked = kept;
        } else if (one.tagName === "SELECT") {
          [...one.options].forEach((option) => { option.selected = kept.includes(option.value); });
        } else {
          one.value = kept;
        }
        one.closest("details")?.setAttribute("open", "");
        one.dispatchEvent(new Event("input", { bubbles: true }));
        found = true;
      });
    });
    return found;
  };

  // ---- what is said

  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-sm btn-primary";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  };

  const banner = (words, label, act) => {
    document.getElementById("session-banner")?.remove();
    const made = document.createElement("div");
    made.id = "session-banner";
    made.className = "session-banner";
    made.setAttribute("role", "alert");
    const said = document.createElement("span");
    said.textContent = words;
    made.append(said, button(label, act));
    document.body.append(made);
  };

  const notice = (words, texts) => {
    const made = document.createElement("div");
    made.className = "notice notice-warn flex-wrap";
    made.setAttribute("role", "status");
    const said = document.createElement("span");
    said.className = "flex-grow-1";
    said.textContent = words;
    made.append(said, button(say("discard"), () => {
      made.remove();
      discard();
    }));
    made.lastChild.className = "btn btn-sm btn-outline-secondary";
    texts.forEach((one) => {
      const place = document.createElement("p");
      place.className = "w-100 mb-0 text-break kept-text";
      place.textContent = one;
      made.append(place);
    });
    document.querySelector("main").before(made);
  };

  let discard = () => {};

  const texts = (kept) => {
    if (typeof kept === "string") {
      return kept.trim() ? [kept] : [];
    }
    return kept && typeof kept === "object" ? Object.values(kept).flatMap(texts) : [];
  };

  // ---- when the log-in or the token ended

  let lost = false;
  let leaving = false;

  const openAgain = async () => {
    const kept = await keep();
    leaving = true;
    if (kept) {
      sessionStorage.setItem("kept:back", page);
    }
    location.replace(page);
  };

  const lose = async (words = "expired", label = "login") => {
    if (lost) {
      return;
    }
    lost = true;
    await keep().catch(() => false);
    banner(say(words), say(label), openAgain);
  };

  const token = () => document.querySelector('meta[name="csrf-token"]');

  /** "same" person (the token is fresh then), "other" or "nobody"; "unknown" when the server cannot be reached. */
  const look = async () => {
    try {
      const answer = await fetch(own?.dataset.session ?? "/session", { headers: { Accept: "application/json" }, cache: "no-store" });
      const now = await answer.json();
      if (now.owner !== owner) {
        return now.owner ? "other" : "nobody";
      }
      if (token()) {
        token().content = now.token;
      }
      document.querySelectorAll("input[name=_csrf]").forEach((one) => { one.value = now.token; });
      if (lost) {
        lost = false;
        document.getElementById("session-banner")?.remove();
      }
      return "same";
    } catch {
      return "unknown";
    }
  };

  /** Whether the same may be sent once more, with a fresh token. */
  const renew = async () => {
    const who = await look();
    if (who === "other") {
      lose("somebodyElse", "openAgain");
    } else if (who === "nobody") {
      lose();
    }
    return who === "same";
  };

  /** Like fetch, for this server, with the token. */
  const send = async (url, options = {}, again = false) => {
    const headers = { ...options.headers };
    if (token() && (options.method ?? "GET") !== "GET") {
      headers[token().dataset.header] = token().content;
    }
    const answer = await fetch(url, { ...options, headers, credentials: "same-origin" });
    if (answer.status === 401) {
      lose();
    } else if (answer.headers.has("X-Stale-Token") && !again && await renew()) {
      return send(url, options, true);
    }
    return answer;
  };

  const sentAgain = new WeakMap();

  const sendAgain = async (elt, submitter) => {
    if (Date.now() - (sentAgain.get(elt) ?? 0) < RETRY_AFTER || !(await renew())) {
      return;
    }
    sentAgain.set(elt, Date.now());
    if (elt.matches("form")) {
      elt.requestSubmit(submitter?.form === elt ? submitter : undefined);
    } else {
      elt.click();
    }
  };

  // Before the other scripts: such an answer replaces nothing on the page.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    const stale = xhr.getResponseHeader("X-Stale-Token");
    if (xhr.status !== 401 && !stale) {
      return;
    }
    event.detail.shouldSwap = false;
    event.stopImmediatePropagation();
    if (stale) {
      sendAgain(requestConfig.elt, requestConfig.triggeringEvent?.submitter);
    } else {
      lose();
    }
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (lost && event.detail.requestConfig.verb === "get" && event.detail.elt.closest("[hx-trigger*='every ']") === event.detail.elt) {
      event.preventDefault();
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { status } = event.detail.xhr; // htmx calls a redirect neither successful nor failed
    if (status >= 200 && status < 400 && event.detail.requestConfig.verb !== "get" && event.detail.elt.matches("form")) {
      forget();
    }
  });

  // ---- a page that was out of sight: a phone that slept, another tab, the way back

  let hidden = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      hidden = Date.now();
    } else if (storable && (lost || (hidden && Date.now() - hidden > SLEPT))) {
      renew();
    }
  });
  window.addEventListener("pageshow", async (event) => {
    if (event.persisted && storable && ["other", "nobody"].includes(await look())) {
      openAgain();
    }
  });

  // ---- back on the page

  const tidy = () => {
    [localStorage, sessionStorage].forEach((one) => Object.keys(one).filter((name) => /^kept:[\w-]{16}:/.test(name)).forEach((name) => {
      if (one === sessionStorage && (owner ? !name.startsWith(placeOf("")) : /[?&]out\b/.test(location.search))) {
        one.removeItem(name);
      }
    }));
  };

  const restored = (async () => {
    tidy();
    return storable ? read(page) : null;
  })();

  const restore = async () => {
    const back = storable ? sessionStorage.getItem("kept:back") : null;
    const entry = await restored;
    if (storable) {
      sessionStorage.removeItem("kept:back");
    }
    const elsewhere = back && back !== page ? await read(back) : null;
    if (entry) {
      const here = restoreForms(entry);
      const islands = [...document.querySelectorAll("[data-form] [data-form-post]")].length > 0 && Object.keys(entry.islands).length > 0;
      discard = () => {
        forget();
        leaving = true;
        location.replace(page);
      };
      const moved = !here && !islands;
      notice(say(moved ? "moved" : "restored") + (entry.files ? ` ${say("files")}` : ""), moved ? texts([entry.forms, entry.islands]) : []);
    } else if (elsewhere) {
      discard = () => store.removeItem(placeOf(back));
      notice(say("moved"), texts([elsewhere.forms, elsewhere.islands]));
    }
  };

  window.leagueflowSession = {
    send, keep, forget, restored,
    /** Whether the page goes by itself, after the text was kept. */
    get leaving() {
      return leaving;
    },
  };

  document.addEventListener("DOMContentLoaded", restore);
})();
