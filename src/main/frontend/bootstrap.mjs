// What our pages use of Bootstrap's scripts, by data-bs-toggle: the panel of a phone's menu.
export { default as Offcanvas } from "bootstrap/js/src/offcanvas.js";
