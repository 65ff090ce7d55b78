import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Datum } from '#basis/datum.ts'
import { momentVan } from '#basis/moment.ts'
import { findTijdstip } from '#grootboek/deur.ts'
import { bekendTot, findPlankoppen, keurTijdstip, leesBekend, maakPlanboek } from '#programma/deur.ts'
import { findGemeenten } from '#start/gemeenten.ts'
import { kiesGemeenteDb } from '#start/opdrachten/kies-gemeente.ts'
import {
  GEVONDEN,
  GOED,
  ONBRUIKBAAR,
  type Opdracht,
  type Opdrachtcontext,
  type Opties,
  onbruikbaar,
} from '#start/opdrachten/opdracht.ts'
import { maakRapportpoort } from '#uitwisseling/deur.ts'
import {
  type Loswens,
  leesRapportvraag,
  maakLosRapport,
  toetsBestand,
  toetstekst,
  UITGAVEVORMEN,
} from '#verantwoording/deur.ts'

const ZINNEN = {
  geen_plan: 'Er is geen vastgesteld plan om over te rapporteren.',
  onderdeel_onbekend: 'Dit onderdeel staat niet in het plan.',
  periode_toekomst: 'Deze periode is nog niet begonnen. Er valt nog niets te verantwoorden.',
  vorm_niet: 'Dit formaat kan hier niet gemaakt worden.',
} as const

const STANDZIN = {
  vastgesteld: 'Dit is het vastgestelde rapport.',
  concept: 'Dit rapport is nog niet vastgesteld.',
  los: 'Dit rapport is nu berekend en nergens bewaard.',
} as const

export const rapportMaak: Opdracht = {
  naam: 'rapport maak',
  gebruik: `rapport maak --soort jaar|kwartaal|dossier --jaar 2024 [--kwartaal 2] [--onderdeel id] --formaat ${UITGAVEVORMEN.join('|')} --uit <map> [--gemeente gm1731] [--plan id] [--geldig-tm dag] [--bekend-op dag|boeking] [--json]`,
  uitleg: 'Schrijft een rapport als bestand: het vastgestelde als dat er is, en anders wat nu bekend is.',
  opties: ['soort', 'jaar', 'kwartaal', 'onderdeel', 'formaat', 'uit', 'plan', 'geldig-tm', 'bekend-op'],
  argumenten: [0, 0],
  databank: true,
  async voerUit(context, _, opties) {
    const { overig } = opties
    const vraag = leesRapportvraag(overig)
    if (!vraag.ok) return onbruikbaar(context, vraag.reden.tekst)
    const vorm = UITGAVEVORMEN.find((een) => een === overig['formaat'])
    if (vorm === undefined)
      return onbruikbaar(context, `Kies een formaat met --formaat: ${UITGAVEVORMEN.join(', ')}.`)
    if (overig['uit'] === undefined)
      return onbruikbaar(context, 'Noem met --uit de map waarin het bestand komt.')
    const bron = await kiesBron(context, opties)
    if (typeof bron === 'string') return onbruikbaar(context, bron)
    const tijden = await leesTijden(context, bron, overig)
    if (typeof tijden === 'string') return onbruikbaar(context, tijden)
    const gemaakt = await maakLosRapport(
      bron,
      { vraag: vraag.waarde, vorm, ...tijden },
      context.klok,
      maakRapportpoort(),
    )
    if (!gemaakt.ok) {
      context.zeg(ZINNEN[gemaakt.reden.code])
      return GEVONDEN
    }
    const { bestand, stand } = gemaakt.waarde
    const map = resolve(context.map, overig['uit'])
    const pad = join(map, bestand.naam)
    if (!(await schrijf(map, pad, bestand.inhoud)))
      return onbruikbaar(context, 'Op deze plek kan geen bestand komen.')
    if (opties.json) context.uit(JSON.stringify({ formaat: 1, bestand: pad, stand }))
    else context.uit(pad)
    context.zeg(STANDZIN[stand])
    return GOED
  },
}

