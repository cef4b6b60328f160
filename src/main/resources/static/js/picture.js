// Draws each chart of the one picture from the table that stands below it; without this script the tables say the same.
(() => {
  "use strict";
  const colours = { RED: "#dc2626", YELLOW: "#eab308", GREEN: "#16a34a", ON_HOLD: "#94a3b8", DONE: "#86c5a0", NOT_BEGUN: "#d5dae1", STOPPED: "#475569" };
  const paces = { BEHIND: "#dc2626", ON_TIME: "#2f6fb0", MISSING: "#64748b", OTHER: "#64748b" };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const words = (cell) => cell.querySelector("a, span:not(.lamp)")?.textContent ?? cell.textContent;
  const number = (cell) => Number(cell.textContent.replace(/[^\d.-]/g, ""));
  const rows = (table) => [...table.tBodies[0].rows];
  const line = 28;

  const drawings = {
    ring: (table) => ({
      tooltip: {},
      legend: { bottom: 0 },
      series: [{
        type: "pie",
        radius: ["38%", "60%"],
        center: ["50%", "38%"],
        label: { formatter: "{c}" },
        data: rows(table).filter((row) => number(row.cells[1]) > 0).map((row) => ({
          name: words(row.cells[0]).trim(),
          value: number(row.cells[1]),
          itemStyle: { color: colours[row.dataset.kind] },
        })),
      }],
    }),
    bars: (table, chart) => {
      const all = rows(table).reverse();
      chart.style.height = `${Math.max(9, (all.length * line + 90) / 16)}rem`;
      const heads = [...table.tHead.rows[0].cells];
      return {
        tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
        legend: { top: 0 },
        grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
        xAxis: { type: "value", minInterval: 1 },
        yAxis: { type: "category", data: all.map((row) => words(row.cells[0])), axisLabel: { width: 110, overflow: "truncate" } },
        series: heads.map((head, at) => ({ head, at })).filter(({ head }) => head.dataset.kind).map(({ head, at }) => ({
          name: head.textContent,
          type: "bar",
          stack: "all",
          itemStyle: { color: colours[head.dataset.kind] },
          data: all.map((row) => number(row.cells[at])),
        })).filter((series) => series.data.some((count) => count > 0)),
      };
    },
    indicators: (table, chart) => {
      const all = rows(table).reverse();
      chart.style.height = `${Math.max(8, (all.length * line + 60) / 16)}rem`;
      return {
        tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
        grid: { left: 8, right: 40, top: 28, bottom: 8, containLabel: true },
        xAxis: { type: "value", min: 0, max: (value) => Math.max(100, Math.ceil(value.max)), axisLabel: { formatter: "{value}%" } },
        yAxis: { type: "category", data: all.map((row) => row.cells[0].textContent), axisLabel: { width: 110, overflow: "truncate" } },
        series: [{
          type: "bar",
          barMaxWidth: 18,
          data: all.map((row) => ({
            value: row.cells[3].dataset.value === undefined ? null : Number(row.cells[3].dataset.value),
            itemStyle: { color: paces[row.dataset.pace] ?? "#1b7a4b" },
          })),
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: "#1f2430" },
            label: { formatter: chart.dataset.elapsedWords },
            data: [{ xAxis: Number(chart.dataset.elapsed) }],
          },
        }],
      };
    },
  };

  const font = getComputedStyle(document.body).fontFamily;
  for (const chart of document.querySelectorAll("[data-chart]")) {
    const table = document.getElementById(chart.dataset.table);
    const drawing = drawings[chart.dataset.chart](table, chart);
    const drawn = Charts.init(chart, null, { renderer: "svg" });
    drawn.setOption({ animation: !still, textStyle: { fontFamily: font }, ...drawing });
    new ResizeObserver(() => drawn.resize()).observe(chart);
    addEventListener("beforeprint", () => drawn.resize({ width: 640 }));
    addEventListener("afterprint", () => drawn.resize({ width: "auto" }));
  }
})();
