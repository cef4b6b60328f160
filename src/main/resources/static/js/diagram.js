// Shows a process diagram and where the case is in it. The mark of bpmn.io in the corner stays, as its licence asks.
const loaded = new Map();

const once = (url, make) => {
  if (!loaded.has(url)) {
    loaded.set(url, new Promise((resolve, reject) => {
      const element = make();
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    }));
  }
  return loaded.get(url);
};

const script = (url) => once(url, () => Object.assign(document.createElement("script"), { src: url }));
const style = (url) => once(url, () => Object.assign(document.createElement("link"), { rel: "stylesheet", href: url }));

const ids = (text) => (text ?? "").split(/\s+/).filter(Boolean);

const fit = (canvas) => {
  const box = canvas.viewbox();
  const { inner, outer } = box;
  const scale = Math.min(outer.width / (inner.width + 40), 1.25);
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({
    x: inner.x - (width - inner.width) / 2,
    y: inner.y - Math.max(20, (height - inner.height) / 2),
    width,
    height,
  });
};

const centre = (canvas, registry, current) => {
  // The box, not the stage around it.
  const [element] = current.map((id) => registry.get(id)).filter(Boolean).sort((a, b) => a.width * a.height - b.width * b.height);
  if (element && canvas.viewbox().scale < 0.5) {
    canvas.zoom(0.6, { x: 0, y: 0 });
    canvas.scrollToElement(element);
  }
};

const draw = async (figure) => {
  figure.dataset.drawn = "yes";
  const place = figure.querySelector(".diagram-canvas");
  try {
    const answer = window.leagueflowSession.send(figure.dataset.diagram, { headers: { Accept: "application/xml" } });
    await Promise.all([script(figure.dataset.viewer), ...ids(figure.dataset.styles).map(style)]);
    const response = await answer;
    if (!response.ok) {
      throw new Error(`diagram: ${response.status}`);
    }
    const viewer = new window.BpmnJS({ container: place });
    await viewer.importXML(await response.text());
    const canvas = viewer.get("canvas");
    const registry = viewer.get("elementRegistry");
    const current = ids(figure.dataset.current);
    ids(figure.dataset.passed).filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, "is-passed"));
    current.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, "is-current"));
    // Wheel and one-finger scrolling belong to the page until the diagram has the focus.
    fit(canvas);
    centre(canvas, registry, current);
    figure.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => {
      const kind = button.dataset.zoom;
      if (kind === "fit") {
        fit(canvas);
      } else {
        canvas.zoom(canvas.zoom() * (kind === "in" ? 1.3 : 1 / 1.3));
      }
    }));
    figure.classList.add("is-drawn");
  } catch (error) {
    place.hidden = true;
    figure.querySelector(".diagram-failed").hidden = false;
    console.warn(error);
  }
};

const whenSeen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting && !target.dataset.drawn) {
      whenSeen.unobserve(target);
      draw(target);
    }
  }
});

const find = (root) => root.querySelectorAll("[data-diagram]:not([data-drawn])").forEach((one) => whenSeen.observe(one));

find(document);
document.addEventListener("htmx:load", (event) => find(event.detail.elt.parentElement ?? document));