async function schrijf(map: string, pad: string, inhoud: Uint8Array): Promise<boolean> {
  try {
    await mkdir(map, { recursive: true })
    await writeFile(pad, inhoud)
    return true
  } catch {
    return false
  }
}

/** De gemeente en het plan, of een zin waarom dat niet gaat. */
async function kiesBron(context: Opdrachtcontext, opties: Opties) {
  const databank = await context.databank()
  const gekozen = await kiesGemeenteDb(databank, opties.gemeente)
  if (!gekozen.ok) return gekozen.reden
  const db = gekozen.waarde
  const gemeenten = await databank.beheer(findGemeenten)
  const naam = gemeenten.find(({ code }) => code === db.schema)?.naam ?? db.schema
  const koppen = await db.lees(findPlankoppen)
  const kop = koppen.find(({ id, hoofdplan }) =>
    opties.overig['plan'] === undefined ? hoofdplan : id === opties.overig['plan'],
  )
  if (kop === undefined) return 'Dit plan is er niet.'
  return { db, planboek: maakPlanboek(), plan: kop.id, gemeente: { code: db.schema, naam } }
}

type Bron = Exclude<Awaited<ReturnType<typeof kiesBron>>, string>

async function leesTijden(
  context: Opdrachtcontext,
  { db }: Bron,
  overig: Opties['overig'],
): Promise<Pick<Loswens, 'geldigTm' | 'bekend'> | string> {
  const { 'geldig-tm': geldig, 'bekend-op': bekend } = overig
  const geldigTm = geldig === undefined ? undefined : Datum.safeParse(geldig)
  if (geldigTm?.success === false) return 'Schrijf --geldig-tm als JJJJ-MM-DD, bijvoorbeeld 2024-12-31.'
  const tot = { geldigTm: geldigTm?.data }
  if (bekend === undefined) return tot
  const bekendOp = leesBekend(bekend)
  if (bekendOp === null) return 'Schrijf --bekend-op als JJJJ-MM-DD, of als het nummer van een boeking.'
  const { tijd, kopNr } = await db.lees(async (lezer) => ({
    tijd: await findTijdstip(lezer, { bekendOp }),
    kopNr: (await findTijdstip(lezer, {})).bekendNr,
  }))
  const weigering = keurTijdstip({ vraag: { bekendOp }, velden: {} }, kopNr)
  if (weigering !== undefined) return weigering.tekst
  return {
    ...tot,
    bekend: { nr: tijd.bekendNr, op: bekendTot({ bekendOp }, tijd) ?? momentVan(context.klok.nu()) },
  }
}

export const rapportToets: Opdracht = {
  naam: 'rapport toets',
  gebruik: 'rapport toets <bestand> [--gemeente gm1731] [--json]',
  uitleg:
    'Zegt of een bestand precies een vastgesteld rapport is. Uitkomst 0 ja, 1 nee of vervangen, 2 niet te lezen.',
  opties: ['plan'],
  argumenten: [1, 1],
  databank: true,
  async voerUit(context, [pad = ''], opties) {
    const bytes = await readFile(resolve(context.map, pad)).catch(() => undefined)
    if (bytes === undefined) return onbruikbaar(context, 'Dit bestand is er niet, of is niet te openen.')
    const bron = await kiesBron(context, opties)
    if (typeof bron === 'string') return onbruikbaar(context, bron)
    const uitslag = await toetsBestand(bron.db, bron.plan, bytes, { concepten: true })
    const { titel, zin } = toetstekst(uitslag)
    if (opties.json) context.uit(JSON.stringify({ formaat: 1, ...uitslag, titel, zin }))
    else {
      context.uit(`${titel}. ${zin}`)
      if (uitslag.soort === 'veranderd') for (const verschil of uitslag.verschillen) context.uit(verschil)
    }
    if (uitslag.soort === 'vastgesteld') return GOED
    return uitslag.soort === 'onleesbaar' ? ONBRUIKBAAR : GEVONDEN
  },
}
