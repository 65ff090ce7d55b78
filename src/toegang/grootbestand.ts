import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Context } from 'hono'
import { inkorten, schoon } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import type { BESTANDFOUTEN } from '#toegang/teksten.ts'

/**
 * Een bestand dat niet in het geheugen past, stroomt naar een eigen plek op schijf. Er staat nooit meer dan een paar
 * brokken tegelijk in het geheugen, en wat niet heel aankomt, blijft niet liggen.
 */

/** Waar grote bestanden binnenkomen, en hoeveel bytes er hoogstens in mogen. `start` geeft de plek door. */
export type Invoerplek = { map: string; grootste: number; stilMs?: number; langsteMs?: number }

export type GrootBestand = {
  /** Zoals de afzender het noemt: om te tonen, nooit om een pad van te maken. */
  naam: string
  pad: string
  grootte: number
  sha256: string
  /** De andere velden van het formulier; komt een veld vaker voor, dan telt het laatste. */
  velden: Readonly<Record<string, string>>
  /** Gooit het bestand weg; wie het aannam, doet dit ook als het verwerken mislukt. */
  ruimOp: () => Promise<void>
}
export type GrootWeigering = keyof typeof BESTANDFOUTEN

/** Wie zo lang niets stuurt, is weg. */
const STIL_MS = 30_000
/** 500 MB over een gewone verbinding; wie druppelt om een plek bezet te houden, haalt dit niet. */
export const LANGSTE_INVOER_MS = 900_000
/** Zoveel bestanden komen er tegelijk binnen, zodat de schijf niet in één keer volloopt. */
const MEESTE_TEGELIJK = 4
/** Wat er naast het bestand in een formulier mag zitten. */
export const RAND_BYTES = 1_000_000
const GRENZEN = { fields: 40, fieldSize: 20_000, fieldNameSize: 200, headerPairs: 20, headerSize: 8_192 }
const LANGSTE_NAAM = 200

let bezig = 0

/** Leest één groot bestand. De route moet met `inhoud: 'groot'` zijn aangemeld; dan is het recht al gevraagd. */
export async function leesGrootBestand(
  c: Context<Omgeving>,
  veld: string,
): Promise<Uitkomst<GrootBestand, GrootWeigering>> {
  const plek = c.get('invoer')
  if (plek === undefined) throw new Error('deze route is niet aangemeld voor grote bestanden')
  if (bezig >= MEESTE_TEGELIJK) return geweigerd('te_druk')
  const soort = c.req.header('content-type') ?? ''
  if (c.req.raw.body === null || !/^multipart\/form-data\s*;.*boundary=/iu.test(soort))
    return geweigerd('geen_bestand')
  bezig++
  try {
    await mkdir(plek.map, { recursive: true, mode: 0o700 })
    return await ontvang(c.req.raw.body, soort, veld, plek)
  } finally {
    bezig--
  }
}

/** Eén ontvangst: wat er tot nu toe binnen is, en waarom zij eventueel stopt. */
type Ontvangst = {
  velden: Record<string, string>
  bestand: { naam: string; klaar: Promise<Geschreven> } | undefined
  reden: GrootWeigering | undefined
  ongeluk: unknown
}
type Geschreven = { grootte: number; sha256: string }

async function ontvang(
  lijf: ReadableStream<Uint8Array>,
  soort: string,
  veld: string,
  plek: Invoerplek,
): Promise<Uitkomst<GrootBestand, GrootWeigering>> {
  const lezer = lijf.getReader()
  const afbreker = new AbortController()
  const stand: Ontvangst = {
    velden: Object.create(null),
    bestand: undefined,
    reden: undefined,
    ongeluk: undefined,
  }
  const stop = (reden: GrootWeigering): void => {
    if (afbreker.signal.aborted) return
    stand.reden = reden
    afbreker.abort()
    // Loslaten en niet afbreken: de server leest de rest weg, zodat de afzender de zin nog te zien krijgt.
    lezer.releaseLock()
  }
  const pad = join(plek.map, randomUUID())
  const ruimOp = (): Promise<void> => rm(pad, { force: true })
  try {
    const ontleder = maakOntleder(soort, veld, plek.grootste, { stand, stop, pad, signaal: afbreker.signal })
    const binnen = await pomp(lezer, ontleder, plek, { stop, signaal: afbreker.signal })
    const geschreven = binnen ? await stand.bestand?.klaar : undefined
    if (stand.ongeluk !== undefined) throw stand.ongeluk
    if (stand.reden !== undefined || !binnen) return await weg(ruimOp, stand)
    if (stand.bestand === undefined || geschreven === undefined) return geweigerd('geen_bestand')
    if (geschreven.grootte === 0) {
      await ruimOp()
      return geweigerd('bestand_leeg')
    }
    return gelukt({ naam: stand.bestand.naam, pad, ...geschreven, velden: stand.velden, ruimOp })
  } catch (fout) {
    stop('onleesbaar')
    await weg(ruimOp, stand)
    if (stand.ongeluk !== undefined) throw stand.ongeluk
    throw fout
  }
}

