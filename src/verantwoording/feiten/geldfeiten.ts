import { type Centen, centen } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import {
  alleRijen,
  type Geldfilter,
  type Geldrij,
  geldtabelVan,
  type Planbeeld,
  type Prognosepost,
} from '#programma/deur.ts'

/** Het geld van een rapport: wat er op een tijdstip begroot, vastgelegd en besteed was, op elke manier verdeeld. */

export const GELDKOLOMMEN = [
  'primitief',
  'wijzigingen',
  'naWijziging',
  'verplicht',
  'gerealiseerd',
  'vrij',
] as const
export type Geldcijfers = Readonly<Record<(typeof GELDKOLOMMEN)[number], Centen>>

export type Geldregel = {
  sleutel: string
  naam: string
  /** Waar de boekingen erachter te vinden zijn. */
  filter: Geldfilter
  /** Geld dat nog ergens ondergebracht moet worden. */
  onaf: boolean
  cijfers: Geldcijfers
  /** Alleen waar iemand een verwachting gaf voor alles wat in deze regel zit. */
  prognose: Centen | null
  /** Na wijziging min prognose. */
  verschil: Centen | null
}

export type Groepregel = Geldregel & { onderdelen: readonly Geldregel[] }

export type Geldfeiten = {
  jaar: number
  totaal: Geldregel
  /** Groepen, en daarna wat in geen groep valt; elk met de onderdelen waarop het geld staat. */
  groepen: readonly Groepregel[]
  bronnen: readonly Geldregel[]
  /** Alle jaren van het programma, elk in zijn geheel. */
  jaren: readonly Geldregel[]
  /** Van bron naar groep, wat er na wijziging begroot is. */
  stromen: readonly { van: string; naar: string; bedragCent: Centen }[]
  /** Is er iets besteed, vastgelegd of ontvangen? Zonder dat is een nul geen uitkomst. */
  besteed: boolean
  /** Staat er iets in het grootboek? Zonder dat is ook de begroting niet bekend. */
  geboekt: boolean
  /** Bij het jaareinde teruggevallen aan de bronnen; telt in de kolommen niet als wijziging. */
  teruggevallen: Centen
}

/**
 * Wat bij het afsluiten van het jaar terugvalt, is geen begrotingswijziging: anders was elk jaar achteraf precies
 * uitgegeven wat begroot was. Daarom blijft het in een rapport staan bij wat vrij was.
 */
const zonderJaareinde = (posten: readonly Postsaldo[]): Postsaldo[] =>
  posten.filter(({ soort }) => soort !== 'jaareinde')

export function geldfeitenVan(
  beeld: Planbeeld,
  alle: readonly Postsaldo[],
  prognoses: readonly Prognosepost[],
  jaar: number,
  onderdeel?: string | undefined,
): Omit<Geldfeiten, 'geboekt'> {
  const filter: Geldfilter = onderdeel === undefined ? {} : { onderdeel }
  const posten = zonderJaareinde(alle)
  const tabel = (per: Parameters<typeof geldtabelVan>[2]['per'], eigen: Geldfilter = { ...filter, jaar }) =>
    geldtabelVan(beeld, posten, { filter: eigen, per }, prognoses)
  const perGroep = tabel(['groep', 'onderdeel'])
  const perBron = tabel(['bron', 'groep'])
  const einde = geldtabelVan(
    beeld,
    alle.filter(({ soort }) => soort === 'jaareinde'),
    { filter: { ...filter, jaar }, per: [] },
  ).totaal.bedragen
  return {
    jaar,
    totaal: alsRegel(perGroep.totaal),
    groepen: perGroep.rijen.map((rij) => ({ ...alsRegel(rij), onderdelen: bladeren(rij).map(alsRegel) })),
    bronnen: perBron.rijen.map(alsRegel),
    jaren: tabel(['jaar'], filter).rijen.map(alsRegel),
    stromen: perBron.rijen.flatMap((bron) =>
      bron.kinderen.map((groep) => ({
        van: bron.naam,
        naar: groep.naam,
        bedragCent: groep.bedragen.naWijziging,
      })),
    ),
    besteed: posten.some(({ rekening }) => FEITEN.includes(rekening.soort)),
    teruggevallen: centen(-einde.vrij),
  }
}

/** Per onderdeel over alle jaren samen, voor wat er tussen twee tijdstippen veranderde. */
export const onderdeelregels = (
  beeld: Planbeeld,
  alle: readonly Postsaldo[],
  onderdeel?: string | undefined,
): Geldregel[] =>
  geldtabelVan(beeld, zonderJaareinde(alle), {
    filter: onderdeel === undefined ? {} : { onderdeel },
    per: ['groep', 'onderdeel'],
  }).rijen.flatMap((groep) => bladeren(groep).map(alsRegel))

const FEITEN: readonly string[] = ['realisatie', 'verplicht', 'ontvangen']

/** Waar het geld van een groep op staat: de onderste regels, die samen precies de groep zijn. */
const bladeren = (groep: Geldrij): Geldrij[] =>
  alleRijen(groep.kinderen).filter(({ kinderen }) => kinderen.length === 0)

function alsRegel({ sleutel, naam, filter, onaf, bedragen, verwachting }: Geldrij): Geldregel {
  const { primitief, wijzigingen, naWijziging, verplicht, gerealiseerd, vrij } = bedragen
  const volledig = verwachting !== undefined && verwachting.zonder === 0
  return {
    sleutel,
    naam,
    filter,
    onaf,
    cijfers: { primitief, wijzigingen, naWijziging, verplicht, gerealiseerd, vrij },
    prognose: volledig ? verwachting.bedrag : null,
    verschil: volledig ? verwachting.verschil : null,
  }
}

/** Alle onderdelen onder elkaar, met hun groep erbij. */
export const alleOnderdelen = (geld: Geldfeiten): (Geldregel & { groep: string })[] =>
  geld.groepen.flatMap(({ naam, onderdelen }) => onderdelen.map((een) => ({ ...een, groep: naam })))

/** Hoeveel meer (boven nul) of minder (onder nul) is uitgegeven dan na wijziging was begroot. */
export const meerDanBegroot = ({ cijfers }: Pick<Geldregel, 'cijfers'>): Centen =>
  centen(cijfers.gerealiseerd - cijfers.naWijziging)

export type Drempel = { promille: number; bedragCent: Centen }
/** Wijkt een regel zo veel af dat er een verklaring bij hoort? Precies op de drempel nog niet. */
export function isAfwijking(regel: Geldregel, drempel: Drempel, peil: 'realisatie' | 'prognose'): boolean {
  const { naWijziging } = regel.cijfers
  const verschil = peil === 'realisatie' ? meerDanBegroot(regel) : (regel.verschil ?? 0)
  const groot = Math.abs(verschil)
  if (groot === 0) return false
  return groot > drempel.bedragCent || groot * 1_000 > Math.abs(naWijziging) * drempel.promille
}
