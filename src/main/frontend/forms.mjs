// The viewer of form-js alone, minified: /vendor/form-js/form-viewer.js, global FormViewer.
export { Form } from "@bpmn-io/form-js-viewer";
