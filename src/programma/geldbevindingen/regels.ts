import { jaarVan } from '#basis/datum.ts'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { buitenJaren } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import type {
  Geldbeeld,
  Geldbevinding,
  Geldernst,
  Geldregelcode,
} from '#programma/geldbevindingen/geldbevindingen.ts'
import type { Onderdeel } from '#programma/plan.ts'

/** De regels over geld, elk op zichzelf te lezen. */

type Regel = (beeld: Geldbeeld) => Geldbevinding[]

/** Telt posten op naar een sleutel; `undefined` telt niet mee. */
function somPer(
  posten: readonly Postsaldo[],
  sleutel: (post: Postsaldo) => string | undefined,
): Map<string, number> {
  const som = new Map<string, number>()
  for (const post of posten) {
    const naam = sleutel(post)
    if (naam !== undefined) som.set(naam, (som.get(naam) ?? 0) + post.bedragCent)
  }
  return som
}

const LEEG = '-'
const leesDelen = (sleutel: string): [onderdeel: string | null, jaar: number] => {
  const [onderdeel = LEEG, jaar = '0'] = sleutel.split(' ')
  return [onderdeel === LEEG ? null : onderdeel, Number(jaar)]
}

/** Vrij per onderdeel en jaar, over alle bronnen; zonder wat het afsluiten van het jaar rechttrok. */
const ruimtePerBudget = ({ posten }: Geldbeeld): Map<string, number> =>
  somPer(posten, ({ rekening, soort }) =>
    rekening.soort === 'ruimte' && soort !== 'jaareinde'
      ? `${rekening.onderdeel ?? LEEG} ${rekening.jaar}`
      : undefined,
  )

const perJaar = (ruimte: ReadonlyMap<string, number>): Map<number, number> => {
  const som = new Map<number, number>()
  for (const [sleutel, cent] of ruimte) {
    const [, jaar] = leesDelen(sleutel)
    som.set(jaar, (som.get(jaar) ?? 0) + cent)
  }
  return som
}

/** Soort 1: meer uitgegeven of vastgelegd dan begroot. Het budgetrecht geldt per programma en jaar. */
const overschrijding: Regel = (beeld) => {
  const ruimte = ruimtePerBudget(beeld)
  const programma = perJaar(ruimte)
  return [...ruimte].flatMap(([sleutel, cent]) => {
    const [onderdeel, jaar] = leesDelen(sleutel)
    if (cent >= 0 || onderdeel === null) return []
    const gemachtigd = beeld.gemachtigd
      .filter((een) => een.onderdeel === onderdeel && een.jaar === jaar)
      .reduce((som, { bedragCent }) => som + bedragCent, 0)
    const over = (programma.get(jaar) ?? 0) < 0
    const gedekt = gemachtigd >= -cent
    const ernst: Geldernst = gedekt ? 'aandacht' : over ? 'fout' : 'waarschijnlijk'
    const bij = gedekt
      ? `Het college machtigde alvast ${toonEuro(centen(gemachtigd))}; de raad stelt dat nog vast.`
      : over
        ? 'Ook het hele programma gaat dit jaar over zijn budget.'
        : 'Het programma als geheel blijft dit jaar binnen zijn budget.'
    return [{ regel: 'overschrijding', ernst, onderdeel, jaar, bedragCent: centen(-cent), bij }]
  })
}

/** Soort 2: geld in of uit een reserve zonder besluit van de raad. */
const reserveZonderRaad: Regel = ({ reservemutaties }) =>
  reservemutaties.flatMap(({ boeking, bron, jaar, bedragCent, orgaan }) => {
    if (orgaan === 'raad') return []
    const ernst: Geldernst = orgaan === 'onbekend' ? 'aandacht' : 'fout'
    const bij =
      orgaan === undefined
        ? 'De boeking berust niet op een besluit.'
        : orgaan === 'onbekend'
          ? 'Welk orgaan besloot, is nog niet bekend.'
          : undefined
    return [{ regel: 'reserve_zonder_raad', ernst, boeking, bron, jaar, bedragCent, ...(bij && { bij }) }]
  })

