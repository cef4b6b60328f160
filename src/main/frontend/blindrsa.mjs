// Blind RSA signatures (RFC 9474) for the voter's page: /vendor/blindrsa/blindrsa.js, global BlindRsa.
import { RSABSSA } from "@cloudflare/blindrsa-ts";

export const suite = RSABSSA.SHA384.PSS.Randomized();
export const freshKey = () => RSABSSA.SHA384.generateKey({ publicExponent: Uint8Array.from([1, 0, 1]), modulusLength: 2048 });
