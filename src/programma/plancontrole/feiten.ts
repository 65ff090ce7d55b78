import { jaarVan } from '#basis/datum.ts'
import { opTekst } from '#basis/tekst.ts'
import type { Bron, Ding, Onderdeel, Plaats, Plan, Vermelding, VermeldingVan } from '#programma/plan.ts'
import { dingSleutel } from '#programma/plancontrole/bevinding.ts'
import { bouwGeld, type Geld, leegGeld } from '#programma/plancontrole/geld.ts'

/** Een ding van het plan met zijn plek in de boom programma → groep → onderdeel → onderdeel. */
export type Knoop = {
  ding: Ding
  titel: string
  code: string | null
  ouder: Knoop | undefined
  kinderen: Knoop[]
  onderdeel?: Onderdeel
  bron?: Bron
  /** Alles wat het document over dit ding zegt. */
  gezegd: Vermelding[]
  geld: Geld
}

/** Het plan, eenmaal zo gelegd dat elke regel er in één gang doorheen kan. */
export type Feiten = {
  plan: Plan
  van: number
  tot: number
  wortel: Knoop
  knopen: Knoop[]
  bronnen: Knoop[]
  /** Van onder naar boven: kinderen vóór hun ouder, broers in de volgorde van het document. */
  boom: Knoop[]
  knoop: (ding: Ding) => Knoop | undefined
  plaats: (vermelding: Vermelding) => Plaats
  /** Soort en code samen wijzen niet altijd één plaats aan; dan hoort de titel erbij. */
  dubbeleCodes: ReadonlySet<string>
}

export const gezegd = <Soort extends Vermelding['soort']>(
  knoop: Knoop,
  soort: Soort,
): VermeldingVan<Soort>[] =>
  knoop.gezegd.filter((vermelding): vermelding is VermeldingVan<Soort> => vermelding.soort === soort)

export const plaatscode = (plaats: Plaats): string => `${plaats.soort} ${plaats.code}`

export function verzamelFeiten(plan: Plan): Feiten {
  const { knopen, wortel } = bouwBoom(plan)
  const plaatsen = new Map<string, Plaats>(plan.plaatsen.map((plaats) => [plaats.id, plaats]))
  const knoop = (ding: Ding): Knoop | undefined => knopen.get(dingSleutel(ding))
  const plaats = (vermelding: Vermelding): Plaats => {
    const gevonden = plaatsen.get(vermelding.plaats)
    if (gevonden === undefined) throw new Error(`vermelding ${vermelding.id} staat op een onbekende plaats`)
    return gevonden
  }
  const van = jaarVan(plan.programma.van)
  const tot = jaarVan(plan.programma.tot)
  for (const vermelding of plan.vermeldingen) knoop(vermelding.over)?.gezegd.push(vermelding)
  for (const een of knopen.values())
    een.gezegd.sort((a, b) => opPlaats(plaats(a), plaats(b)) || opInhoud(a, b))
  const boom = vanOnderNaarBoven(wortel)
  bouwGeld([...knopen.values()], boom, plaats, van, tot)
  const alle = [...knopen.values()].sort(opTitel)
  return {
    plan,
    van,
    tot,
    wortel,
    knopen: alle,
    bronnen: alle.filter(({ ding }) => ding.soort === 'bron'),
    boom,
    knoop,
    plaats,
    dubbeleCodes: komtVakerVoor(plan.plaatsen.map(plaatscode)),
  }
}

function komtVakerVoor(woorden: readonly string[]): Set<string> {
  const gezien = new Set<string>()
  return new Set(woorden.filter((woord) => gezien.has(woord) || !gezien.add(woord)))
}