/** Wacht tot er niets meer schrijft en gooit dan weg wat er al stond. */
async function weg(
  ruimOp: () => Promise<void>,
  stand: Ontvangst,
): Promise<Uitkomst<GrootBestand, GrootWeigering>> {
  await stand.bestand?.klaar.catch(() => undefined)
  await ruimOp()
  return geweigerd(stand.reden ?? 'onleesbaar')
}

type Regie = { stop: (reden: GrootWeigering) => void; signaal: AbortSignal }

/** Brengt brok voor brok van de lijn naar de ontleder; `false` als het niet heel aankwam. */
async function pomp(
  lezer: ReadableStreamDefaultReader<Uint8Array>,
  ontleder: BusboyInstance,
  plek: Invoerplek,
  { stop, signaal }: Regie,
): Promise<boolean> {
  const klaar = once(ontleder, 'finish', { signal: signaal })
  // Wie eerder stopt, wacht hier niet meer op.
  klaar.catch(() => undefined)
  const stil = setTimeout(() => stop('te_traag'), plek.stilMs ?? STIL_MS)
  const lang = setTimeout(() => stop('te_traag'), plek.langsteMs ?? LANGSTE_INVOER_MS)
  let totaal = 0
  try {
    while (!signaal.aborted) {
      const { done, value } = await lezer.read()
      if (done) break
      stil.refresh()
      totaal += value.byteLength
      if (totaal > plek.grootste + RAND_BYTES) stop('te_groot')
      else if (!ontleder.write(value)) await once(ontleder, 'drain', { signal: signaal })
    }
    if (signaal.aborted) return false
    ontleder.end()
    await klaar
    return true
  } catch {
    // Opgehangen, afgebroken of niet te ontleden: in alle drie de gevallen is er geen heel bestand.
    stop('onleesbaar')
    return false
  } finally {
    clearTimeout(stil)
    clearTimeout(lang)
    if (!signaal.aborted) lezer.releaseLock()
  }
}

type Doel = Regie & { stand: Ontvangst; pad: string }

function maakOntleder(soort: string, veld: string, grootste: number, doel: Doel): BusboyInstance {
  const { stand, stop } = doel
  const ontleder = new Busboy({
    headers: { 'content-type': soort },
    limits: { ...GRENZEN, fileSize: grootste, files: 5, parts: GRENZEN.fields + 5 },
  })
  ontleder.on('error', () => stop('onleesbaar'))
  for (const teveel of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    ontleder.on(teveel, () => stop('onleesbaar'))
  ontleder.on('field', (naam: string | undefined, waarde, naamAf, waardeAf) => {
    if (naam === undefined || naamAf || waardeAf) stop('onleesbaar')
    else stand.velden[naam] = waarde
  })
  ontleder.on('file', (naam: string | undefined, stroom, bestandsnaam: string | undefined) => {
    // Een keuzeveld waarin niets gekozen is, komt mee als een bestand zonder naam.
    const isGekozen = bestandsnaam !== undefined && bestandsnaam !== ''
    stroom.on('error', () => stop('onleesbaar'))
    if (!isGekozen || naam !== veld || stand.bestand !== undefined) {
      if (isGekozen && stand.bestand !== undefined) stop('meer_bestanden')
      stroom.resume()
      return
    }
    stroom.on('limit', () => stop('te_groot'))
    const klaar = schrijf(stroom, doel)
    // Een volle of kapotte schijf is een ongeluk; de pomp mag er niet op blijven wachten.
    klaar.catch((fout: unknown) => {
      if (doel.signaal.aborted) return
      stand.ongeluk = fout
      stop('onleesbaar')
    })
    stand.bestand = { naam: inkorten(schoon(bestandsnaam), LANGSTE_NAAM), klaar }
  })
  return ontleder
}

async function schrijf(stroom: Readable, { pad, signaal }: Doel): Promise<Geschreven> {
  const som = createHash('sha256')
  let grootte = 0
  async function* telMee(bron: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const brok of bron) {
      som.update(brok)
      grootte += brok.byteLength
      yield brok
    }
  }
  await pipeline(stroom, telMee, createWriteStream(pad, { flags: 'wx', mode: 0o600 }), { signal: signaal })
  return { grootte, sha256: som.digest('hex') }
}
