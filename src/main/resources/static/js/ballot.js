// The voter's page: choose, confirm, done. Steps are sections of the page; only one shows at a time.
(() => {
  "use strict";
  const root = document.getElementById("ballot");
  if (!root) {
    return;
  }
  const { id, practice, state, claim, voting, signKey, boxKey, edition, voter } = root.dataset;
  const place = `ballot-${id}-${voter}`;
  const find = (css) => root.querySelector(css);
  const all = (css) => [...root.querySelectorAll(css)];
  const ways = { sign: root.dataset.sign, recovery: root.dataset.recovery, box: root.dataset.box };
  const vote = { filled: null, code: null, prepared: null };

  const show = (step) => {
    all("[data-step]").forEach((section) => (section.hidden = section.dataset.step !== step));
    const head = find(`[data-step="${step}"] h2`);
    head?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  };
  const say = (name) => (find("[data-live]").textContent = find(`[data-say="${name}"]`)?.textContent ?? "");
  const fail = (words) => {
    find("[data-why]").textContent = words;
    show("failed");
  };

  // What was begun, so that a reload goes on where it was; gone once the paper is in the box.
  const pack = (value) => Object.fromEntries(Object.entries(value).map(([name, data]) => [name, data && Vote.base64(data)]));
  const remember = (value) => localStorage.setItem(place, JSON.stringify(pack(value)));
  const remembered = () => {
    const kept = localStorage.getItem(place);
    return kept && Object.fromEntries(Object.entries(JSON.parse(kept)).map(([name, data]) => [name, data && Vote.bytes(data)]));
  };
  const voted = () => {
    localStorage.removeItem(place);
    localStorage.setItem(`${place}-done`, "1");
  };

  // Tries again where nobody can tell whether the first try arrived; both ways answer the same to the same question.
  const post = async (way, body, more) => {
    for (let patience = 400; ; patience *= 2) {
      const answer = await fetch(way, {
        method: body ? "POST" : "GET",
        body,
        cache: "no-store",
        ...more,
        headers: { "Content-Type": "application/octet-stream", Accept: "application/json, application/octet-stream", ...more.headers },
      }).catch(() => null);
      if (answer && ![502, 503, 504].includes(answer.status)) {
        return answer;
      }
      if (patience > 3000) {
        throw new Error(find('[data-say="offline"]').textContent);
      }
      await new Promise((done) => setTimeout(done, patience));
    }
  };
  const refused = async (answer) => {
    if (answer.status === 401 || answer.redirected) {
      throw new Error(find('[data-say="signed-out"]').textContent);
    }
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      throw Object.assign(new Error(problem.detail ?? find('[data-say="offline"]').textContent), { status: answer.status });
    }
    return answer;
  };
  const withSession = () => {
    const token = document.querySelector('meta[name="csrf-token"]');
    return { credentials: "same-origin", headers: token ? { [token.dataset.header]: token.content } : {} };
  };
  // No cookie, no referrer: the box does not learn who casts.
  const nameless = { credentials: "omit", referrerPolicy: "no-referrer", headers: {} };

  const finish = async (begun) => {
    show("working");
    try {
      say("signing");
      const key = await Vote.signKey(signKey);
      const request = Vote.join(begun.blinded, begun.kept);
      const answer = await refused(await post(ways.sign, request, withSession()));
      const signature = await Vote.unblind(key, begun, new Uint8Array(await answer.arrayBuffer()));
      say("casting");
      await refused(await post(ways.box, await Vote.envelope(edition, id, boxKey, begun, signature), nameless));
      voted();
      await done(begun);
    } catch (problem) {
      if (problem.status === 409) {
        if (await ended()) {
          remember({ message: begun.message }); // the page tells what became of it, and forgets it
          return location.reload();
        }
        if (!begun.recovered) {
          localStorage.removeItem(place);
        }
      }
      fail(problem.message);
    }
  };
  const ended = async () => {
    const answer = await fetch(location.pathname, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
    return Boolean(answer?.ok) && !/data-state="OPEN"/.test(await answer.text());
  };

  // Over: what was begun here cannot be finished any more, so the choice goes. Was the paper in the box before the end? Once
  // the right to vote was used only the published papers tell; their tracker is all that the voter gets.
  const over = async (step) => {
    show(step);
    const begun = practice || !isSecureContext ? null : remembered();
    localStorage.removeItem(place);
    if (!begun || claim === "PAPER") {
      return;
    }
    const unsure = state === "SHUT" && claim === "SIGNATURE";
    find("[data-begun-words]").textContent = find(`[data-say="${state === "VOID" ? "begun-void" : unsure ? "begun-unsure" : "begun-lost"}"]`).textContent;
    find("[data-begun-tracker]").textContent = unsure ? Vote.grouped(await Vote.tracker(begun), 5) : "";
    find("[data-begun-tracker]").hidden = !unsure;
    find("[data-begun]").hidden = false;
  };

  const done = async (begun) => {
    find("[data-tracker]").textContent = Vote.grouped(await Vote.tracker(begun), 5);
    root.querySelectorAll("[data-stale]").forEach((count) => count.remove());
    show("done");
    say("done");
  };

  // The crypto of a real vote, with a key of this page's own; nothing is sent.
  const rehearse = async () => {
    show("working");
    say("signing");
    await vote.prepared;
    const begun = await vote.prepared;
    await Vote.keep(vote.code, id, begun);
    await done(begun);
  };

  const confirm = async (filled) => {
    vote.filled = filled;
    vote.prepared = ownKey().then((key) => Vote.prepare(key, id, filled));
    vote.prepared.catch(() => {});
    vote.code = await Vote.freshCode();
    find("[data-code]").textContent = vote.code;
    show("confirm");
  };
  const ownKey = () => (practice ? BlindRsa.freshKey().then((pair) => pair.publicKey) : Vote.signKey(signKey));

  const cast = async () => {
    show("working");
    const begun = await vote.prepared;
    begun.kept = await Vote.keep(vote.code, id, begun);
    remember(begun);
    await finish(begun);
  };

  // One letter a line; what was not marked is an abstention.
  const filledList = () => all("[data-line]").map((line) => line.querySelector("input:checked")?.value ?? root.dataset.abstain).join("");
  const summary = (words) => find("[data-chosen]").replaceChildren(...words);
  const entry = (name, mark) => {
    const item = document.createElement("li");
    const what = document.createElement("strong");
    what.textContent = mark;
    item.append(name, what);
    return item;
  };
  const chosenList = () => all("[data-line]").map((line) => {
    const chosen = line.querySelector("input:checked");
    const mark = chosen ? line.querySelector(`label[for="${chosen.id}"]`).textContent : find('[data-say="abstain"]').textContent;
    return entry(line.dataset.line, mark.trim());
  });
  const inFavour = () => all("[data-line] input:checked").filter((input) => input.value === "F").length;
  const countSeats = () => {
    const seats = find("[data-seats]");
    if (seats) {
      const over = inFavour() > Number(seats.dataset.seats);
      seats.querySelector("[data-used]").textContent = inFavour();
      seats.classList.toggle("notice-bad", over);
      find("[data-over]").hidden = !over;
      find("[data-review]").disabled = over;
    }
  };

  const openWithCode = async () => {
    const field = find("[name=code]");
    const wrong = find("[data-wrong]");
    const word = await Vote.readCode(field.value);
    const kept = word && (await refused(await post(ways.recovery, null, withSession())).then((answer) => answer.arrayBuffer()));
    const begun = kept && (await Vote.recover(word, id, new Uint8Array(kept)));
    wrong.hidden = Boolean(begun);
    field.setAttribute("aria-invalid", String(!begun));
    if (!begun) {
      field.focus();
      return;
    }
    await finish({ ...begun, kept: new Uint8Array(kept), recovered: true });
  };

  const copy = async (button) => {
    await navigator.clipboard?.writeText(find(button.dataset.copy).textContent).catch(() => {});
    say("copied");
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const act = button?.dataset.act;
    if (button?.dataset.mark) {
      summary([entry("", button.textContent.trim())]);
      confirm(button.dataset.mark);
    } else if (act === "review") {
      summary(chosenList());
      confirm(filledList());
    } else if (act === "cast") {
      practice ? rehearse() : cast();
    } else if (act === "back") {
      show("choose");
    } else if (act === "copy") {
      copy(button);
    } else if (act === "again") {
      location.reload();
    } else if (act === "recover") {
      show("recover");
    }
  });
  root.addEventListener("change", countSeats);
  find("[data-recover]").addEventListener("submit", (event) => {
    event.preventDefault();
    openWithCode().catch((problem) => fail(problem.message));
  });

  const start = () => {
    if (state === "SHUT") {
      return over("shut");
    }
    if (state === "VOID") {
      return over("void");
    }
    if (!isSecureContext || !crypto.subtle) {
      return show("insecure");
    }
    if (voting !== "true") {
      return show("watching");
    }
    if (claim === "PAPER") {
      return over("paper");
    }
    const begun = practice ? null : remembered();
    if (begun) {
      return finish(begun);
    }
    if (claim === "SIGNATURE") {
      return show(localStorage.getItem(`${place}-done`) ? "voted" : "recover");
    }
    countSeats();
    return show("choose");
  };
  start();
})();
