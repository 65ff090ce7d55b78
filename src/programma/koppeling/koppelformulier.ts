import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  Codepatroon,
  Koppeldoel,
  Koppelverdeling,
  type Koppelwijziging,
  type NieuweRegel,
} from '#grootboek/deur.ts'

/** Van een ingevuld formulier naar een wijziging van de koppeling. */

export type VeldFout = { veld: string; tekst: string }
type Velden = Readonly<Record<string, string>>

const Voorwaarden = z.strictObject({
  administratie: z.string().min(1).max(100).nullable().default(null),
  rekening: Codepatroon.nullable().default(null),
  kostenplaats: Codepatroon.nullable().default(null),
  project: Codepatroon.nullable().default(null),
})

/** De wijziging zoals zij tussen bekijken en vastleggen heen en weer gaat. */
export const Heen = z.strictObject({
  erbij: z
    .array(
      z.strictObject({
        ...Voorwaarden.shape,
        van: Datum.nullable(),
        tot: Datum.nullable(),
        doel: Koppeldoel,
      }),
    )
    .max(500)
    .default([]),
  einde: z
    .array(z.strictObject({ regel: z.uuid(), tot: Datum.nullable() }))
    .max(500)
    .default([]),
  financiering: z
    .array(z.strictObject({ programma: z.string(), onderdeel: z.string(), volgorde: Koppelverdeling }))
    .max(100)
    .default([]),
})

export const NIET = 'niet'
const VOLGORDE = 'volgorde'

/** Wat er in de keuzelijst van een onderdeel staat. */
export const onderdeelwaarde = (onderdeel: string): string => `o:${onderdeel}`
export const ontvangstwaarde = (bron: string): string => `b:${bron}`

/** De keuze die bij dit doel hoort. */
export const doelwaarde = (doel: Koppeldoel): string => {
  if (doel.soort === 'hoort_niet') return NIET
  return doel.soort === 'ontvangst' ? ontvangstwaarde(doel.bron) : onderdeelwaarde(doel.onderdeel)
}

export type Plankader = { programma: string; onderdelen: ReadonlySet<string>; bronnen: ReadonlySet<string> }

export function leesKoppelformulier(
  velden: Velden,
  kies: readonly string[],
  kader: Plankader,
): Uitkomst<Koppelwijziging, VeldFout[]> {
  const fouten: VeldFout[] = []
  if (velden['regel'] !== undefined) return leesEinde(velden, fouten)
  if (velden['verdeling'] !== undefined) return leesVerdeling(velden, kader, fouten)
  if (velden['nieuw'] !== undefined) return leesKoppelformulier(alsRij(velden), ['nieuw'], kader)
  const van = leesDag(velden, 'van', fouten)
  const tot = leesDag(velden, 'tot', fouten)
  if (van !== null && tot !== null && van > tot)
    fouten.push({ veld: 'tot', tekst: 'De laatste dag ligt voor de eerste dag. Draai ze om.' })
  const erbij: NieuweRegel[] = []
  for (const nummer of kies) {
    const voorwaarden = leesVoorwaarden(velden[`wat.${nummer}`])
    if (!voorwaarden.ok) {
      fouten.push({ veld: `wat.${nummer}`, tekst: voorwaarden.reden })
      continue
    }
    const gekozen = velden['alle'] || velden[`doel.${nummer}`] || ''
    const bron = velden['alle'] ? (velden['allebron'] ?? '') : (velden[`bron.${nummer}`] ?? '')
    const doel = leesDoel(gekozen, bron, kader)
    if (doel.ok) erbij.push({ ...voorwaarden.waarde, van, tot, doel: doel.waarde })
    else fouten.push({ veld: `doel.${nummer}`, tekst: doel.reden })
  }
  if (kies.length === 0) fouten.push({ veld: 'kies', tekst: 'Vink eerst aan wat u wilt koppelen.' })
  return fouten.length === 0 ? gelukt({ erbij }) : geweigerd(fouten)
}

/** Een eigen regel is een rij waarvan iemand de voorwaarden zelf typte. */
function alsRij({ nieuw: _nieuw, ...velden }: Velden): Velden {
  const wat = Object.fromEntries(
    (['project', 'kostenplaats', 'rekening', 'administratie'] as const).map((veld) => [
      veld,
      (velden[veld] ?? '').trim() || null,
    ]),
  )
  return { ...velden, 'wat.nieuw': JSON.stringify(wat) }
}

function leesDag(velden: Velden, veld: string, fouten: VeldFout[]): Datum | null {
  const tekst = (velden[veld] ?? '').trim()
  if (tekst === '') return null
  const dag = Datum.safeParse(tekst)
  if (dag.success) return dag.data
  fouten.push({ veld, tekst: 'Schrijf de dag als 2026-01-31.' })
  return null
}

