/**
 * XML als gegevens: wie een element maakt, kan het ontsnappen van tekens niet vergeten. Wat XML niet kent (stuurtekens,
 * halve tekens), valt weg: een titel uit een plan mag een feed nooit onleesbaar maken.
 */
export type Xml = {
  naam: string
  kenmerken: Readonly<Record<string, string>>
  kinderen: readonly (Xml | string)[]
}

export const el = (
  naam: string,
  kenmerken: Readonly<Record<string, string>>,
  ...kinderen: readonly (Xml | string)[]
): Xml => ({ naam, kenmerken, kinderen })

const TEKEN: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Alles buiten de tekens van XML 1.0 §2.2. */
const GEEN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const schoon = (tekst: string): string =>
  tekst.replaceAll(GEEN_XML, '').replaceAll(/[&<>"]/gu, (teken) => TEKEN[teken] ?? teken)

function schrijf({ naam, kenmerken, kinderen }: Xml): string {
  const velden = Object.entries(kenmerken).map(([veld, waarde]) => ` ${veld}="${schoon(waarde)}"`)
  const inhoud = kinderen.map((kind) => (typeof kind === 'string' ? schoon(kind) : schrijf(kind))).join('')
  return inhoud === '' ? `<${naam}${velden.join('')}/>` : `<${naam}${velden.join('')}>${inhoud}</${naam}>`
}

export const alsXml = (wortel: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${schrijf(wortel)}\n`
