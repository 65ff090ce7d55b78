import { type Centen, centen } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import type { Bron, Onderdeel } from '#programma/plan.ts'
import { dekkingVanGroep, type Planbeeld } from '#programma/planbeeld.ts'

/** Van bronnen door groepen naar onderdelen. Wat het plan niet verdeelt, wordt hier ook niet verdeeld. */

/** Een knoop zonder adres is een verzameling. */
export type Stroomknoop = { id: string; naam: string; kolom: 0 | 1 | 2; adres?: string; zacht?: true }
export type Stroom = { van: string; naar: string; bedrag: Centen; onzeker?: true }
export type Stroombeeld = { knopen: Stroomknoop[]; stromen: Stroom[] }

export type Geldstroom = {
  /** Met de kleine onderdelen samengevoegd, om te tekenen. */
  getekend: Stroombeeld
  /** Alles apart, voor de tabel; `undefined` als dat voor één pagina te veel is. */
  alles: Stroombeeld | undefined
  /** Wat de bronnen van een groep meer inbrengen dan er verdeeld is. */
  nietVerdeeld: readonly { groep: string; bedrag: Centen }[]
}

const HOOGSTENS_ONDERDELEN = 14
const HOOGSTENS_GROEPEN = 9
export const HOOGSTENS_IN_TABEL = 100

type Stam = { onderdeel: Onderdeel; groep: string; bedrag: number }

const groepknoop = (groep: string | null): string => `groep ${groep ?? ''}`
const OVERIG = 'groep overig'

/** De stroom in één jaar, of zonder jaar over de hele looptijd. */
export function geldstroomVan(beeld: Planbeeld, jaar: number | undefined): Geldstroom {
  const perGroep = groepsommen(beeld, jaar)
  const groot = [...perGroep].sort(([, a], [, b]) => b.totaal - a.totaal)
  const samen = new Set(
    groot.length > HOOGSTENS_GROEPEN + 1 ? groot.slice(HOOGSTENS_GROEPEN).map(([id]) => id) : [],
  )
  const plek = (groep: string | null): string => (samen.has(groep) ? OVERIG : groepknoop(groep))
  const stammen = stammenVan(beeld, jaar, plek)
  const links = bronstromen(beeld, jaar, perGroep, plek)
  const groepen = groepknopen(beeld, [...perGroep.keys()], samen)
  const maak = (rechts: Stroombeeld): Stroombeeld => ({
    knopen: [...links.knopen, ...groepen, ...rechts.knopen],
    stromen: [...links.stromen, ...rechts.stromen],
  })
  return {
    getekend: maak(onderdeelstromen(stammen, HOOGSTENS_ONDERDELEN, beeld)),
    alles:
      stammen.length > HOOGSTENS_IN_TABEL
        ? undefined
        : maak(onderdeelstromen(stammen, HOOGSTENS_IN_TABEL, beeld)),
    nietVerdeeld: links.nietVerdeeld,
  }
}

type Groepsom = { totaal: number; perBron: Map<string | null, number> }

function groepsommen(beeld: Planbeeld, jaar: number | undefined): Map<string | null, Groepsom> {
  const sommen = new Map<string | null, Groepsom>()
  // De volgorde van het plan, zodat de tekening elk jaar dezelfde is.
  for (const { id } of beeld.plan.groepen) sommen.set(id, { totaal: 0, perBron: new Map() })
  for (const regel of beeld.plan.raming) {
    if (jaar !== undefined && regel.jaar !== jaar) continue
    const groep = beeld.onderdeel.get(regel.onderdeel)?.groep ?? null
    const som = sommen.get(groep) ?? { totaal: 0, perBron: new Map() }
    som.totaal += regel.bedragCent
    som.perBron.set(regel.bron, (som.perBron.get(regel.bron) ?? 0) + regel.bedragCent)
    sommen.set(groep, som)
  }
  return new Map([...sommen].filter(([, { totaal }]) => totaal > 0))
}

function stammenVan(
  beeld: Planbeeld,
  jaar: number | undefined,
  plek: (groep: string | null) => string,
): Stam[] {
  return beeld.stammen.flatMap((onderdeel) => {
    const geld = beeld.geld(onderdeel.id)
    const bedrag = jaar === undefined ? geld.totaal : (geld.perJaar.get(jaar) ?? 0)
    return bedrag > 0 ? [{ onderdeel, groep: plek(onderdeel.groep), bedrag }] : []
  })
}

function groepknopen(
  beeld: Planbeeld,
  groepen: readonly (string | null)[],
  samen: ReadonlySet<string | null>,
): Stroomknoop[] {
  const los = groepen
    .filter((groep) => !samen.has(groep))
    .map((groep): Stroomknoop => {
      const bekend = beeld.groep.get(groep ?? '')
      return bekend === undefined
        ? { id: groepknoop(groep), naam: 'Zonder groep', kolom: 1, zacht: true }
        : { id: groepknoop(groep), naam: bekend.titel, kolom: 1, adres: `/groepen/${bekend.id}` }
    })
  if (samen.size === 0) return los
  return [...los, { id: OVERIG, naam: `${samen.size} kleinere groepen`, kolom: 1, zacht: true }]
}

