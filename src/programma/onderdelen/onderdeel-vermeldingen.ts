import { jaarVan } from '#basis/datum.ts'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import { bevindingindexVan, onderdeelindexVan } from '#programma/onderdelen/onderdeel-index.ts'
import type { Onderdeel, Vermelding, VermeldingVan } from '#programma/plan.ts'
import { jarenTussen, type Planbeeld } from '#programma/planbeeld.ts'
import type { Bevinding } from '#programma/plancontrole/plancontrole.ts'

/** Wat het document over één onderdeel zegt, en of dat past bij wat geldt. */
export type Oordeel = {
  soort: 'geldt' | 'gelijk' | 'wijkt-af' | 'geen'
  tekst: string
  bevinding: Bevinding | undefined
}

export type Beoordeeldevermelding = { vermelding: Vermelding; oordeel: Oordeel }

/** Alle plaatsen die over dit onderdeel gaan of het noemen, in de volgorde van het document. */
const vermeldingenVan = (beeld: Planbeeld, onderdeel: Onderdeel): Vermelding[] =>
  [
    ...beeld.vermeldingenOver('onderdeel', onderdeel.id),
    ...onderdeelindexVan(beeld).genoemdIn(onderdeel.id),
  ].sort((a, b) => (a.regels?.[0] ?? ACHTERAAN) - (b.regels?.[0] ?? ACHTERAAN))

const ACHTERAAN = Number.MAX_SAFE_INTEGER

export function beoordeelVermeldingen(
  beeld: Planbeeld,
  onderdeel: Onderdeel,
  bevindingen: readonly Bevinding[],
): Beoordeeldevermelding[] {
  const perVermelding = bevindingenBij(onderdeel, bevindingen)
  return vermeldingenVan(beeld, onderdeel).map((vermelding) => {
    const bevinding = perVermelding.get(vermelding.id)
    return { vermelding, oordeel: { ...velOordeel(beeld, onderdeel, vermelding, bevinding), bevinding } }
  })
}

/** Alleen wat over dit onderdeel zelf gaat: een rij in een som die niet klopt, hoeft zelf niet fout te zijn. */
function bevindingenBij(onderdeel: Onderdeel, bevindingen: readonly Bevinding[]): Map<string, Bevinding> {
  const perVermelding = new Map<string, Bevinding>()
  for (const bevinding of bevindingindexVan(bevindingen).overDing('onderdeel', onderdeel.id)) {
    const eigen = bevinding.dingen.some(({ soort, id }) => soort === 'onderdeel' && id === onderdeel.id)
    if (!eigen || bevinding.ernst === 'aandacht') continue
    for (const { vermelding } of bevinding.plaatsen)
      if (vermelding !== undefined && !perVermelding.has(vermelding)) perVermelding.set(vermelding, bevinding)
  }
  return perVermelding
}

function velOordeel(
  beeld: Planbeeld,
  onderdeel: Onderdeel,
  vermelding: Vermelding,
  bevinding: Bevinding | undefined,
): Omit<Oordeel, 'bevinding'> {
  if (onderdeelindexVan(beeld).geldt(vermelding.id)) return { soort: 'geldt', tekst: 'geldt' }
  const verschil = verschilMetRaming(beeld, onderdeel, vermelding)
  if (verschil === 0) return { soort: 'gelijk', tekst: 'gelijk' }
  if (verschil !== undefined) {
    const tekst = `${toonEuro(centen(Math.abs(verschil)))} ${verschil > 0 ? 'meer' : 'minder'}`
    return { soort: 'wijkt-af', tekst }
  }
  if (bevinding === undefined) return { soort: 'geen', tekst: '' }
  return { soort: 'wijkt-af', tekst: 'wijkt af' }
}

/** Gedrukt min geraamd, over dezelfde jaren; `undefined` als dat niet te vergelijken is. */
function verschilMetRaming(
  beeld: Planbeeld,
  onderdeel: Onderdeel,
  vermelding: Vermelding,
): Centen | undefined {
  if (vermelding.soort !== 'bedrag' || vermelding.over.id !== onderdeel.id) return undefined
  if (vermelding.aspect !== 'lasten' || vermelding.benadering !== undefined) return undefined
  const { perJaar, totaal } = beeld.geld(onderdeel.id)
  if (totaal === 0) return undefined
  if (vermelding.perJaar) return verschilPerJaar([...perJaar.values()], vermelding)
  if (vermelding.periode === 'geheel') return centen(vermelding.bedragCent - totaal)
  const { van, tot } = vermelding.periode
  if (van === undefined || tot === undefined) return undefined
  const geraamd = jarenTussen(jaarVan(van), jaarVan(tot)).reduce(
    (som, jaar) => som + (perJaar.get(jaar) ?? 0),
    0,
  )
  return centen(vermelding.bedragCent - geraamd)
}

/** Alleen te zeggen als de raming elk jaar hetzelfde is. */
function verschilPerJaar(
  bedragen: readonly Centen[],
  { bedragCent }: VermeldingVan<'bedrag'>,
): Centen | undefined {
  const [eerste] = bedragen
  if (eerste === undefined || bedragen.some((bedrag) => bedrag !== eerste)) return undefined
  return centen(bedragCent - eerste)
}

/** `4 plaatsen noemen een bedrag. 1 wijkt af.` */
export function vermeldingenzin(vermeldingen: readonly Beoordeeldevermelding[]): string {
  if (vermeldingen.length === 0) return 'Het document noemt dit onderdeel nergens.'
  const af = vermeldingen.filter(({ oordeel }) => oordeel.soort === 'wijkt-af').length
  const plaatsen = new Set(vermeldingen.map(({ vermelding }) => vermelding.plaats)).size
  const zin = `${telwoord(vermeldingen.length, 'vermelding', 'vermeldingen')} op ${telwoord(plaatsen, 'plaats', 'plaatsen')}.`
  if (af === 0) return zin
  return `${zin} ${af === 1 ? '1 wijkt' : `${af} wijken`} af.`
}