/** Soort 3: het jaar is voorbij, er is veel over of er kwam meer binnen, en de begroting is niet bijgesteld. */
const nietTijdigBijgesteld: Regel = (beeld) => {
  const { posten, vandaag } = beeld
  const besteed = new Set(
    posten.flatMap(({ rekening }) => (rekening.soort === 'realisatie' ? [rekening.jaar] : [])),
  )
  const overig = [...ruimtePerBudget(beeld)].flatMap(([sleutel, cent]): Geldbevinding[] => {
    const [onderdeel, jaar] = leesDelen(sleutel)
    if (cent <= 0 || onderdeel === null || jaar >= jaarVan(vandaag) || !besteed.has(jaar)) return []
    return [{ regel: 'niet_tijdig_bijgesteld', ernst: 'aandacht', onderdeel, jaar, bedragCent: centen(cent) }]
  })
  const meer = [...toegezegdPerBron(posten)].flatMap(([sleutel, cent]): Geldbevinding[] => {
    const [bron, jaar] = leesDelen(sleutel)
    if (cent <= 0) return []
    const bij = 'Er kwam meer binnen dan in de begroting staat.'
    return [{ regel: 'niet_tijdig_bijgesteld', ernst: 'aandacht', bron, jaar, bedragCent: centen(cent), bij }]
  })
  return [...overig, ...meer]
}

/** Onder nul: moet nog binnenkomen. Boven nul: er kwam meer binnen dan toegezegd. */
const toegezegdPerBron = (posten: readonly Postsaldo[]): Map<string, number> =>
  somPer(posten, ({ rekening }) =>
    rekening.soort === 'toegezegd' ? `${rekening.bron ?? LEEG} ${rekening.jaar}` : undefined,
  )

const onderdelenVan = ({ plan }: Geldbeeld): Map<string, Onderdeel> =>
  new Map(plan.onderdelen.map((onderdeel) => [onderdeel.id, onderdeel]))

const isUitgave = ({ rekening }: Postsaldo): boolean =>
  rekening.soort === 'realisatie' || rekening.soort === 'verplicht'

const buitenLooptijd: Regel = (beeld) => {
  const onderdelen = onderdelenVan(beeld)
  const som = somPer(beeld.posten, (post) => {
    const { rekening } = post
    if (!isUitgave(post) || !('onderdeel' in rekening) || rekening.onderdeel === null) return undefined
    const onderdeel = onderdelen.get(rekening.onderdeel)
    return onderdeel !== undefined && buitenJaren(onderdeel, rekening.jaar)
      ? `${rekening.onderdeel} ${rekening.jaar}`
      : undefined
  })
  return [...som].flatMap(([sleutel, cent]) => {
    const [onderdeel, jaar] = leesDelen(sleutel)
    return cent === 0
      ? []
      : [{ regel: 'buiten_looptijd', ernst: 'waarschijnlijk', onderdeel, jaar, bedragCent: centen(cent) }]
  })
}

/** Geboekt, maar bij welk onderdeel hoort het? Ook een onderdeel dat niet in het plan staat, is onbekend. */
const nietGekoppeld: Regel = (beeld) => {
  const onderdelen = onderdelenVan(beeld)
  const som = somPer(beeld.posten, (post) => {
    const { rekening } = post
    if (!isUitgave(post) || !('onderdeel' in rekening)) return undefined
    const bekend = rekening.onderdeel !== null && onderdelen.has(rekening.onderdeel)
    return bekend ? undefined : `${rekening.onderdeel ?? LEEG} ${rekening.jaar}`
  })
  return [...som].flatMap(([sleutel, cent]) => {
    const [onderdeel, jaar] = leesDelen(sleutel)
    return cent === 0
      ? []
      : [{ regel: 'niet_gekoppeld', ernst: 'waarschijnlijk', onderdeel, jaar, bedragCent: centen(cent) }]
  })
}

const dekkingPerBron = ({ posten }: Geldbeeld): Map<string, number> =>
  somPer(posten, ({ rekening }) => (rekening.soort === 'dekking' ? (rekening.bron ?? LEEG) : undefined))

