import { centen, toonBedrag } from '#basis/geld.ts'
import { geweigerd } from '#basis/uitkomst.ts'
import { AARDEN, BRONSOORTEN, type Bron, type Plan, type Sleutel, VERANTWOORDINGEN } from '#programma/plan.ts'
import { AARDNAAM } from '#programma/wijzigen/onderdeel-velden.ts'
import { leesRijen, rijgroepen } from '#programma/wijzigen/rijen.ts'
import {
  alinea,
  bedrag,
  Formulierlezer,
  jaartal,
  keuze,
  leesTwijfel,
  meldDubbel,
  nieuweSleutel,
  ofLeeg,
  TWIJFELGROEP,
  verplichteZin,
  type Waarden,
  type Wijzigvorm,
  zetOpIndex,
} from '#programma/wijzigen/velden.ts'

/** Een bron met wat zij inbrengt. */

const BRONSOORTNAAM = {
  rijk: 'het Rijk',
  provincie: 'de provincie',
  reserve: 'een reserve',
  begroting: 'de begroting van de gemeente',
  saldo: 'een saldo',
  'vorig-programma': 'een vorig programma',
  overig: 'iets anders',
} as const
const VERANTWOORDINGNAAM = {
  sisa: 'aan het Rijk (SiSa)',
  geen: 'niet nodig',
  provincie: 'aan de provincie',
  eigen: 'in de eigen jaarrekening',
  onbekend: 'niet bekend',
} as const

type Ontvangst = Bron['ontvangsten'][number]

const LEEG: Bron = {
  id: '' as Sleutel,
  naam: '',
  soort: 'rijk',
  ontvangsten: [],
  aard: 'onbekend',
  verantwoording: 'onbekend',
}

/** Een ontvangst heeft geen eigen sleutel; naam en jaar maken er een, zodat een rij haar plek niet ruilt. */
function ontvangstrijen(bron: Bron): Map<string, Ontvangst> {
  const rijen = new Map<string, Ontvangst>()
  for (const ontvangst of bron.ontvangsten)
    rijen.set(nieuweSleutel(`${ontvangst.naam} ${ontvangst.jaar ?? ''}`, rijen.keys(), 'post'), ontvangst)
  return rijen
}

const waardenVan = (bron: Bron): Waarden => ({
  naam: bron.naam,
  soort: bron.soort,
  aard: bron.aard,
  verantwoording: bron.verantwoording,
  voorwaarden: bron.voorwaarden ?? '',
  twijfel: bron.twijfel ?? '',
  ...Object.fromEntries(
    [...ontvangstrijen(bron)].flatMap(([rij, { naam, jaar, bedragCent }]) => [
      [`post.${rij}`, naam],
      [`jaar.${rij}`, jaar === null ? '' : String(jaar)],
      [`bedrag.${rij}`, toonBedrag(bedragCent).replace('\u2212', '-')],
    ]),
  ),
})

const keuzes = <Waarde extends string>(
  mogelijk: readonly Waarde[],
  namen: Readonly<Record<Waarde, string>>,
) => mogelijk.map((waarde) => ({ waarde, tekst: namen[waarde] }))

const groepen: Wijzigvorm['groepen'] = (_plan, _sleutel, waarden) => [
  {
    velden: [
      { soort: 'regel', naam: 'naam', label: 'Naam van de bron', verplicht: true },
      { soort: 'keuze', naam: 'soort', label: 'Komt van', keuzes: keuzes(BRONSOORTEN, BRONSOORTNAAM) },
      { soort: 'keuze', naam: 'aard', label: 'Soort geld', keuzes: keuzes(AARDEN, AARDNAAM) },
      {
        soort: 'keuze',
        naam: 'verantwoording',
        label: 'Verantwoording',
        keuzes: keuzes(VERANTWOORDINGEN, VERANTWOORDINGNAAM),
      },
      { soort: 'vlak', naam: 'voorwaarden', label: 'Voorwaarden', verplicht: false },
    ],
  },
  TWIJFELGROEP,
  ...rijgroepen(
    waarden,
    'post',
    { een: 'Ontvangst', nieuw: 'Nieuwe ontvangst', onder: 'Laat leeg als er geen ontvangst bij komt.' },
    (rij, nieuw) => [
      { soort: 'regel', naam: `post.${rij}`, label: 'Omschrijving', verplicht: !nieuw },
      {
        soort: 'regel',
        naam: `jaar.${rij}`,
        label: 'Jaar van ontvangst',
        uitleg: 'Leeg als het plan geen jaar noemt.',
        smal: true,
        verplicht: false,
      },
      { soort: 'bedrag', naam: `bedrag.${rij}`, label: 'Bedrag (€)', verplicht: !nieuw },
    ],
  ),
]

