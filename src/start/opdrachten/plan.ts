import { readFile, stat, writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { z } from 'zod'
import { Datum, jaarVan } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import {
  alsUitvoer,
  controleer,
  findPlankoppen,
  findStukken,
  laadPlan,
  type Plan,
  type Planfout,
  planschema,
  planVan,
  samenvatting,
  stelGeladenVast,
} from '#programma/deur.ts'
import { kiesGemeenteDb } from '#start/opdrachten/kies-gemeente.ts'
import {
  GEVONDEN,
  GOED,
  ONBRUIKBAAR,
  type Opdracht,
  type Opdrachtcontext,
  onbruikbaar,
} from '#start/opdrachten/opdracht.ts'
import { bestanden } from '#uitwisseling/deur.ts'

const GROOTSTE_BESTAND = 20 * 1024 * 1024
const GEWONE_LOOPTIJD_JAREN = 4
const LANGSTE_LOOPTIJD_JAREN = 40
const ERNSTKOP = { fout: 'FOUT', waarschijnlijk: 'WAARSCHIJNLIJK', aandacht: 'AANDACHT' } as const

export const planControleer: Opdracht = {
  naam: 'plan controleer',
  gebruik: 'plan controleer <bestand.json|.ods|.xlsx> [--json]',
  uitleg: 'Zoekt wat elkaar in een plan tegenspreekt. Uitkomst 1 als er fouten zijn.',
  argumenten: [1, 1],
  databank: false,
  async voerUit(context, [pad = ''], opties) {
    const plan = await leesBestand(context, pad)
    if (!plan.ok) return meldPlanfouten(context, pad, plan.reden)
    const bevindingen = controleer(plan.waarde)
    const telling = samenvatting(bevindingen)
    if (opties.json) context.uit(JSON.stringify(alsUitvoer(plan.waarde, bevindingen)))
    else {
      for (const { ernst, titel, uitleg, oorzaak, plaatsen } of bevindingen) {
        context.uit(`${ERNSTKOP[ernst]}  ${titel}`)
        context.uit(`  ${uitleg}${oorzaak === undefined ? '' : ` ${oorzaak}`}`)
        for (const { plaats, regelnummer, waarde } of plaatsen)
          context.uit(
            `  - ${plaats}${regelnummer === undefined ? '' : `, regel ${regelnummer}`}${waarde === undefined ? '' : `: ${waarde}`}`,
          )
        context.uit('')
      }
      context.uit(
        `${telling.fout} fout, ${telling.waarschijnlijk} waarschijnlijk, ${telling.aandacht} aandacht`,
      )
    }
    return telling.fout > 0 ? GEVONDEN : GOED
  },
}

async function leesBestand(context: Opdrachtcontext, pad: string): Promise<Uitkomst<Plan, Planfout[]>> {
  try {
    const bestand = resolve(context.map, pad)
    if ((await stat(bestand)).size > GROOTSTE_BESTAND)
      return geweigerd([
        { pad: '(bestand)', melding: 'Het bestand is groter dan 20 MB; een plan is kleiner.' },
      ])
    const gelezen = bestanden.leesPlanbestand(await readFile(bestand))
    if (!gelezen.ok) return gelezen
    for (const { pad: plaats, melding } of gelezen.waarde.waarschuwingen)
      context.zeg(`Let op, ${plaats}: ${melding}`)
    return gelukt(gelezen.waarde.plan)
  } catch (fout) {
    const code = (fout as NodeJS.ErrnoException).code
    if (code === undefined) throw fout
    const melding = code === 'ENOENT' ? 'Dit bestand bestaat niet.' : 'Dit bestand is niet te lezen.'
    return geweigerd([{ pad: '(bestand)', melding }])
  }
}

function meldPlanfouten(context: Opdrachtcontext, pad: string, fouten: readonly Planfout[]): number {
  context.zeg(`${pad} is niet te gebruiken als plan:`)
  for (const fout of fouten) context.zeg(`  ${fout.pad}: ${fout.melding}`)
  return ONBRUIKBAAR
}

export const planLaad: Opdracht = {
  naam: 'plan laad',
  gebruik:
    'plan laad <bestand.json|.ods|.xlsx> [--gemeente gm1731] [--waarom "…"] [--hoofdplan ja] [--orgaan raad --datum 2026-11-12 --nummer 26-112]',
  uitleg: 'Voegt een nieuw plan toe als concept, versie 1; met --orgaan meteen vastgesteld bij dat besluit.',
  opties: ['waarom', 'hoofdplan', 'orgaan', 'datum', 'nummer'],
  argumenten: [1, 1],
  databank: true,
  async voerUit(context, [pad = ''], opties) {
    const plan = await leesBestand(context, pad)
    if (!plan.ok) return meldPlanfouten(context, pad, plan.reden)
    const db = await kiesGemeenteDb(await context.databank(), opties.gemeente)
    if (!db.ok) return onbruikbaar(context, db.reden)
    const besluit = leesBesluit(opties.overig)
    if (!besluit.ok) return onbruikbaar(context, besluit.reden)
    const geladen = await laadPlan(db.waarde, plan.waarde, {
      door: null,
      waarom: opties.overig['waarom'] ?? 'Geladen op de opdrachtregel',
      hoofdplan: opties.overig['hoofdplan'] === 'ja',
    })
    if (geladen.ok) {
      const titel = plan.waarde.programma.titel
      if (besluit.waarde !== undefined)
        await stelGeladenVast(maakBoekhouder(), db.waarde, context.klok, plan.waarde.programma.id, {
          ...besluit.waarde,
          onderwerp: titel,
        })
      context.zeg(`${titel} is geladen${besluit.waarde === undefined ? ' als concept' : ' en vastgesteld'}.`)
      return GOED
    }
    context.zeg(WAAROM_NIET_GELADEN[geladen.reden.code] ?? 'Het plan is niet geladen; er is niets veranderd.')
    return GEVONDEN
  },
}

const Besluitopties = z.object({
  orgaan: z.enum(['raad', 'college', 'stuurgroep', 'directie']),
  datum: Datum.optional(),
  nummer: z.string().min(1).max(100).optional(),
})

/** Het besluit waarbij het plan al was vastgesteld, als dat op de opdrachtregel staat. */
function leesBesluit(opties: Record<string, string | undefined>) {
  if (opties['orgaan'] === undefined) return gelukt(undefined)
  const gelezen = Besluitopties.safeParse(opties)
  if (!gelezen.success)
    return geweigerd('--orgaan is raad, college, stuurgroep of directie; --datum is een dag als 2026-11-12.')
  const { orgaan, datum, nummer } = gelezen.data
  return gelukt({ orgaan, datum: datum ?? null, nummer: nummer ?? null, teBevestigen: datum === undefined })
}

const WAAROM_NIET_GELADEN: Partial<Record<string, string>> = {
  plan_bestaat:
    'Dit plan is al geladen. Wijzig het via de website, of geef het een andere programma-sleutel.',
  andere_gemeente: 'Dit plan is van een andere gemeente. Kijk naar gemeente.code in het bestand.',
  hoofdplan_bestaat: 'Er is al een hoofdplan. Laad dit plan zonder --hoofdplan.',
}

export const planLijst: Opdracht = {
  naam: 'plan lijst',
  gebruik: 'plan lijst [--gemeente gm1731] [--json]',
  uitleg: 'Toont de plannen van een gemeente.',
  argumenten: [0, 0],
  databank: true,
  async voerUit(context, _, opties) {
    const db = await kiesGemeenteDb(await context.databank(), opties.gemeente)
    if (!db.ok) return onbruikbaar(context, db.reden)
    const koppen = await db.waarde.lees(findPlankoppen)
    if (opties.json) context.uit(JSON.stringify(koppen))
    else
      for (const kop of koppen)
        context.uit(
          `${kop.id}  ${kop.titel}  versie ${kop.laatsteVersie}, vastgesteld: ${kop.vastgesteldeVersie ?? 'nog niet'}`,
        )
    return GOED
  },
}

export const planExporteer: Opdracht = {
  naam: 'plan exporteer',
  gebruik: 'plan exporteer <plan> <bestand.json|.ods|.xlsx> [--gemeente gm1731] [--versie 3]',
  uitleg: 'Schrijft een plan naar een bestand; zonder --versie de nieuwste.',
  opties: ['versie'],
  argumenten: [2, 2],
  databank: true,
  async voerUit(context, [plan = '', pad = ''], opties) {
    const vorm = planvorm(pad)
    const db = await kiesGemeenteDb(await context.databank(), opties.gemeente)
    if (vorm === undefined || !db.ok)
      return onbruikbaar(
        context,
        db.ok ? 'De naam van het bestand moet eindigen op .json, .ods of .xlsx.' : db.reden,
      )
    const kop = (await db.waarde.lees(findPlankoppen)).find((kandidaat) => kandidaat.id === plan)
    const versie =
      opties.overig['versie'] === undefined ? kop?.laatsteVersie : Number(opties.overig['versie'])
    if (kop === undefined || versie === undefined || !(versie >= 1 && versie <= kop.laatsteVersie)) {
      context.zeg(
        kop === undefined
          ? `Er is geen plan ${plan}.`
          : `Er is geen versie ${opties.overig['versie']} van dit plan.`,
      )
      return ONBRUIKBAAR
    }
    const stukken = await db.waarde.lees((lezer) => findStukken(lezer, plan, versie))
    await writeFile(resolve(context.map, pad), bestanden.schrijfPlan(planVan(stukken), vorm).inhoud)
    context.zeg(`${kop.titel}, versie ${versie}, staat in ${pad}.`)
    return GOED
  },
}

function planvorm(pad: string): 'json' | 'ods' | 'xlsx' | undefined {
  const vorm = extname(pad).slice(1).toLowerCase()
  return vorm === 'json' || vorm === 'ods' || vorm === 'xlsx' ? vorm : undefined
}

export const planSjabloon: Opdracht = {
  naam: 'plan sjabloon',
  gebruik: 'plan sjabloon <bestand.ods|.xlsx> [--van 2026] [--tot 2030]',
  opties: ['van', 'tot'],
  uitleg: 'Schrijft een leeg rekenblad om een plan in te vullen.',
  argumenten: [1, 1],
  databank: false,
  async voerUit(context, [pad = ''], opties) {
    const vorm = planvorm(pad)
    if (vorm === undefined || vorm === 'json')
      return onbruikbaar(context, 'De naam van het bestand moet eindigen op .ods of .xlsx.')
    const van = Number(opties.overig['van'] ?? jaarVan(context.klok.vandaag()))
    const tot = Number(opties.overig['tot'] ?? van + GEWONE_LOOPTIJD_JAREN - 1)
    if (
      !(
        Number.isInteger(van) &&
        Number.isInteger(tot) &&
        van >= 1900 &&
        tot >= van &&
        tot < van + LANGSTE_LOOPTIJD_JAREN
      )
    )
      return onbruikbaar(context, 'Geef --van en --tot als jaartal, hoogstens veertig jaar uit elkaar.')
    await writeFile(resolve(context.map, pad), bestanden.schrijfSjabloon(vorm, { van, tot }).inhoud)
    context.zeg(`Het sjabloon staat in ${pad}.`)
    return GOED
  },
}

export const planSchema: Opdracht = {
  naam: 'plan schema',
  gebruik: 'plan schema',
  uitleg: 'Toont het JSON Schema van het formaat programmaplan 1.',
  argumenten: [0, 0],
  databank: false,
  async voerUit(context) {
    context.uit(JSON.stringify(planschema(), null, 2))
    return GOED
  },
}
