/** The Content-Security-Policy of the console: scripts come from our own origin only; antd writes its styles inline. */
export const pagePolicy = [
  `default-src 'self'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `connect-src 'self'`,
  `base-uri 'self'`,
  `form-action 'self'`,
  `object-src 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Of the citizens' pages: nothing but their own files and pictures, and the hotline; no form goes anywhere by itself. */
export const trackPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');
