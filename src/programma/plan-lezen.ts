import { z } from 'zod'
import { invoerfout } from '#basis/invoerfout.ts'
import { inkorten } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Ding, Plan } from '#programma/plan.ts'

/** Een fout in een planbestand: waar, en wat er verwacht werd. `pad` als `onderdelen[3].mijlpalen[0].wanneer`. */
export type Planfout = { pad: string; melding: string }

const MEER_DAN_GENOEG_FOUTEN = 100

function toonPad(pad: readonly PropertyKey[]): string {
  return pad
    .map((deel) => (typeof deel === 'number' ? `[${deel}]` : `.${String(deel)}`))
    .join('')
    .replace(/^\./u, '')
}

/** Leest onbekende gegevens als plan; noemt elke plaats die niet klopt en neemt nooit half over. */
export function leesPlan(gegevens: unknown): Uitkomst<Plan, Planfout[]> {
  const vorm = keurFormaat(gegevens)
  if (vorm !== undefined) return geweigerd([vorm])
  const gelezen = Plan.safeParse(gegevens, { reportInput: true })
  if (!gelezen.success) {
    const fouten = gelezen.error.issues.map((fout) => ({
      pad: toonPad(fout.path) || '(bestand)',
      melding: invoerfout(fout),
    }))
    return geweigerd(fouten.slice(0, MEER_DAN_GENOEG_FOUTEN))
  }
  const fouten = [...onbewaarbareTekst(gelezen.data), ...verbrokenVerwijzingen(gelezen.data)]
  return fouten.length === 0 ? gelukt(gelezen.data) : geweigerd(fouten.slice(0, MEER_DAN_GENOEG_FOUTEN))
}

/** Eerst het formaat: wie een heel ander bestand geeft, heeft niets aan honderd ontbrekende velden. */
function keurFormaat(gegevens: unknown): Planfout | undefined {
  const kop = z.looseObject({ formaat: z.unknown(), versie: z.unknown() }).safeParse(gegevens)
  if (!kop.success || kop.data.formaat !== 'programmaplan')
    return { pad: 'formaat', melding: 'Dit is geen programmaplan: verwacht "formaat": "programmaplan".' }
  if (kop.data.versie !== 1)
    return {
      pad: 'versie',
      melding: `Verwacht versie 1, ${versieInWoorden(kop.data.versie)}.`,
    }
  return undefined
}

/** Een bestand kan hier van alles zetten, ook miljoenen tekens: toon alleen wat kort en leesbaar is. */
function versieInWoorden(versie: unknown): string {
  if (versie === undefined) return 'gevonden niets'
  return typeof versie === 'number' || typeof versie === 'string'
    ? `gevonden ${inkorten(JSON.stringify(versie), 40)}`
    : 'gevonden iets dat geen getal is'
}

const isBewaarbaar = (tekst: string): boolean => !tekst.includes('\u0000') && tekst.isWellFormed()

/** Tekens die geen database kan bewaren: een nulteken en een half teken. Nooit stil weglaten. */
function onbewaarbareTekst(plan: Plan): Planfout[] {
  const fouten: Planfout[] = []
  const pad: PropertyKey[] = []
  const bekijk = (waarde: unknown): void => {
    if (typeof waarde === 'string') {
      if (!isBewaarbaar(waarde)) fouten.push({ pad: toonPad(pad), melding: ONLEESBAAR_TEKEN })
    } else if (Array.isArray(waarde)) waarde.forEach((deel, i) => volg(i, deel))
    else if (typeof waarde === 'object' && waarde !== null)
      for (const [naam, deel] of Object.entries(waarde)) volg(naam, deel)
  }
  const volg = (stap: PropertyKey, deel: unknown): void => {
    pad.push(stap)
    bekijk(deel)
    pad.pop()
  }
  bekijk(plan)
  return fouten
}

const ONLEESBAAR_TEKEN = 'Hier staat een teken dat geen leesbare tekst is. Typ de tekst opnieuw.'

type Meld = (pad: string, melding: string) => void

