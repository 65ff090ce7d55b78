import { geweigerd } from '#basis/uitkomst.ts'
import type { Doel, Indicator, Plan, Sleutel } from '#programma/plan.ts'
import { leesRijen, rijgroepen } from '#programma/wijzigen/rijen.ts'
import {
  alinea,
  Formulierlezer,
  korteTekst,
  leesTwijfel,
  meldDubbel,
  nieuweSleutel,
  ofLeeg,
  TWIJFELGROEP,
  type Veldgroep,
  verplichteZin,
  type Waarden,
  type Wijzigvorm,
  zetOpIndex,
  zin,
} from '#programma/wijzigen/velden.ts'

/** Een doel met zijn indicatoren. */

const LEEG: Doel = { id: '' as Sleutel, titel: '', indicatoren: [] }

const waardenVan = (doel: Doel): Waarden => ({
  titel: doel.titel,
  toelichting: doel.toelichting ?? '',
  twijfel: doel.twijfel ?? '',
  ...Object.fromEntries(
    doel.indicatoren.flatMap((indicator) => [
      [`naam.${indicator.id}`, indicator.naam],
      [`eenheid.${indicator.id}`, indicator.eenheid],
      [`bron.${indicator.id}`, indicator.bron ?? ''],
      [`nulwaarde.${indicator.id}`, indicator.nulwaarde ?? ''],
      [`streefwaarde.${indicator.id}`, indicator.streefwaarde ?? ''],
    ]),
  ),
})

const groepen: Wijzigvorm['groepen'] = (_plan, _sleutel, waarden): Veldgroep[] => [
  {
    velden: [
      { soort: 'regel', naam: 'titel', label: 'Doel', verplicht: true },
      { soort: 'vlak', naam: 'toelichting', label: 'Toelichting', verplicht: false },
    ],
  },
  TWIJFELGROEP,
  ...rijgroepen(
    waarden,
    'naam',
    {
      een: 'Indicator',
      nieuw: 'Nieuwe indicator',
      onder: 'Waaraan zien we dat het doel dichterbij komt? Laat leeg als er geen indicator bij komt.',
    },
    (rij, nieuw) => [
      { soort: 'regel', naam: `naam.${rij}`, label: 'Wat we meten', verplicht: !nieuw },
      {
        soort: 'regel',
        naam: `eenheid.${rij}`,
        label: 'Eenheid',
        uitleg: 'Bijvoorbeeld: mensen per jaar.',
        smal: true,
        verplicht: !nieuw,
      },
      { soort: 'regel', naam: `bron.${rij}`, label: 'Waar het cijfer vandaan komt', verplicht: false },
      {
        soort: 'regel',
        naam: `nulwaarde.${rij}`,
        label: 'Waarde bij het begin',
        smal: true,
        verplicht: false,
      },
      {
        soort: 'regel',
        naam: `streefwaarde.${rij}`,
        label: 'Waar we heen willen',
        smal: true,
        verplicht: false,
      },
    ],
  ),
]

function leesDoel(oud: Doel, getypt: Waarden) {
  const lezer = new Formulierlezer(getypt, waardenVan(oud))
  const titel = lezer.leesAltijd('titel', oud.titel, verplichteZin('het doel'))
  const waarde = (wat: string) => ofLeeg(korteTekst(wat, 100), undefined)
  const indicatoren = leesRijen<Indicator>(lezer, {
    velden: ['naam', 'eenheid', 'bron', 'nulwaarde', 'streefwaarde'],
    bestaand: new Map(oud.indicatoren.map((indicator) => [indicator.id, indicator])),
    lees: (naam, eerder, id) => {
      const wat = lezer.leesAltijd(naam('naam'), eerder?.naam ?? '', verplichteZin('wat we meten'))
      return {
        id: eerder?.id ?? id(wat),
        naam: wat,
        eenheid: lezer.leesAltijd(naam('eenheid'), eerder?.eenheid ?? '', verplichteZin('de eenheid')),
        bron: lezer.lees(naam('bron'), eerder?.bron, zin('waar het cijfer vandaan komt')),
        nulwaarde: lezer.lees(naam('nulwaarde'), eerder?.nulwaarde, waarde('de waarde bij het begin')),
        streefwaarde: lezer.lees(naam('streefwaarde'), eerder?.streefwaarde, waarde('de streefwaarde')),
      }
    },
  })
  const toelichting = lezer.lees('toelichting', oud.toelichting, alinea('de toelichting'))
  const twijfel = leesTwijfel(lezer, oud.twijfel)
  const doel: Doel = { ...oud, titel, toelichting, indicatoren, twijfel }
  return { lezer, doel }
}

const vind = (plan: Plan, sleutel: string): Doel | undefined => plan.doelen.find(({ id }) => id === sleutel)

export const doelVorm: Wijzigvorm = {
  soort: 'doel',
  titel: (plan, sleutel) => `Doel wijzigen: ${vind(plan, sleutel)?.titel ?? sleutel}`,
  lead: 'Zonder indicator kan niemand later zien of het doel is gehaald.',
  waarden: (plan, sleutel) => {
    const doel = vind(plan, sleutel)
    return doel && waardenVan(doel)
  },
  groepen,
  pasToe: (plan, sleutel, getypt) => {
    const oud = vind(plan, sleutel)
    if (oud === undefined) return geweigerd([{ veld: 'titel', tekst: 'Dit doel is er niet meer.' }])
    const { lezer, doel } = leesDoel(oud, getypt)
    const doelen = zetOpIndex(plan.doelen, plan.doelen.indexOf(oud), doel)
    return lezer.uitkomst({ ...plan, doelen }, sleutel)
  },
  terug: (sleutel) => `/doelen/${sleutel}`,
}

export const nieuwDoel: Wijzigvorm = {
  soort: 'doel',
  titel: () => 'Doel toevoegen',
  lead: 'Een doel zegt wat het programma wil bereiken. Aan een onderdeel vinkt u daarna aan dat het eraan bijdraagt.',
  waarden: () => waardenVan(LEEG),
  groepen,
  pasToe: (plan, _sleutel, getypt) => {
    const { lezer, doel } = leesDoel(LEEG, getypt)
    meldDubbel(
      lezer,
      'titel',
      'doel',
      plan.doelen.map((ander) => ander.titel),
    )
    const bestaand = plan.doelen.map((ander) => ander.id)
    const id = nieuweSleutel(doel.titel, bestaand, 'doel')
    return lezer.uitkomst({ ...plan, doelen: [...plan.doelen, { ...doel, id }] }, id)
  },
  terug: (sleutel) => `/doelen/${sleutel}`,
}
