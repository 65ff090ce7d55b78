import { periodenaam } from '#basis/datum.ts'
import { toonEuro } from '#basis/geld.ts'
import { hoofdletter, opsomming } from '#basis/tekst.ts'
import type { Plaats, Vermelding } from '#programma/plan.ts'
import type { Vindplaats } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, type Knoop, plaatscode } from '#programma/plancontrole/feiten.ts'
import { alsCent, type Bedrag, type Lezing, type Tijd } from '#programma/plancontrole/geld.ts'

export const euro = (cent: number): string => toonEuro(alsCent(cent))

export const naam = (knoop: Knoop): string => `‘${knoop.titel}’`

const HOOGSTENS_GENOEMD = 8

/** `‘a’, ‘b’ en ‘c’`; een lange rij wordt afgekapt, de lijst zelf staat bij de plaatsen. */
export function namen(knopen: readonly Knoop[]): string {
  const genoemd = knopen.slice(0, HOOGSTENS_GENOEMD).map(naam)
  const rest = knopen.length - genoemd.length
  return opsomming(rest === 0 ? genoemd : [...genoemd, `nog ${rest}`])
}

/** Hoe een zin naar een plaats wijst: `paragraaf 5.1`, `de bijlage`, of de titel als er geen nummer is. */
export function plaatsnaam(feiten: Feiten, plaats: Plaats): string {
  const dubbel = feiten.dubbeleCodes.has(plaatscode(plaats))
  if (plaats.code !== null) return `${plaatscode(plaats)}${dubbel ? ` (${plaats.titel})` : ''}`
  return plaats.soort === 'bijlage' && !dubbel ? 'de bijlage' : `‘${plaats.titel}’`
}

export const tijdnaam = (tijd: Tijd | string): string => (tijd === 'geheel' ? 'Totaal' : String(tijd))

const BENADERD = { ruim: 'ruim ', circa: 'ongeveer ', hoogstens: 'hoogstens ' } as const

/** `ruim € 2.000.000`: het bedrag zo stellig als het document het zegt. */
export const bedragInWoorden = ({ bedragCent, benadering }: Bedrag): string =>
  `${benadering === undefined ? '' : BENADERD[benadering]}${toonEuro(bedragCent)}`

function bedragwaarde(bedrag: Bedrag): string {
  const wanneer = bedrag.periode === 'geheel' ? '' : ` (${periodenaam(bedrag.periode)})`
  return `${bedragInWoorden(bedrag)}${bedrag.perJaar ? ' per jaar' : ''}${wanneer}`
}

export function vindplaats(feiten: Feiten, vermelding: Vermelding, waarde?: string): Vindplaats {
  const plaats = feiten.plaats(vermelding)
  const regelnummer = vermelding.regels?.[0] ?? plaats.regel
  const gezegd = waarde ?? (vermelding.soort === 'bedrag' ? bedragwaarde(vermelding) : vermelding.letterlijk)
  return {
    plaats: hoofdletter(plaatsnaam(feiten, plaats)),
    ...(regelnummer === undefined ? {} : { regelnummer }),
    ...(gezegd === undefined ? {} : { waarde: gezegd }),
    vermelding: vermelding.id,
    over: vermelding.over,
  }
}

/** Een plek die geen vermelding is maar een gegeven van het ding zelf, zoals zijn titel of planning. */
export function eigenPlek(knoop: Knoop, waarde: string): Vindplaats {
  const regelnummer = knoop.onderdeel?.regels?.[0]
  return {
    plaats: knoop.code === null ? knoop.titel : `${knoop.code} ${knoop.titel}`,
    ...(regelnummer === undefined ? {} : { regelnummer }),
    waarde,
    over: knoop.ding,
  }
}

/** Alle vermeldingen waar een of meer lezingen op rusten, elk één keer. */
export function vindplaatsen(feiten: Feiten, ...lezingen: readonly Lezing[]): Vindplaats[] {
  const termen = new Set(lezingen.flatMap(({ termen }) => termen))
  return [...termen].map((term) => vindplaats(feiten, term))
}
