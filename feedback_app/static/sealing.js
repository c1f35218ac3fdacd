// What was said is sealed to the wave's key before it touches this phone's storage. docs/offline.md has the format.

const ALPHABET = "34679ACDEFGHJKMNPRTVWXY";
const P256 = { name: "ECDH", namedCurve: "P-256" };
const bytesOf = (words) => new TextEncoder().encode(words);
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const newKey = () => Array.from(random(16), (byte) => byte.toString(16).padStart(2, "0")).join("");

export function base64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export async function seal(waveKey, said, boundTo) {
  const { subtle } = crypto;
  const spki = Uint8Array.from(atob(waveKey), (letter) => letter.charCodeAt(0));
  const wave = await subtle.importKey("spki", spki, P256, false, []);
  const once = await subtle.generateKey(P256, true, ["deriveBits"]);
  const point = new Uint8Array(await subtle.exportKey("raw", once.publicKey));
  const secret = await subtle.deriveBits({ name: "ECDH", public: wave }, once.privateKey, 256);
  const shared = await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: point, info: bytesOf("heard box 1") };
  const key = await subtle.deriveKey(how, shared, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const iv = random(12);
  const bound = { name: "AES-GCM", iv, additionalData: bytesOf(boundTo) };
  const sealed = await subtle.encrypt(bound, key, bytesOf(JSON.stringify(said)));
  return new Uint8Array(await new Blob([point, iv, sealed]).arrayBuffer());
}

// The same code that feedback_app/codes.py derives from the same key.
export async function receiptCode(key) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(`heard receipt 1:${key}`)));
  let number = BigInt(`0x${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`);
  let code = "";
  for (let place = 0; place < 14; place += 1, number /= 23n) code += ALPHABET[Number(number % 23n)];
  return `${code.slice(0, 4)}-${code.slice(4, 9)}-${code.slice(9)}`;
}