const VORMFOUT = 'Schrijf een code van hoogstens 40 tekens, of het begin ervan met een sterretje: 7.6*.'

function leesVoorwaarden(tekst: string | undefined): Uitkomst<z.infer<typeof Voorwaarden>, string> {
  let json: unknown
  try {
    json = JSON.parse(tekst ?? '')
  } catch {
    return geweigerd('Deze rij kunnen wij niet lezen. Laad de pagina opnieuw.')
  }
  const gelezen = Voorwaarden.safeParse(json)
  return gelezen.success ? gelukt(gelezen.data) : geweigerd(VORMFOUT)
}

function leesDoel(gekozen: string, bron: string, kader: Plankader): Uitkomst<Koppeldoel, string> {
  if (gekozen === NIET) return gelukt({ soort: 'hoort_niet' })
  if (gekozen.startsWith('b:')) {
    const inbrenger = gekozen.slice(2)
    return kader.bronnen.has(inbrenger)
      ? gelukt(Koppeldoel.parse({ soort: 'ontvangst', programma: kader.programma, bron: inbrenger }))
      : geweigerd('Kies een bron uit de lijst.')
  }
  const onderdeel = gekozen.startsWith('o:') ? gekozen.slice(2) : ''
  if (!kader.onderdelen.has(onderdeel)) return geweigerd('Kies een onderdeel, of dat het er niet bij hoort.')
  const wijze = leesBron(bron, kader)
  if (wijze === undefined) return geweigerd('Kies een bron uit de lijst.')
  const doel = Koppeldoel.parse({
    soort: 'onderdeel',
    programma: kader.programma,
    onderdeel,
    bron: wijze,
    kenmerk: {},
  })
  return gelukt(doel)
}

function leesBron(bron: string, { bronnen }: Plankader) {
  if (bron === '' || bron === VOLGORDE) return { soort: 'volgorde' } as const
  if (bron === '-') return { soort: 'bron', bron: null } as const
  return bronnen.has(bron) ? ({ soort: 'bron', bron } as const) : undefined
}

function leesEinde(velden: Velden, fouten: VeldFout[]): Uitkomst<Koppelwijziging, VeldFout[]> {
  const regel = z.uuid().safeParse(velden['regel'])
  if (!regel.success) fouten.push({ veld: 'regel', tekst: 'Deze regel is er niet.' })
  const tot = velden['wanneer'] === 'dag' ? leesDag(velden, 'einddag', fouten) : null
  if (velden['wanneer'] === 'dag' && tot === null && fouten.length === 0)
    fouten.push({ veld: 'einddag', tekst: 'Vul de laatste dag in waarop de regel geldt.' })
  if (!regel.success || fouten.length > 0) return geweigerd(fouten)
  return gelukt({ einde: [{ regel: regel.data, tot }] })
}

function leesVerdeling(
  velden: Velden,
  { programma, onderdelen, bronnen }: Plankader,
  fouten: VeldFout[],
): Uitkomst<Koppelwijziging, VeldFout[]> {
  const onderdeel = velden['verdeling'] ?? ''
  const wijze = velden['wijze'] ?? ''
  const genoemd: { bron: string; getal: number }[] = []
  for (const bron of bronnen) {
    const tekst = (velden[`deel.${bron}`] ?? '').trim()
    if (tekst === '' || tekst === '0') continue
    if (/^\d{1,6}$/u.test(tekst)) genoemd.push({ bron, getal: Number(tekst) })
    else fouten.push({ veld: `deel.${bron}`, tekst: 'Vul een heel getal in, of laat het leeg.' })
  }
  if (!onderdelen.has(onderdeel))
    fouten.push({ veld: 'verdeling', tekst: 'Kies een onderdeel uit de lijst.' })
  if (genoemd.length === 0)
    fouten.push({
      veld: 'wijze',
      tekst: 'Zet bij minstens één bron een getal: haar aandeel, of haar plaats.',
    })
  if (wijze === 'bron' && genoemd.length > 1)
    fouten.push({
      veld: 'wijze',
      tekst: 'Zet bij één bron een getal, of kies een andere manier van verdelen.',
    })
  if (fouten.length > 0) return geweigerd(fouten)
  const opPlaats = genoemd.toSorted((a, b) => a.getal - b.getal).map(({ bron }) => bron)
  const volgorde =
    wijze === 'waterval'
      ? { soort: 'waterval', bronnen: opPlaats }
      : wijze === 'aandelen'
        ? { soort: 'aandelen', delen: genoemd.map(({ bron, getal }) => ({ bron, gewicht: getal })) }
        : { soort: 'bron', bron: opPlaats[0] ?? null }
  return gelukt({ financiering: [{ programma, onderdeel, volgorde: Koppelverdeling.parse(volgorde) }] })
}