function bouwBoom(plan: Plan): { knopen: Map<string, Knoop>; wortel: Knoop } {
  const knopen = new Map<string, Knoop>()
  const zet = (ding: Ding, titel: string, code: string | null, extra: Partial<Knoop> = {}): Knoop => {
    const nieuw = {
      ding,
      titel,
      code,
      ouder: undefined,
      kinderen: [],
      gezegd: [],
      geld: leegGeld(),
      ...extra,
    }
    knopen.set(dingSleutel(ding), nieuw)
    return nieuw
  }
  const wortel = zet({ soort: 'programma', id: plan.programma.id }, plan.programma.titel, null)
  for (const groep of plan.groepen) zet({ soort: 'groep', id: groep.id }, groep.titel, groep.code)
  for (const onderdeel of plan.onderdelen)
    zet({ soort: 'onderdeel', id: onderdeel.id }, onderdeel.titel, onderdeel.code, { onderdeel })
  for (const bron of plan.bronnen) zet({ soort: 'bron', id: bron.id }, bron.naam, null, { bron })
  for (const doel of plan.doelen) zet({ soort: 'doel', id: doel.id }, doel.titel, null)
  for (const { id, titel } of plan.voorgangers) zet({ soort: 'voorganger', id }, titel, null)
  for (const knoop of knopen.values()) {
    const ouder = ouderVan(knoop, knopen, wortel)
    if (ouder === undefined) continue
    knoop.ouder = ouder
    ouder.kinderen.push(knoop)
  }
  for (const { kinderen } of knopen.values()) kinderen.sort(opTitel)
  return { knopen, wortel }
}

function ouderVan(knoop: Knoop, knopen: Map<string, Knoop>, wortel: Knoop): Knoop | undefined {
  if (knoop.ding.soort === 'groep') return wortel
  if (knoop.onderdeel === undefined) return undefined
  const { ouder, groep } = knoop.onderdeel
  if (ouder !== null) return knopen.get(`onderdeel:${ouder}`)
  return groep === null ? wortel : knopen.get(`groep:${groep}`)
}

/** Zonder recursie: een plan mag zo diep zijn als het wil. */
function vanOnderNaarBoven(wortel: Knoop): Knoop[] {
  const volgorde = [wortel]
  for (let i = 0; i < volgorde.length; i++)
    for (const kind of volgorde[i]?.kinderen.toReversed() ?? []) volgorde.push(kind)
  return volgorde.reverse()
}

/** Volgorde die alleen van de inhoud afhangt, nooit van de volgorde in het bestand. */
export const opTitel = (a: Knoop, b: Knoop): number =>
  opTekst(a.code ?? '\uffff', b.code ?? '\uffff') ||
  opTekst(a.titel, b.titel) ||
  opTekst(a.ding.id, b.ding.id)

const opPlaats = (a: Plaats, b: Plaats): number =>
  (a.regel ?? Number.MAX_SAFE_INTEGER) - (b.regel ?? Number.MAX_SAFE_INTEGER) ||
  opTekst(a.code ?? '\uffff', b.code ?? '\uffff') ||
  opTekst(a.titel, b.titel) ||
  opTekst(a.id, b.id)

const opInhoud = (a: Vermelding, b: Vermelding): number =>
  (a.regels?.[0] ?? 0) - (b.regels?.[0] ?? 0) || opTekst(inhoud(a), inhoud(b)) || opTekst(a.id, b.id)

function inhoud(vermelding: Vermelding): string {
  if (vermelding.soort === 'bedrag')
    return `${JSON.stringify(vermelding.periode)} ${vermelding.aspect} ${vermelding.bedragCent}`
  return `${vermelding.soort} ${vermelding.letterlijk ?? ''} ${vermelding.soort === 'naam' ? vermelding.naam : ''}`
}

/** Het ding zelf en alles waar het onder valt. */
export function* omhoog(knoop: Knoop | undefined): Generator<Knoop> {
  for (let een = knoop; een !== undefined; een = een.ouder) yield een
}

export const valtOnder = (knoop: Knoop | undefined, ouder: Knoop): boolean => {
  for (const een of omhoog(knoop)) if (een === ouder) return true
  return false
}
