// Bars of the plan's year. Dragging a bar, or moving it with the arrow keys, fills the form; only the form changes a plan.
(() => {
  "use strict";
  const form = document.getElementById("replan");
  if (!form) {
    return;
  }
  const day = 86400000;
  const year = Number(document.querySelector(".gantt").dataset.year);
  const first = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - first) / day;
  const at = (text) => (Date.parse(`${text}T00:00:00Z`) - first) / day;
  const text = (number) => new Date(first + number * day).toISOString().slice(0, 10);
  const field = (name) => form.elements.namedItem(name);

  const place = (bar, from, to) => {
    bar.style.left = `${(100 * from) / days}%`;
    bar.style.width = `${(100 * (to - from + 1)) / days}%`;
    bar.title = `${text(from)} ~ ${text(to)}`;
  };

  // Every bar but the chosen one stands where the plan has it.
  const choose = (bar, from, to) => {
    for (const other of document.querySelectorAll(".gantt-bar[data-moved]")) {
      if (other !== bar) {
        delete other.dataset.moved;
        place(other, at(other.dataset.from), at(other.dataset.to));
      }
    }
    bar.dataset.moved = `${from} ${to}`;
    place(bar, from, to);
    field("span").value = bar.dataset.span;
    field("from").value = text(from);
    field("to").value = text(to);
  };

  const now = (bar) => (bar.dataset.moved ? bar.dataset.moved.split(" ").map(Number) : [at(bar.dataset.from), at(bar.dataset.to)]);

  const moved = ([from, to], by, end) => {
    if (end === "from") {
      return [Math.min(Math.max(from + by, 0), to), to];
    }
    if (end === "to") {
      return [from, Math.max(Math.min(to + by, days - 1), from)];
    }
    const shift = Math.max(-from, Math.min(by, days - 1 - to));
    return [from + shift, to + shift];
  };

  for (const bar of document.querySelectorAll("button.gantt-bar")) {
    bar.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) {
        return;
      }
      const box = bar.getBoundingClientRect();
      const edge = Math.min(10, box.width / 4);
      const end = event.clientX - box.left < edge ? "from" : box.right - event.clientX < edge ? "to" : "both";
      const begun = now(bar);
      const scale = days / bar.parentElement.getBoundingClientRect().width;
      bar.setPointerCapture(event.pointerId);
      let by = 0;
      const move = (one) => {
        by = Math.round((one.clientX - event.clientX) * scale);
        const [from, to] = moved(begun, by, end);
        place(bar, from, to);
      };
      const done = () => {
        bar.removeEventListener("pointermove", move);
        bar.removeEventListener("pointerup", done);
        bar.removeEventListener("pointercancel", done);
        const [from, to] = moved(begun, by, end);
        choose(bar, from, to);
        if (by !== 0) {
          form.scrollIntoView({ block: "nearest" });
          field("reason").focus({ preventScroll: true });
        }
      };
      bar.addEventListener("pointermove", move);
      bar.addEventListener("pointerup", done);
      bar.addEventListener("pointercancel", done);
    });
    // Left and right by a day, with Shift by a week, with Alt only the last day.
    bar.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (way) {
        event.preventDefault();
        choose(bar, ...moved(now(bar), way * (event.shiftKey ? 7 : 1), event.altKey ? "to" : "both"));
      }
      if (event.key === "Enter") {
        event.preventDefault();
        choose(bar, ...now(bar));
        field("from").focus();
      }
    });
  }

  field("span").addEventListener("change", () => {
    const bar = [...document.querySelectorAll("button.gantt-bar")].find((one) => one.dataset.span === field("span").value);
    if (bar) {
      choose(bar, at(bar.dataset.from), at(bar.dataset.to));
    }
  });
})();
