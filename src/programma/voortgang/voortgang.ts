import type { Moment } from '#basis/moment.ts'
import {
  ASPECTEN,
  ASPECTNAAM,
  type Aspect,
  ergsteStand,
  type Standvoorstel,
  type Standwoord,
} from '#programma/voortgang/standen.ts'

/** Wat er over een onderdeel in een kwartaal gemeld is. Elke keer een nieuwe versie; de laatste geldt. */

export const FASEN = ['concept', 'ingediend', 'teruggestuurd', 'akkoord'] as const
export type Fase = (typeof FASEN)[number]

/** Wat iemand invult als geld of tijd te ver afwijkt. */
export const VERKLARINGEN = ['oorzaak', 'maatregel', 'risico', 'prognose'] as const
export type Verklaring = Record<(typeof VERKLARINGEN)[number], string>

export const VERKLARINGVRAAG = {
  oorzaak: 'Hoe komt het?',
  maatregel: 'Wat doet u eraan?',
  risico: 'Wat kan er nog misgaan?',
  prognose: 'Waar komt het op uit?',
} as const satisfies Record<keyof Verklaring, string>

export type Oordeel = {
  /** Wat de regel voorstelde, met haar zin. */
  voorstel: Standwoord
  regel: string
  afwijkt: boolean
  /** Wat het werd. */
  stand: Standwoord
  /** Waarom dat anders is dan het voorstel. */
  reden: string | null
}
export type Oordelen = Record<Aspect, Oordeel>

export type Inhoud = {
  oordelen: Oordelen
  gedaan: string
  komt: string
  verklaring: Verklaring | null
}

export type Voortgang = Inhoud & {
  onderdeel: string
  jaar: number
  kwartaal: number
  fase: Fase
  volgnr: number
  op: Moment
  /** Account; alleen voor wie aan het programma werkt. */
  door: string | null
}

/** Met wat alleen wie invult en wie beoordeelt mag zien. */
export type Versie = Voortgang & { opmerking: string | null; naam: string | null }

/** Wat iemand invulde. Een stand die leeg is, volgt het voorstel. */
export type Keuze = { stand: Standwoord | null; reden: string }
export type Invulling = {
  keuzes: Record<Aspect, Keuze>
  gedaan: string
  komt: string
  verklaring: Verklaring
}

export const LEGE_VERKLARING: Verklaring = { oorzaak: '', maatregel: '', risico: '', prognose: '' }

const perAspect = <Waarde>(maak: (aspect: Aspect) => Waarde): Record<Aspect, Waarde> => ({
  inhoud: maak('inhoud'),
  tijd: maak('tijd'),
  geld: maak('geld'),
})

/** Een versie als invulling: om verder te schrijven, of om te zien of er iets veranderde. */
export const alsInvulling = ({ oordelen, gedaan, komt, verklaring }: Inhoud): Invulling => ({
  keuzes: perAspect((aspect) => {
    const { voorstel, stand, reden } = oordelen[aspect]
    return { stand: stand === voorstel ? null : stand, reden: reden ?? '' }
  }),
  gedaan,
  komt,
  verklaring: verklaring ?? LEGE_VERKLARING,
})

/** Waarmee een nieuw kwartaal begint: de tekst van de vorige keer. Een oordeel geeft men elke keer opnieuw. */
export const beginVan = (vorige: Inhoud | undefined): Invulling => ({
  keuzes: perAspect((aspect) => {
    const eerder = vorige?.oordelen[aspect]
    // Waar geen regel iets weet, is wat de eigenaar de vorige keer zei het beste begin.
    const eigen = eerder?.voorstel === 'geen-gegevens' && eerder.stand !== 'geen-gegevens'
    return { stand: eigen ? eerder.stand : null, reden: '' }
  }),
  gedaan: vorige?.gedaan ?? '',
  komt: vorige?.komt ?? '',
  verklaring: vorige?.verklaring ?? LEGE_VERKLARING,
})

