// The code of a meeting: draws its QR square from data-qr, after every change of the page.
(() => {
  "use strict";
  if (window.leagueHall) {
    return;
  }
  window.leagueHall = true;
  const SVG = "http://www.w3.org/2000/svg";

  const element = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

  const draw = (place) => {
    const code = window.qrcode(0, "M");
    code.addData(location.origin + place.dataset.qr);
    code.make();
    const size = code.getModuleCount();
    let dark = "";
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        dark += code.isDark(row, column) ? `M${column} ${row}h1v1h-1z` : "";
      }
    }
    const picture = element("svg", { viewBox: `-4 -4 ${size + 8} ${size + 8}`, "shape-rendering": "crispEdges" });
    picture.append(
      element("rect", { x: -4, y: -4, width: size + 8, height: size + 8, fill: "#fff" }),
      element("path", { d: dark, fill: "#000" }),
    );
    place.replaceChildren(picture);
  };

  const drawAll = () => {
    if (window.qrcode) {
      document.querySelectorAll("[data-qr]:empty").forEach(draw);
    }
  };

  document.addEventListener("htmx:afterSettle", drawAll);
  document.addEventListener("htmx:load", drawAll);
  drawAll();
})();
