import { createHash } from 'node:crypto'
import type { Invoerregel } from '#grootboek/invoer.ts'
import type { Duiding } from '#grootboek/koppeling/koppeling.ts'

/** Wat een bestand verandert aan wat eerdere bestanden van dezelfde administratie boekten, regel voor regel. */

/** Een regel zoals zij nu geldt, met waar zij op geboekt is. */
export type Huidig = {
  regel: Invoerregel
  /** De tekst van het doel (`doeltekst`). */
  doel: string
  boeking: number | null
}

export type Boekduiding = Extract<Duiding, { soort: 'boeken' }>
/** Een regel zoals zij moet worden. */
export type Gewenst = { regel: Invoerregel; duiding: Boekduiding }

export type Paar = { was: Huidig; wordt: Gewenst }
export type Verschil = {
  nieuw: readonly Gewenst[]
  /** Het bestand zegt iets anders dan eerst. */
  veranderd: readonly Paar[]
  /** Het bestand zegt hetzelfde, de koppeling niet. */
  omgehangen: readonly Paar[]
  weg: readonly Huidig[]
  gelijk: number
}

/** Een stand per peildatum is bij een gelijk bedrag dezelfde stand, ook als er later naar gekeken is. */
const isStand = (regel: Invoerregel): boolean => regel.sleutel.startsWith('stand|')

/** Alles wat voor het boeken uitmaakt; een andere naam of plaats in het bestand verandert niets. */
export const inhoudVan = (regel: Invoerregel): string =>
  JSON.stringify([
    regel.soort,
    isStand(regel) ? '' : regel.datum,
    regel.jaar,
    regel.bedragCent,
    regel.rekening,
    regel.kostenplaats,
    regel.project,
    regel.stuk,
  ])

export function vergelijk(
  huidig: ReadonlyMap<string, Huidig>,
  gewenst: ReadonlyMap<string, Gewenst>,
  hoortErNogTeStaan: (huidig: Huidig) => boolean,
): Verschil {
  const nieuw: Gewenst[] = []
  const veranderd: Paar[] = []
  const omgehangen: Paar[] = []
  let gelijk = 0
  for (const [sleutel, wordt] of gewenst) {
    const was = huidig.get(sleutel)
    if (was === undefined) nieuw.push(wordt)
    else if (inhoudVan(was.regel) !== inhoudVan(wordt.regel)) veranderd.push({ was, wordt })
    else if (was.doel !== wordt.duiding.tekst) omgehangen.push({ was, wordt })
    else gelijk++
  }
  const weg = [...huidig.values()].filter((was) => !gewenst.has(was.regel.sleutel) && hoortErNogTeStaan(was))
  return { nieuw, veranderd, omgehangen, weg, gelijk }
}

export const isLeeg = ({ nieuw, veranderd, omgehangen, weg }: Verschil): boolean =>
  nieuw.length + veranderd.length + omgehangen.length + weg.length === 0

export type Telling = { nieuw: number; veranderd: number; omgehangen: number; weg: number; gelijk: number }

export const telVerschil = (verschil: Verschil): Telling => ({
  nieuw: verschil.nieuw.length,
  veranderd: verschil.veranderd.length,
  omgehangen: verschil.omgehangen.length,
  weg: verschil.weg.length,
  gelijk: verschil.gelijk,
})

/** Afdruk van precies deze veranderingen: wie haar bevestigt, krijgt deze en geen andere. */
export function verschilafdruk(verschil: Verschil): string {
  const hash = createHash('sha256')
  const schrijf = (...delen: readonly (string | number | null)[]): void => {
    hash.update(`${JSON.stringify(delen)}\n`)
  }
  const was = (deel: Huidig): (string | number | null)[] => [inhoudVan(deel.regel), deel.doel, deel.boeking]
  for (const { regel, duiding } of verschil.nieuw)
    schrijf('nieuw', regel.sleutel, inhoudVan(regel), duiding.tekst)
  for (const paar of [...verschil.veranderd, ...verschil.omgehangen]) {
    const { regel, duiding } = paar.wordt
    schrijf('anders', regel.sleutel, inhoudVan(regel), duiding.tekst, ...was(paar.was))
  }
  for (const deel of verschil.weg) schrijf('weg', deel.regel.sleutel, ...was(deel))
  return hash.digest('hex')
}
