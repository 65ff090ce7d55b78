/** Koppen die elk antwoord draagt, ook een fout en ook een antwoord uit de paginacache. */

export type Koppen = readonly (readonly [naam: string, waarde: string])[]

/** `naar`: de inlogdienst; het uitlogformulier eindigt daar, en de browser keurt ook die doorverwijzing. */
export function beveiligingskoppen(veilig: boolean, naar: string | undefined): Koppen {
  const csp = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "script-src 'self'",
    "connect-src 'self'",
    `form-action 'self'${naar === undefined ? '' : ` ${naar}`}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
  const koppen: [string, string][] = [
    ['content-security-policy', csp],
    ['x-content-type-options', 'nosniff'],
    // Niet `no-referrer`: dan stuurt de browser bij een eigen formulier geen bruikbare Origin mee.
    ['referrer-policy', 'same-origin'],
    [
      'permissions-policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ],
    ['cross-origin-opener-policy', 'same-origin'],
  ]
  if (veilig) koppen.push(['strict-transport-security', 'max-age=31536000'])
  return koppen
}
