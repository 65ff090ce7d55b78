import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { Datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { toonCenten } from '#basis/geld.ts'
import { telwoord, toonGetal } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  bekijkInlezing,
  findAlIngelezen,
  type Gelezen,
  type Inlezer,
  type Invoerbevinding,
  type Invoerlezer,
  laadKoppeling,
  leesInAls,
  leesInvoer,
  maakBoekhouder,
  type Verschilbeeld,
} from '#grootboek/deur.ts'
import {
  bekendeProfielen,
  findPlankoppen,
  type Invoerpoort,
  type Lijstprofiel,
  leeszin,
  plaatszin,
} from '#programma/deur.ts'
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
import { maakInvoerpoort } from '#uitwisseling/deur.ts'

const KOPLENGTE = 4_096
const MELD_ELKE = 64 * 1024 * 1024
const MB = 1_000_000

export const boekImporteer: Opdracht = {
  naam: 'boek importeer',
  gebruik:
    'boek importeer <bestand> [--profiel <naam|bestand.json>] [--administratie <naam>] [--peildatum 2026-06-30] [--plan <sleutel>] [--proef] [--gemeente gm1731] [--json]',
  uitleg:
    'Leest een auditfile of lijst uit het financiële systeem in; alleen wat veranderd is wordt geboekt. Met --proef alleen bekijken.',
  opties: ['profiel', 'administratie', 'peildatum', 'plan'],
  vlaggen: ['proef'],
  argumenten: [1, 1],
  databank: true,
  async voerUit(context, [pad = ''], opties) {
    const db = await kiesGemeenteDb(await context.databank(), opties.gemeente)
    if (!db.ok) return onbruikbaar(context, db.reden)
    const programma = await kiesProgramma(db.waarde, opties.overig['plan'])
    if (!programma.ok) return onbruikbaar(context, programma.reden)
    const invoer = maakInvoerpoort(context.config.OMZIEN_INLEZEN_REGELS)
    const bestand = await openBestand(context, pad)
    if (!bestand.ok) return onbruikbaar(context, bestand.reden)
    const lezer = await kiesLezer(context, db.waarde, invoer, bestand.waarde, opties)
    if (!lezer.ok) return onbruikbaar(context, lezer.reden)
    return importeer(context, opties, {
      inlezer: { db: db.waarde, klok: context.klok, wie: undefined, verzoek: undefined },
      programma: programma.waarde,
      bestand: bestand.waarde,
      lezer: lezer.waarde,
      meesteRegels: invoer.meesteRegels,
    })
  },
}

async function kiesProgramma(db: GemeenteDb, plan: string | undefined): Promise<Uitkomst<string, string>> {
  const koppen = await db.lees(findPlankoppen)
  const gekozen = koppen.find((kop) => (plan === undefined ? kop.hoofdplan : kop.id === plan))
  if (gekozen !== undefined) return gelukt(gekozen.id)
  return geweigerd(
    plan === undefined ? 'Er is nog geen hoofdplan. Kies een plan met --plan.' : `Er is geen plan ${plan}.`,
  )
}

type Bestand = { pad: string; grootte: number; uitbreiding: string; begin: Uint8Array }

async function openBestand(context: Opdrachtcontext, naam: string): Promise<Uitkomst<Bestand, string>> {
  const pad = resolve(context.map, naam)
  try {
    const soort = await stat(pad)
    if (!soort.isFile()) return geweigerd('Dit is geen bestand.')
    const lezer = await open(pad, 'r')
    try {
      const { buffer, bytesRead } = await lezer.read(new Uint8Array(KOPLENGTE), 0, KOPLENGTE, 0)
      const uitbreiding = extname(pad).slice(1).toLowerCase()
      return gelukt({ pad, grootte: soort.size, uitbreiding, begin: buffer.subarray(0, bytesRead) })
    } finally {
      await lezer.close()
    }
  } catch (fout) {
    const { code } = fout as NodeJS.ErrnoException
    if (code === undefined) throw fout
    return geweigerd(code === 'ENOENT' ? 'Dit bestand bestaat niet.' : 'Dit bestand is niet te lezen.')
  }
}

