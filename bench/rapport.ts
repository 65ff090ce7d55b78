import { readFileSync } from 'node:fs'
import { systeemklok } from '#basis/datum.ts'
import { openPglite } from '#basis/db.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { migreerAlles } from '#start/migreer.ts'
import { laadVoorbeelden, VOORBEELDEN } from '#start/voorbeelden.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { proefrapport } from '#test/rapporten.ts'
import { rapportdocument } from '#uitwisseling/rapport/document.ts'
import { pdfGegevens } from '#uitwisseling/rapport/pdf-gegevens.ts'
import { maakRapportpoort } from '#uitwisseling/rapport/poort.ts'
import { maakZetterij } from '#uitwisseling/rapport/zetterij.ts'
import { maakLosRapport, RAPPORTVORMEN } from '#verantwoording/deur.ts'

/**
 * Hoe lang elke vorm van een rapport duurt, en of vijftig rapporten achter elkaar geheugen laten groeien. Bij de
 * bestanden is de inhoud verzonnen en staat zij al klaar: gemeten wordt van inhoud tot bytes, zoals een bezoeker het
 * merkt; `koud` is het eerste rapport, met het starten van het proces dat zet. Bij HTML tellen de feiten mee, gelezen
 * uit de voorbeeldgemeente.
 */

const RONDEN = 5
const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Het geheugen van een ander proces, zoals Linux het telt; elders niet te zeggen. */
function geheugenVan(pid: number | undefined): number | undefined {
  try {
    const kB = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kB === undefined ? undefined : Number(kB) * 1_024
  } catch {
    return undefined
  }
}

async function duur(doe: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await doe()
  return performance.now() - begin
}

async function mediaan(doe: () => Promise<unknown>): Promise<number> {
  const tijden: number[] = []
  for (let i = 0; i < RONDEN; i++) tijden.push(await duur(doe))
  return tijden.toSorted((a, b) => a - b)[Math.floor(RONDEN / 2)] ?? 0
}

const fouten: string[] = []
const eis = (wat: string, ms: number, hoogstens: number): void => {
  console.log(`${wat}: ${Math.round(ms)} ms (grens ${hoogstens} ms)`)
  if (ms > hoogstens) fouten.push(wat)
}

for (const [onderdelen, grens] of [
  [28, 1_500],
  [500, 10_000],
] as const) {
  const inhoud = proefrapport({ onderdelen, jaren: 5 })
  const zetterij = maakZetterij()
  const poort = maakRapportpoort(zetterij)
  eis(`${onderdelen} onderdelen, pdf, koud`, await duur(() => poort.schrijfRapport(inhoud, 'pdf')), grens)
  for (const vorm of RAPPORTVORMEN) {
    const { inhoud: bytes } = await poort.schrijfRapport(inhoud, vorm)
    const ms = await mediaan(() => poort.schrijfRapport(inhoud, vorm))
    if (vorm === 'pdf') eis(`${onderdelen} onderdelen, pdf, warm`, ms, grens)
    else console.log(`${onderdelen} onderdelen, ${vorm}: ${Math.round(ms)} ms`)
    console.log(`  ${Math.round(bytes.length / 1_000)} kB`)
  }
  const klaarzetten = await mediaan(async () => JSON.stringify(pdfGegevens(rapportdocument(inhoud))))
  console.log(`${onderdelen} onderdelen: de server zelf is ${Math.round(klaarzetten)} ms bezig met een pdf`)
  await zetterij.sluit()
}

// Vijftig achter elkaar, elk een ander rapport: wat Typst onthoudt mag niet blijven liggen.
const zetterij = maakZetterij()
const poort = maakRapportpoort(zetterij)
const standen: { server: number; zetter: number }[] = []
for (let i = 0; i < 50; i++) {
  const inhoud = proefrapport({ onderdelen: 28, jaren: 5 })
  await poort.schrijfRapport({ ...inhoud, ondertitel: `Rapport ${i}` }, 'pdf')
  standen.push({ server: process.memoryUsage().rss, zetter: geheugenVan(zetterij.proces()) ?? 0 })
}
await zetterij.sluit()
for (const nr of [0, 9, 24, 49]) {
  const stand = standen[nr]
  if (stand !== undefined)
    console.log(`na ${nr + 1} rapporten: server ${mb(stand.server)}, zetter ${mb(stand.zetter)}`)
}
const [na10, na50] = [standen[9], standen[49]]
if (na10 !== undefined && na50 !== undefined) {
  if (na50.server - na10.server > 40e6) fouten.push('geheugen van de server')
  if (na50.zetter - na10.zetter > 60e6) fouten.push('geheugen van de zetter')
}
// Het jaarrapport van de voorbeeldgemeente als HTML: alle feiten uit de databank gelezen, en dan de pagina.
const databank = await openPglite(undefined)
await migreerAlles(databank)
await laadVoorbeelden(databank, systeemklok, { welke: ['gm0000'] })
const vraag = { soort: 'jaar', jaar: 2024 } as const
const maakHtml = async (planboek = maakPlanboek()): Promise<void> => {
  const { code, naam } = VOORBEELDEN.gm0000
  const bron = { db: databank.gemeente(code), planboek, plan: PROGRAMMA, gemeente: { code, naam } }
  const gemaakt = await maakLosRapport(bron, { vraag, vorm: 'html' }, systeemklok, undefined)
  if (!gemaakt.ok) throw new Error(`geen html: ${gemaakt.reden.code}`)
}
console.log(`voorbeeldgemeente, html, koud: ${Math.round(await duur(() => maakHtml()))} ms`)
const gedeeld = maakPlanboek()
for (let i = 0; i < 3; i++) await maakHtml(gedeeld)
eis('voorbeeldgemeente, html met de feiten uit de databank', await mediaan(() => maakHtml(gedeeld)), 150)
await databank.sluit()

if (fouten.length > 0) {
  console.error(`te veel: ${fouten.join(', ')}`)
  process.exitCode = 1
}