/** Sleutels zijn uniek per soort en elke verwijzing wijst naar iets dat bestaat. */
function verbrokenVerwijzingen(plan: Plan): Planfout[] {
  const fouten: Planfout[] = []
  const meld: Meld = (pad, melding) => fouten.push({ pad, melding })
  const sleutels = {
    programma: new Set<string>([plan.programma.id]),
    doel: uniek('doelen', plan.doelen, meld),
    groep: uniek('groepen', plan.groepen, meld),
    onderdeel: uniek('onderdelen', plan.onderdelen, meld),
    bron: uniek('bronnen', plan.bronnen, meld),
    voorganger: uniek('voorgangers', plan.voorgangers, meld),
    plaats: uniek('plaatsen', plan.plaatsen, meld),
    vermelding: uniek('vermeldingen', plan.vermeldingen, meld),
  }
  const eis = (pad: string, soort: keyof typeof sleutels, id: string | null | undefined): void => {
    if (id === null || id === undefined || sleutels[soort].has(id)) return
    meld(pad, `Geen ${soort} met sleutel "${id}" in dit plan.`)
  }
  const eisDing = (pad: string, ding: Ding | undefined): void =>
    eis(`${pad}.id`, ding?.soort ?? 'programma', ding?.id)

  plan.onderdelen.forEach((onderdeel, i) => {
    const pad = `onderdelen[${i}]`
    eis(`${pad}.groep`, 'groep', onderdeel.groep)
    eis(`${pad}.ouder`, 'onderdeel', onderdeel.ouder)
    onderdeel.doelen.forEach((doel, j) => eis(`${pad}.doelen[${j}]`, 'doel', doel))
    onderdeel.bronnen.forEach((bron, j) => eis(`${pad}.bronnen[${j}]`, 'bron', bron))
    onderdeel.relaties.forEach((relatie, j) => eis(`${pad}.relaties[${j}].naar`, 'onderdeel', relatie.naar))
    uniek(`${pad}.mijlpalen`, onderdeel.mijlpalen, meld)
  })
  meldKringen(plan, meld)
  plan.doelen.forEach((doel, i) => void uniek(`doelen[${i}].indicatoren`, doel.indicatoren, meld))
  plan.plaatsen.forEach((plaats, i) => {
    plaats.over.forEach((ding, j) => eisDing(`plaatsen[${i}].over[${j}]`, ding))
  })
  plan.vermeldingen.forEach((vermelding, i) => {
    const pad = `vermeldingen[${i}]`
    eis(`${pad}.plaats`, 'plaats', vermelding.plaats)
    eisDing(`${pad}.over`, vermelding.over)
    if (vermelding.soort === 'verwijzing')
      vermelding.bedoelt.forEach((ding, j) => eisDing(`${pad}.bedoelt[${j}]`, ding))
    if (vermelding.soort === 'leden')
      vermelding.leden.forEach((lid, j) => lid.ding && eisDing(`${pad}.leden[${j}].ding`, lid.ding))
    if (vermelding.soort === 'dekking')
      vermelding.bronnen.forEach((bron, j) => eis(`${pad}.bronnen[${j}]`, 'bron', bron))
  })
  plan.raming.forEach((regel, i) => {
    eis(`raming[${i}].onderdeel`, 'onderdeel', regel.onderdeel)
    eis(`raming[${i}].bron`, 'bron', regel.bron)
    eis(`raming[${i}].vermelding`, 'vermelding', regel.vermelding)
  })
  meldDubbeleRaming(plan, meld)
  return fouten
}

function uniek(pad: string, dingen: readonly { id: string }[], meld: Meld): Set<string> {
  const gezien = new Set<string>()
  dingen.forEach(({ id }, i) => {
    if (gezien.has(id)) meld(`${pad}[${i}].id`, `De sleutel "${id}" komt al eerder voor.`)
    gezien.add(id)
  })
  return gezien
}

function meldKringen(plan: Plan, meld: Meld): void {
  const ouderVan = new Map<string, string | null>(plan.onderdelen.map((o) => [o.id, o.ouder]))
  plan.onderdelen.forEach((onderdeel, i) => {
    const pad = new Set<string>([onderdeel.id])
    for (let ouder = onderdeel.ouder; ouder; ouder = (ouderVan.get(ouder) ?? null) as typeof ouder) {
      if (pad.has(ouder)) {
        meld(`onderdelen[${i}].ouder`, `"${onderdeel.id}" staat via zijn ouders onder zichzelf.`)
        return
      }
      pad.add(ouder)
    }
  })
}

function meldDubbeleRaming(plan: Plan, meld: Meld): void {
  const gezien = new Set<string>()
  plan.raming.forEach((regel, i) => {
    const cel = `${regel.onderdeel} ${regel.jaar} ${regel.bron ?? ''}`
    if (gezien.has(cel)) meld(`raming[${i}]`, 'Voor dit onderdeel, jaar en deze bron staat al een bedrag.')
    gezien.add(cel)
  })
}