export const zelfdeInvulling = (een: Invulling, ander: Invulling): boolean =>
  een.gedaan === ander.gedaan &&
  een.komt === ander.komt &&
  ASPECTEN.every(
    (aspect) =>
      een.keuzes[aspect].stand === ander.keuzes[aspect].stand &&
      een.keuzes[aspect].reden === ander.keuzes[aspect].reden,
  ) &&
  VERKLARINGEN.every((deel) => een.verklaring[deel] === ander.verklaring[deel])

export type Voorstellen = Record<Aspect, Standvoorstel>

/** De invulling met de voorstellen van nu; een keuze gelijk aan het voorstel is geen eigen keuze. */
export function inhoudVan(invulling: Invulling, voorstellen: Voorstellen): Inhoud {
  const { verklaring } = invulling
  return {
    oordelen: perAspect((aspect): Oordeel => {
      const { stand: voorstel, regel, afwijkt } = voorstellen[aspect]
      const { stand, reden } = invulling.keuzes[aspect]
      return { voorstel, regel, afwijkt, stand: stand ?? voorstel, reden: reden === '' ? null : reden }
    }),
    gedaan: invulling.gedaan,
    komt: invulling.komt,
    verklaring: VERKLARINGEN.every((deel) => verklaring[deel] === '') ? null : verklaring,
  }
}

/** Moet er worden uitgelegd hoe een afwijking komt? Alleen geld en tijd hebben een grens. */
export const moetVerklaren = (oordelen: Record<Aspect, Pick<Oordeel, 'afwijkt'>>): boolean =>
  oordelen.geld.afwijkt || oordelen.tijd.afwijkt

/** Wat er nog ontbreekt voordat dit is in te dienen; `veld` is de naam zoals op het scherm. */
export type Gemis = { veld: string; tekst: string }

/** Er komt niets meer na wat gestopt of klaar is. */
const AF: readonly Standwoord[] = ['gestopt', 'afgerond']

export function gemisVan(inhoud: Inhoud): Gemis[] {
  const { oordelen, gedaan, komt, verklaring } = inhoud
  const gemis: Gemis[] = []
  for (const aspect of ASPECTEN) {
    const { voorstel, stand, reden } = oordelen[aspect]
    if (stand !== voorstel && voorstel !== 'geen-gegevens' && (reden ?? '') === '')
      gemis.push({
        veld: `${aspect}-reden`,
        tekst: `Zeg waarom ${ASPECTNAAM[aspect].toLowerCase()} anders is dan het voorstel.`,
      })
  }
  if (gedaan === '') gemis.push({ veld: 'gedaan', tekst: 'Vul in wat er is gedaan.' })
  if (komt === '' && !AF.includes(oordelen.tijd.stand))
    gemis.push({ veld: 'komt', tekst: 'Vul in wat er hierna komt.' })
  if (moetVerklaren(oordelen))
    for (const deel of VERKLARINGEN)
      if ((verklaring?.[deel] ?? '') === '')
        gemis.push({
          veld: deel,
          tekst: `Dit wijkt te ver af. Beantwoord ook: ${VERKLARINGVRAAG[deel].toLowerCase()}`,
        })
  return gemis
}

/** Het ene woord voor een onderdeel: het woord dat het meest aandacht vraagt. */
export const standVan = ({ oordelen }: Pick<Inhoud, 'oordelen'>): Standwoord =>
  ergsteStand(ASPECTEN.map((aspect) => oordelen[aspect].stand))

/** De laatste versie die geen concept is; telt die niet meer (teruggestuurd), dan telt er geen. */
export function geldende<Soort extends Pick<Voortgang, 'fase'>>(
  versies: readonly Soort[],
): Soort | undefined {
  const laatste = versies.findLast(({ fase }) => fase !== 'concept')
  return laatste?.fase === 'teruggestuurd' ? undefined : laatste
}
