import { setImmediate as volgendeBeurt } from 'node:timers/promises'
import type { Invoerlezer } from '#grootboek/deur.ts'
import { KOPLENGTE, maakDecoder, vindCodering } from '#uitwisseling/codering.ts'
import { Xaflezing } from '#uitwisseling/xaf/lezing.ts'
import { Xafstop } from '#uitwisseling/xaf/stop.ts'

const BROK = 64 * 1024
/** Zo vaak mag een ander aan de beurt komen: een server blijft antwoorden terwijl hij leest. */
const BEURT_NA = 4 * 1024 * 1024

/** Zo begint een auditfile die over meer bestanden verdeeld is. */
const VERVOLG = /<!--\s*vervolgbestand\s+\d+\s+van\s+\d+/iu

/** Geeft de stroom door in brokken, met in het eerste genoeg om de codering te herkennen. */
async function* inBrokken(bron: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kop: Uint8Array | undefined = new Uint8Array()
  for await (const stuk of bron) {
    const geheel: Uint8Array = kop === undefined ? stuk : Buffer.concat([kop, stuk])
    kop = kop === undefined || geheel.length >= KOPLENGTE ? undefined : geheel
    if (kop !== undefined) continue
    for (let begin = 0; begin < geheel.length; begin += BROK) yield geheel.subarray(begin, begin + BROK)
  }
  if (kop !== undefined && kop.length > 0) yield kop
}

function openDecoder(kop: Uint8Array, lezing: Xaflezing): TextDecoder {
  const gevonden = vindCodering(kop)
  if (gevonden === undefined) throw new Xafstop('codering_onbekend')
  if (gevonden.bom) lezing.meld('bom')
  if (gevonden.codering === 'windows-1252') lezing.meld('codering_windows')
  if (gevonden.codering.startsWith('utf-16')) lezing.meld('codering_utf16')
  const begin = maakDecoder(gevonden.codering).decode(kop.subarray(0, KOPLENGTE))
  if (VERVOLG.test(begin)) lezing.meld('vervolgbestand')
  return maakDecoder(gevonden.codering)
}

async function voer(
  lezing: Xaflezing,
  bron: AsyncIterable<Uint8Array>,
  { grootte, voortgang, stop }: NonNullable<Parameters<Invoerlezer>[2]>,
): Promise<void> {
  let decoder: TextDecoder | undefined
  let gelezen = 0
  let beurt = BEURT_NA
  for await (const brok of inBrokken(bron)) {
    stop?.throwIfAborted()
    decoder ??= openDecoder(brok, lezing)
    lezing.schrijf(decoder.decode(brok, { stream: true }))
    gelezen += brok.length
    voortgang?.({ gelezen, totaal: grootte, regels: lezing.regels })
    if (gelezen < beurt) continue
    beurt = gelezen + BEURT_NA
    await volgendeBeurt()
  }
  stop?.throwIfAborted()
  if (decoder === undefined) throw new Xafstop('leeg')
  lezing.schrijf(decoder.decode())
  lezing.sluit()
}

/**
 * Leest een XML Auditfile Financieel (3.1, 3.2 of 4.0) als stroom. Geleverd worden de regels op resultaatrekeningen;
 * `regels`, `debetCent` en `creditCent` van het verslag gaan over die regels. Een afgebroken lezing (`stop`) en een
 * ongeluk van de bron of de ontvanger gooien.
 */
export const leesXaf: Invoerlezer = async (bron, ontvang, opties = {}) => {
  const lezing = new Xaflezing(ontvang)
  try {
    await voer(lezing, bron, opties)
  } catch (fout) {
    lezing.vangAf(fout)
  }
  return lezing.uitkomst()
}
