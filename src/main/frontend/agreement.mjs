// Key agreement on Curve25519 (RFC 7748) for the voter's page: /vendor/agreement/agreement.js, global Agreement. The browser's
// own is missing on phones a few years old.
export { x25519 } from "@noble/curves/ed25519.js";