function leesBron(oud: Bron, getypt: Waarden) {
  const lezer = new Formulierlezer(getypt, waardenVan(oud))
  const ontvangsten = leesRijen<Ontvangst>(lezer, {
    velden: ['post', 'jaar', 'bedrag'],
    bestaand: ontvangstrijen(oud),
    lees: (naam, eerder) => ({
      ...eerder,
      naam: lezer.leesAltijd(naam('post'), eerder?.naam ?? '', verplichteZin('een omschrijving')),
      jaar: lezer.lees(naam('jaar'), eerder?.jaar ?? null, ofLeeg(jaartal, null)),
      bedragCent: lezer.leesAltijd(naam('bedrag'), eerder?.bedragCent ?? centen(0), bedrag),
    }),
  })
  const bron: Bron = {
    ...oud,
    naam: lezer.leesAltijd('naam', oud.naam, verplichteZin('de naam van de bron')),
    soort: lezer.lees('soort', oud.soort, keuze(BRONSOORTEN, 'waar het geld vandaan komt')),
    aard: lezer.lees('aard', oud.aard, keuze(AARDEN, 'de soort geld')),
    verantwoording: lezer.lees(
      'verantwoording',
      oud.verantwoording,
      keuze(VERANTWOORDINGEN, 'de verantwoording'),
    ),
    voorwaarden: lezer.lees('voorwaarden', oud.voorwaarden, alinea('de voorwaarden')),
    ontvangsten,
    twijfel: leesTwijfel(lezer, oud.twijfel),
  }
  return { lezer, bron }
}

const vind = (plan: Plan, sleutel: string): Bron | undefined => plan.bronnen.find(({ id }) => id === sleutel)

export const bronVorm: Wijzigvorm = {
  soort: 'bron',
  titel: (plan, sleutel) => `Bron wijzigen: ${vind(plan, sleutel)?.naam ?? sleutel}`,
  lead: 'Wat deze bron inbrengt, per jaar van ontvangst.',
  waarden: (plan, sleutel) => {
    const bron = vind(plan, sleutel)
    return bron && waardenVan(bron)
  },
  groepen,
  pasToe: (plan, sleutel, getypt) => {
    const oud = vind(plan, sleutel)
    if (oud === undefined) return geweigerd([{ veld: 'naam', tekst: 'Deze bron is er niet meer.' }])
    const { lezer, bron } = leesBron(oud, getypt)
    const bronnen = zetOpIndex(plan.bronnen, plan.bronnen.indexOf(oud), bron)
    return lezer.uitkomst({ ...plan, bronnen }, sleutel)
  },
  terug: (sleutel) => `/bronnen/${sleutel}`,
}

export const nieuweBron: Wijzigvorm = {
  soort: 'bron',
  titel: () => 'Bron toevoegen',
  lead: 'Waar geld voor het programma vandaan komt. Aan een onderdeel vinkt u daarna aan dat het eruit betaald kan worden.',
  waarden: () => waardenVan(LEEG),
  groepen,
  pasToe: (plan, _sleutel, getypt) => {
    const { lezer, bron } = leesBron(LEEG, getypt)
    meldDubbel(
      lezer,
      'naam',
      'bron',
      plan.bronnen.map((ander) => ander.naam),
    )
    const bestaand = plan.bronnen.map((ander) => ander.id)
    const id = nieuweSleutel(bron.naam, bestaand, 'bron')
    return lezer.uitkomst({ ...plan, bronnen: [...plan.bronnen, { ...bron, id }] }, id)
  },
  terug: (sleutel) => `/bronnen/${sleutel}`,
}