/** De grootste onderdelen apart; van de rest per groep één knoop, tenzij daar maar één bij hoort. */
function onderdeelstromen(stammen: readonly Stam[], hoogstens: number, beeld: Planbeeld): Stroombeeld {
  const apart = new Set(
    stammen
      .toSorted((a, b) => b.bedrag - a.bedrag)
      .slice(0, hoogstens)
      .map(({ onderdeel }) => onderdeel.id),
  )
  const beeldVan: Stroombeeld = { knopen: [], stromen: [] }
  const zet = (knoop: Stroomknoop, van: string, bedrag: number): void => {
    beeldVan.knopen.push(knoop)
    beeldVan.stromen.push({ van, naar: knoop.id, bedrag: centen(bedrag) })
  }
  for (const [groep, leden] of Map.groupBy(stammen, (stam) => stam.groep)) {
    const klein = leden.filter(({ onderdeel }) => !apart.has(onderdeel.id))
    for (const stam of leden)
      if (klein.length < 2 || apart.has(stam.onderdeel.id))
        zet(onderdeelknoop(stam, beeld), groep, stam.bedrag)
    if (klein.length < 2) continue
    const som = klein.reduce((totaal, { bedrag }) => totaal + bedrag, 0)
    const naam = `${klein.length} kleinere onderdelen`
    zet({ id: `klein ${groep}`, naam, kolom: 2, zacht: true }, groep, som)
  }
  return beeldVan
}

function onderdeelknoop({ onderdeel }: Stam, beeld: Planbeeld): Stroomknoop {
  const kinderen = beeld.kinderen.get(onderdeel.id)?.length ?? 0
  return {
    id: `onderdeel ${onderdeel.id}`,
    naam: kinderen === 0 ? onderdeel.titel : `${onderdeel.titel} (${kinderen})`,
    kolom: 2,
    adres: `/onderdelen/${onderdeel.id}`,
  }
}

function bronstromen(
  beeld: Planbeeld,
  jaar: number | undefined,
  perGroep: ReadonlyMap<string | null, Groepsom>,
  plek: (groep: string | null) => string,
): Stroombeeld & Pick<Geldstroom, 'nietVerdeeld'> {
  const nietVerdeeld: { groep: string; bedrag: Centen }[] = []
  const knopen = new Map<string, Stroomknoop>()
  const stromen = new Map<string, Stroom>()
  const zet = (knoop: Stroomknoop, naar: string, bedrag: number, onzeker: boolean): void => {
    if (!knopen.has(knoop.id)) knopen.set(knoop.id, knoop)
    const sleutel = `${knoop.id} ${naar}`
    const eerder = stromen.get(sleutel)?.bedrag ?? 0
    stromen.set(sleutel, {
      van: knoop.id,
      naar,
      bedrag: centen(eerder + bedrag),
      ...(onzeker ? { onzeker } : {}),
    })
  }
  const gebruik = jaar === undefined ? groepenPerBron(beeld) : undefined
  for (const [groep, { perBron }] of perGroep) {
    const naar = plek(groep)
    for (const [bron, bedrag] of perBron)
      if (bron !== null && bedrag > 0) zet(bronknoop(beeld.bron.get(bron), bron), naar, bedrag, false)
    const onbekend = perBron.get(null) ?? 0
    if (onbekend <= 0) continue
    const dekking = dekkingVanGroep(beeld, groep)
    const apart = gebruik !== undefined && perBron.size === 1 && zijnVanDezeGroep(dekking.bronnen, gebruik)
    if (apart && teltOp(dekking.ontvangstCent, onbekend)) {
      for (const bron of dekking.bronnen) zet(bronknoop(bron, bron.id), naar, ontvangen(bron), false)
      const rest = centen(dekking.ontvangstCent - onbekend)
      if (rest > 0) nietVerdeeld.push({ groep: beeld.groep.get(groep ?? '')?.titel ?? '', bedrag: rest })
    } else zet(samengevoegd(dekking.bronnen), naar, onbekend, true)
  }
  return { knopen: [...knopen.values()], stromen: [...stromen.values()], nietVerdeeld }
}

const ontvangen = (bron: Bron): number =>
  bron.ontvangsten.reduce((som, { bedragCent }) => som + bedragCent, 0)

/** Hoeveel groepen een bron noemen: alleen wie één groep betaalt, kan met zijn hele bedrag worden getekend. */
function groepenPerBron(beeld: Planbeeld): Map<string, Set<string | null>> {
  const gebruik = new Map<string, Set<string | null>>()
  for (const { groep, bronnen } of beeld.plan.onderdelen)
    for (const bron of bronnen) {
      const groepen = gebruik.get(bron) ?? new Set()
      gebruik.set(bron, groepen.add(groep))
    }
  return gebruik
}

const zijnVanDezeGroep = (
  bronnen: readonly Bron[],
  gebruik: ReadonlyMap<string, Set<string | null>>,
): boolean => bronnen.every(({ id }) => gebruik.get(id)?.size === 1)

/** Zo veel mag er van wat binnenkomt nog niet over de onderdelen verdeeld zijn: één op de honderd. */
const SPELING = 100

const teltOp = (ontvangst: Centen | undefined, uit: number): ontvangst is Centen =>
  ontvangst !== undefined && ontvangst >= uit && (ontvangst - uit) * SPELING <= ontvangst

const bronknoop = (bron: Bron | undefined, id: string): Stroomknoop => ({
  id: `bron ${id}`,
  naam: bron?.naam ?? id,
  kolom: 0,
  adres: `/bronnen/${id}`,
})

function samengevoegd(bronnen: readonly Bron[]): Stroomknoop {
  const [enige] = bronnen
  if (enige === undefined) return { id: 'bron', naam: 'Bron niet genoemd', kolom: 0, zacht: true }
  if (bronnen.length === 1) return bronknoop(enige, enige.id)
  const namen = opsomming(bronnen.map(({ naam }) => naam))
  const id = `bronnen ${bronnen.map((bron) => bron.id).join(' ')}`
  return { id, naam: `${namen}, verdeling niet bekend`, kolom: 0, adres: '/geld', zacht: true }
}