const bronTekort: Regel = (beeld) =>
  [...dekkingPerBron(beeld)].flatMap(([bron, cent]) =>
    bron === LEEG || cent >= 0
      ? []
      : [{ regel: 'bron_tekort', ernst: 'fout', bron, bedragCent: centen(-cent) }],
  )

const nogTeVerdelen: Regel = (beeld) => {
  const cent = dekkingPerBron(beeld).get(LEEG) ?? 0
  return cent >= 0
    ? []
    : [{ regel: 'nog_te_verdelen', ernst: 'aandacht', bron: null, bedragCent: centen(-cent) }]
}

/** Wat elk jaar terugkomt, betaald uit een bron die eenmalig is. */
const structureelIncidenteel: Regel = (beeld) => {
  const onderdelen = onderdelenVan(beeld)
  const eenmalig = new Set<string>(
    beeld.plan.bronnen.filter(({ aard }) => aard === 'incidenteel').map(({ id }) => id),
  )
  const som = somPer(beeld.posten, ({ rekening, kenmerk, soort }) => {
    if (rekening.soort !== 'ruimte' || !['raming', 'wijziging'].includes(soort)) return undefined
    if (rekening.bron === null || !eenmalig.has(rekening.bron) || rekening.onderdeel === null)
      return undefined
    const aard = kenmerk.aard ?? onderdelen.get(rekening.onderdeel)?.aard
    return aard === 'structureel' ? `${rekening.onderdeel} ${rekening.bron}` : undefined
  })
  return [...som].flatMap(([sleutel, cent]) => {
    const [onderdeel = '', bron = ''] = sleutel.split(' ')
    return cent <= 0
      ? []
      : [
          {
            regel: 'structureel_incidenteel',
            ernst: 'waarschijnlijk',
            onderdeel,
            bron,
            bedragCent: centen(cent),
          },
        ]
  })
}

/** Alleen geld dat van buiten komt, komt op een rekening binnen. */
const VAN_BUITEN = ['rijk', 'provincie', 'overig']

const nietOntvangen: Regel = ({ plan, posten, vandaag }) => {
  if (!posten.some(({ rekening }) => rekening.soort === 'ontvangen')) return []
  const buiten = new Set<string>(
    plan.bronnen.filter(({ soort }) => VAN_BUITEN.includes(soort)).map(({ id }) => id),
  )
  return [...toegezegdPerBron(posten)].flatMap(([sleutel, cent]) => {
    const [bron, jaar] = leesDelen(sleutel)
    if (cent >= 0 || bron === null || !buiten.has(bron) || jaar >= jaarVan(vandaag)) return []
    return [{ regel: 'niet_ontvangen', ernst: 'waarschijnlijk', bron, jaar, bedragCent: centen(-cent) }]
  })
}

const verplichtingVerlopen: Regel = ({ posten, verplichtingen, vandaag }) => {
  const open = somPer(posten, ({ rekening }) =>
    rekening.soort === 'verplicht' ? rekening.verplichting : undefined,
  )
  return verplichtingen.flatMap(({ id, tot }): Geldbevinding[] => {
    const cent: Centen = centen(open.get(id) ?? 0)
    if (tot === null || tot >= vandaag || cent <= 0) return []
    const onderdeel = posten.flatMap(({ rekening }) =>
      rekening.soort === 'verplicht' && rekening.verplichting === id ? [rekening.onderdeel] : [],
    )[0]
    const waar = onderdeel === undefined ? {} : { onderdeel }
    return [
      { regel: 'verplichting_verlopen', ernst: 'aandacht', verplichting: id, ...waar, bedragCent: cent },
    ]
  })
}

export const REGELS: Readonly<Record<Geldregelcode, Regel>> = {
  overschrijding,
  reserve_zonder_raad: reserveZonderRaad,
  niet_tijdig_bijgesteld: nietTijdigBijgesteld,
  buiten_looptijd: buitenLooptijd,
  niet_gekoppeld: nietGekoppeld,
  bron_tekort: bronTekort,
  nog_te_verdelen: nogTeVerdelen,
  structureel_incidenteel: structureelIncidenteel,
  niet_ontvangen: nietOntvangen,
  verplichting_verlopen: verplichtingVerlopen,
}