async function kiesLezer(
  context: Opdrachtcontext,
  db: GemeenteDb,
  invoer: Invoerpoort,
  bestand: Bestand,
  opties: Opties,
): Promise<Uitkomst<Invoerlezer, string>> {
  const vorm = invoer.herken(bestand.begin)
  if (vorm === 'xaf') return gelukt(invoer.leesXaf)
  if (vorm === 'camt')
    return geweigerd(
      'Dit is een bankafschrift. Lees het in op de website: een mens bevestigt daar elke ontvangst.',
    )
  if (bestand.grootte > invoer.grootsteLijst)
    return geweigerd(`Een lijst mag hoogstens ${Math.floor(invoer.grootsteLijst / MB)} MB zijn.`)
  const { administratie, peildatum, profiel: gevraagd } = opties.overig
  if (administratie === undefined)
    return geweigerd('Noem bij een lijst de administratie met --administratie.')
  const dag = peildatum === undefined ? context.klok.vandaag() : Datum.safeParse(peildatum).data
  if (dag === undefined) return geweigerd('Schrijf de peildatum als 2026-06-30.')
  const profiel = await kiesProfiel(context, db, invoer, bestand, gevraagd)
  if (!profiel.ok) return profiel
  return gelukt(invoer.maakLijstlezer(profiel.waarde, { administratie, peildatum: dag }))
}

async function kiesProfiel(
  context: Opdrachtcontext,
  db: GemeenteDb,
  invoer: Invoerpoort,
  { pad }: Bestand,
  gevraagd: string | undefined,
): Promise<Uitkomst<Lijstprofiel, string>> {
  if (gevraagd?.endsWith('.json') === true) return leesProfielbestand(context, invoer, gevraagd)
  const bekend = await db.lees((lezer) => bekendeProfielen(lezer, invoer))
  const namen = `Bekende profielen: ${bekend.map(({ naam }) => naam).join('; ')}.`
  if (gevraagd !== undefined) {
    const gevonden = bekend.find(({ naam }) => naam === gevraagd)
    return gevonden === undefined
      ? geweigerd(`Er is geen profiel met de naam ${gevraagd}. ${namen}`)
      : gelukt(gevonden)
  }
  const [herkend, ander] = invoer.herkenProfielen(bekend, await readFile(pad))
  // Een aanname die niemand bevestigde is op de opdrachtregel te weinig: daar kijkt niemand mee.
  if (herkend === undefined || herkend.aanname || ander?.aanname === false)
    return geweigerd(`Kies hoe deze lijst gelezen wordt met --profiel. ${namen}`)
  context.zeg(`Herkend als ${herkend.naam}.`)
  return gelukt(herkend)
}

async function leesProfielbestand(
  context: Opdrachtcontext,
  invoer: Invoerpoort,
  naam: string,
): Promise<Uitkomst<Lijstprofiel, string>> {
  try {
    const gelezen = invoer.leesProfiel(JSON.parse(await readFile(resolve(context.map, naam), 'utf8')))
    return gelezen.ok ? gelezen : geweigerd(`Dit profiel klopt niet: ${gelezen.reden.join(' ')}`)
  } catch {
    return geweigerd('Het profiel bestaat niet, of is geen JSON.')
  }
}

type Taak = {
  inlezer: Inlezer
  programma: string
  bestand: Bestand
  lezer: Invoerlezer
  meesteRegels: number
}

