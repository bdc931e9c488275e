import { secureHeaders } from 'hono/secure-headers'

/**
 * The page may load its own files alone: no inline script, no other origin, no frame around it.
 * `blob:` is for the layout worker, which graphology builds from a blob.
 */
export const securityHeaders = () =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Plain HTTP on the loopback: a browser told to insist on TLS would lock its user out.
    strictTransportSecurity: false,
  })
