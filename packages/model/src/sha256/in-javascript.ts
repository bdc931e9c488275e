/** SHA-256 where the engine has none that answers at once: a browser's own makes one wait. */
import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of the text's UTF-8 bytes, in hex. */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)))
