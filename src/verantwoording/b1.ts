/** Advies over een tekst op taalniveau B1: lange zinnen en moeilijke woorden. Het is advies, geen hek. */

/** Zoveel woorden leest iemand nog in één zin. */
export const LANGSTE_ZIN = 20

const MOEILIJK: Readonly<Record<string, string>> = {
  aangaande: 'over',
  adequaat: 'goed genoeg',
  alsmede: 'en',
  alvorens: 'voordat',
  betreffende: 'over',
  conform: 'volgens',
  continueren: 'doorgaan met',
  creëren: 'maken',
  desalniettemin: 'toch',
  dientengevolge: 'daardoor',
  discrepantie: 'verschil',
  effectueren: 'uitvoeren',
  evaluatie: 'terugblik',
  evalueren: 'nagaan hoe het ging',
  exploitatie: 'inkomsten en uitgaven',
  faciliteren: 'mogelijk maken',
  generiek: 'algemeen',
  gedurende: 'tijdens',
  gremium: 'overleg',
  implementatie: 'invoering',
  implementeren: 'invoeren',
  indien: 'als',
  initiëren: 'beginnen',
  inzake: 'over',
  inventariseren: 'nagaan',
  middels: 'met',
  mitigeren: 'kleiner maken',
  monitoren: 'volgen',
  onderhavig: 'dit',
  omtrent: 'over',
  participatie: 'meedoen',
  prioriteren: 'kiezen wat eerst gaat',
  realiseren: 'doen',
  reeds: 'al',
  significant: 'groot',
  substantieel: 'groot',
  teneinde: 'om',
  tevens: 'ook',
  transformatie: 'verandering',
  uitnutting: 'hoeveel is uitgegeven',
  vigerend: 'geldend',
  voornemens: 'van plan',
  voorts: 'ook',
  wegens: 'door',
  zodoende: 'zo',
}

export type B1Advies =
  | { soort: 'lange_zin'; woorden: number; zin: string }
  | { soort: 'moeilijk_woord'; woord: string; beter: string }

/** Een punt in een getal (`€ 12.500`), een afkorting of een nummer (`5.3.6`) is geen einde van een zin. */
export const zinnenVan = (tekst: string): string[] =>
  tekst
    .split(/(?<=[.!?])\s+(?=[\p{Lu}€‘“"'(\d])|\n+/u)
    .map((zin) => zin.trim())
    .filter((zin) => zin !== '')

const woordenVan = (zin: string): string[] => zin.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu) ?? []

export function b1Advies(tekst: string): B1Advies[] {
  const lang = zinnenVan(tekst).flatMap((zin): B1Advies[] => {
    const woorden = woordenVan(zin).length
    return woorden > LANGSTE_ZIN ? [{ soort: 'lange_zin', woorden, zin }] : []
  })
  const woorden = new Set(woordenVan(tekst.toLowerCase()).map((woord) => woord.replace(/[.,'’-]+$/u, '')))
  const moeilijk = [...woorden].flatMap((woord): B1Advies[] => {
    const beter = Object.hasOwn(MOEILIJK, woord) ? MOEILIJK[woord] : undefined
    return beter === undefined ? [] : [{ soort: 'moeilijk_woord', woord, beter }]
  })
  return [...lang, ...moeilijk]
}

export const adviestekst = (advies: B1Advies): string =>
  advies.soort === 'lange_zin'
    ? `Deze zin heeft ${advies.woorden} woorden. Maak er twee van: ‘${advies.zin.slice(0, 80)}${advies.zin.length > 80 ? '…' : ''}’`
    : `‘${advies.woord}’ is een moeilijk woord. Schrijf liever ‘${advies.beter}’.`
