// Looks a paper up by its tracker. Here and not on the server: who asks for which tracker would tell who voted how.
(() => {
  "use strict";
  const list = (way) => window.leagueflowSession.send(way).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
  const papers = (text) => text.split("\n").map((line) => line.split(" "));

  // A vote that was begun in this browser and never said to be in the box: tells whether it was, and forgets the choice.
  const begun = async (place) => {
    const kept = globalThis.localStorage?.getItem(place.dataset.begun);
    if (!kept) {
      return;
    }
    const tracker = await Vote.tracker({ message: Vote.bytes(JSON.parse(kept).message) });
    const way = place.dataset.trackers;
    const known = way ? papers(await list(way)).some((parts) => parts[0] === tracker) : false;
    const used = place.dataset.used === "SIGNATURE";
    localStorage.removeItem(place.dataset.begun);
    place.querySelector(`[data-begun-say="${known ? "cast" : used && !way ? "coarse" : "lost"}"]`).hidden = false;
    const code = place.querySelector("[data-begun-tracker]");
    code.textContent = known ? Vote.grouped(tracker, 5) : "";
    code.hidden = !known;
    place.classList.toggle("notice-warn", !known);
    place.hidden = false;
  };
  begun(document.querySelector("[data-begun]")).catch(() => {}); // asked again when the page is opened again

  const form = document.querySelector("[data-lookup]");
  if (!form) {
    return;
  }
  const found = document.querySelector("[data-found]");
  const none = document.querySelector("[data-none]");
  const read = (typed) => typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const all = await list(form.dataset.lookup).catch(() => "");
    const tracker = read(form.elements.tracker.value);
    const paper = papers(all).find((parts) => parts[0] === tracker);
    found.hidden = !paper;
    none.hidden = Boolean(paper);
    if (paper) {
      const mark = (code) => document.querySelector(`[data-word="${code}"]`).textContent;
      document.querySelectorAll("[data-mark-of]").forEach((place) => (place.textContent = mark(paper[1][place.dataset.markOf])));
    }
  });
})();