async function importeer(context: Opdrachtcontext, opties: Opties, taak: Taak): Promise<number> {
  const { inlezer, programma, bestand } = taak
  const { administratie } = opties.overig
  const afdruk = await afdrukVan(bestand.pad)
  const eerder = await inlezer.db.lees((lezer) => findAlIngelezen(lezer, afdruk))
  if (eerder !== undefined && (administratie === undefined || administratie === eerder.administratie)) {
    if (opties.json) context.uit(JSON.stringify({ soort: 'gelijk', inlezing: eerder.nummer }))
    context.zeg(`Precies dit bestand is al ingelezen, met nummer ${eerder.nummer}. Er is niets veranderd.`)
    return GOED
  }
  const { koppeling, stand } = await inlezer.db.lees(laadKoppeling)
  const gelezen = await leesInvoer(taak.lezer, createReadStream(bestand.pad), koppeling, stand, {
    uitbreiding: bestand.uitbreiding,
    administratie,
    meesteRegels: taak.meesteRegels,
    grootte: bestand.grootte,
    voortgang: maakVoortgang(context, bestand.grootte),
  })
  if (!gelezen.ok) {
    const { titel, zin } = leeszin(gelezen.reden)
    context.zeg(`${titel}. ${zin}`)
    zegBevindingen(context, gelezen.reden.verslag.bevindingen)
    if (opties.json)
      context.uit(
        JSON.stringify({
          soort: 'geweigerd',
          code: gelezen.reden.code,
          bevindingen: gelezen.reden.verslag.bevindingen,
        }),
      )
    return gelezen.reden.code === 'te_veel_regels' ? GEVONDEN : ONBRUIKBAAR
  }
  zegBevindingen(context, gelezen.waarde.verslag.bevindingen)
  const opdracht = { gelezen: gelezen.waarde, programma }
  if (opties.aan.has('proef')) {
    const beeld = await inlezer.db.lees((lezer) => bekijkInlezing(lezer, opdracht))
    if (!beeld.ok) return opnieuw(context)
    return vertel(context, opties, 'proef', null, gelezen.waarde, beeld.waarde)
  }
  const uitkomst = await leesInAls(maakBoekhouder(), inlezer, opdracht)
  if (!uitkomst.ok) return opnieuw(context)
  const { waarde } = uitkomst
  const nummer = waarde.soort === 'geboekt' ? waarde.inlezing : null
  return vertel(context, opties, waarde.soort, nummer, gelezen.waarde, waarde.beeld)
}

const opnieuw = (context: Opdrachtcontext): number => {
  context.zeg('De koppeling veranderde tijdens het lezen. Er is niets geboekt. Voer de opdracht opnieuw uit.')
  return GEVONDEN
}

async function afdrukVan(pad: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const deel of createReadStream(pad)) hash.update(deel as Uint8Array)
  return hash.digest('hex')
}

function maakVoortgang(context: Opdrachtcontext, grootte: number) {
  let volgende = MELD_ELKE
  return ({ gelezen, regels }: { gelezen: number; regels: number }): void => {
    if (gelezen < volgende) return
    volgende = gelezen + MELD_ELKE
    const mb = (bytes: number): string => toonGetal(Math.round(bytes / MB))
    context.zeg(`${mb(gelezen)} van ${mb(grootte)} MB gelezen, ${toonGetal(regels)} regels`)
  }
}

function zegBevindingen(context: Opdrachtcontext, bevindingen: readonly Invoerbevinding[]): void {
  for (const { ernst, zin, plaats, keren } of bevindingen)
    context.zeg(
      `${ernst === 'fout' ? 'FOUT' : 'LET OP'}  ${plaatszin(plaats)}: ${zin}${keren > 1 ? ` (${toonGetal(keren)} keer)` : ''}`,
    )
}

function vertel(
  context: Opdrachtcontext,
  { json }: Opties,
  soort: 'proef' | 'geboekt' | 'gelijk',
  inlezing: number | null,
  gelezen: Gelezen,
  beeld: Verschilbeeld,
): number {
  const { telling, effecten, onbekend } = beeld
  if (json) {
    const { bereik, vorm, regels, debetCent, creditCent } = gelezen.verslag
    const bestand = { vorm, ...bereik, regels, debetCent, creditCent, rekeningen: gelezen.rekeningen }
    context.uit(JSON.stringify({ soort, inlezing, bestand, telling, effecten, onbekend }))
  } else
    for (const { onderdeel, jaar, soort: wat, erbijCent, erafCent } of effecten)
      context.uit(
        `${onderdeel ?? 'nog onbekend'}  ${jaar}  ${wat}  erbij ${toonCenten(erbijCent)}  eraf ${toonCenten(erafCent)}`,
      )
  const { nieuw, veranderd, omgehangen, weg, gelijk } = telling
  context.zeg(
    `${nieuw} nieuw, ${veranderd + omgehangen} veranderd, ${weg} verdwenen, ${gelijk} gelijk. ${SLOTZIN[soort]}${inlezing === null ? '' : ` Nummer ${inlezing}.`}`,
  )
  if (onbekend.length > 0)
    context.zeg(
      `${telwoord(onbekend.length, 'combinatie van codes hoort', 'combinaties van codes horen')} nog nergens bij. Koppel ze op de website, bij Koppeling.`,
    )
  return GOED
}

const SLOTZIN = {
  proef: 'Dit was een proef: er is niets geboekt.',
  geboekt: 'Vastgelegd.',
  gelijk: 'Er was niets te boeken.',
} as const
