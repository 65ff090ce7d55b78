import { geweigerd } from '#basis/uitkomst.ts'
import { leesDecimaal, MAATNAAM, MATEN, RICHTINGEN, RICHTINGNAAM } from '#metingen/deur.ts'
import { voorstelVan } from '#programma/doelen/voorstellen.ts'
import type { Doel, Indicator, Plan, Sleutel } from '#programma/plan.ts'
import { leesRijen, rijgroepen } from '#programma/wijzigen/rijen.ts'
import {
  alinea,
  Formulierlezer,
  jaartal,
  keuze,
  korteTekst,
  leesTwijfel,
  meldDubbel,
  nieuweSleutel,
  type Ontleder,
  ofLeeg,
  TWIJFELGROEP,
  type Veld,
  type Veldgroep,
  verplichteZin,
  type Waarden,
  type Wijzigvorm,
  zetOpIndex,
  zin,
} from '#programma/wijzigen/velden.ts'

/** Een doel met zijn indicatoren. */

const VELDEN = [
  'naam',
  'eenheid',
  'bron',
  'nulwaarde',
  'streefwaarde',
  'definitie',
  'maat',
  'richting',
  'nuljaar',
  'streefjaar',
  'streefTot',
  'meetrol',
] as const satisfies readonly [string, ...string[]]

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
      [`definitie.${indicator.id}`, indicator.definitie ?? ''],
      [`maat.${indicator.id}`, indicator.maat ?? ''],
      [`richting.${indicator.id}`, indicator.richting ?? ''],
      [`nuljaar.${indicator.id}`, String(indicator.nuljaar ?? '')],
      [`streefjaar.${indicator.id}`, String(indicator.streefjaar ?? '')],
      [`streefTot.${indicator.id}`, indicator.streefTot ?? ''],
      [`meetrol.${indicator.id}`, indicator.meetrol ?? ''],
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
    indicatorvelden,
  ),
]

/** De velden van één indicator; wat er niet is, blijft uit het plan. */
function indicatorvelden(rij: string, nieuw: boolean): Veld[] {
  const kort = (naam: string, label: string, uitleg?: string): Veld => ({
    soort: 'regel',
    naam: `${naam}.${rij}`,
    label,
    smal: true,
    verplicht: false,
    ...(uitleg !== undefined && { uitleg }),
  })
  return [
    { soort: 'regel', naam: `naam.${rij}`, label: 'Wat we meten', verplicht: !nieuw },
    {
      soort: 'vlak',
      naam: `definitie.${rij}`,
      label: 'Definitie',
      uitleg: 'Wat precies geteld wordt, bij wie en wanneer.',
      regels: 2,
      verplicht: false,
    },
    {
      soort: 'regel',
      naam: `eenheid.${rij}`,
      label: 'Eenheid',
      uitleg: 'Bijvoorbeeld: procent, of mensen per jaar.',
      smal: true,
      verplicht: !nieuw,
    },
    {
      soort: 'keuze',
      naam: `maat.${rij}`,
      label: 'Wat voor getal het is',
      uitleg: 'Bij mensen en percentages rekent Omzien een marge uit, en schermt het kleine aantallen af.',
      keuzes: MATEN.map((maat) => ({ waarde: maat, tekst: MAATNAAM[maat] })),
      leeg: 'Volgt uit de eenheid',
      verplicht: false,
    },
    {
      soort: 'keuze',
      naam: `richting.${rij}`,
      label: 'Wanneer gaat het goed?',
      keuzes: RICHTINGEN.map((richting) => ({ waarde: richting, tekst: RICHTINGNAAM[richting] })),
      leeg: 'Volgt uit begin en streefwaarde',
      verplicht: false,
    },
    { soort: 'regel', naam: `bron.${rij}`, label: 'Waar het cijfer vandaan komt', verplicht: false },
    {
      soort: 'regel',
      naam: `meetrol.${rij}`,
      label: 'Wie meet',
      uitleg: 'Een rol, geen naam van een persoon.',
      verplicht: false,
    },
    kort('nulwaarde', 'Waarde bij het begin', 'Een getal, zoals 68 of 12,5.'),
    kort('nuljaar', 'Jaar van het begin'),
    kort('streefwaarde', 'Waar we heen willen', 'Een getal, zoals 85. Bij een bereik: de onderkant.'),
    kort('streefTot', 'Bovenkant van het bereik', 'Alleen als een bereik goed is.'),
    kort('streefjaar', 'In welk jaar'),
  ]
}

/** Een getal waar later mee gerekend wordt; wat al als woorden in het plan stond, mag blijven. */
const getal =
  (wat: string): Ontleder<string> =>
  (tekst) =>
    leesDecimaal(tekst) === undefined
      ? geweigerd(`Wij herkennen ${wat} niet als getal. Schrijf bijvoorbeeld 85 of 12,5.`)
      : korteTekst(wat, 100)(tekst)

function leesDoel(oud: Doel, getypt: Waarden) {
  const lezer = new Formulierlezer(getypt, waardenVan(oud))
  const titel = lezer.leesAltijd('titel', oud.titel, verplichteZin('het doel'))
  const waarde = (wat: string) => ofLeeg(getal(wat), undefined)
  const indicatoren = leesRijen<Indicator>(lezer, {
    velden: VELDEN,
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
        definitie: lezer.lees(naam('definitie'), eerder?.definitie, alinea('de definitie')),
        maat: lezer.lees(
          naam('maat'),
          eerder?.maat,
          ofLeeg(keuze(MATEN, 'wat voor getal het is'), undefined),
        ),
        richting: lezer.lees(
          naam('richting'),
          eerder?.richting,
          ofLeeg(keuze(RICHTINGEN, 'wanneer het goed gaat'), undefined),
        ),
        nuljaar: lezer.lees(naam('nuljaar'), eerder?.nuljaar, ofLeeg(jaartal, undefined)),
        streefjaar: lezer.lees(naam('streefjaar'), eerder?.streefjaar, ofLeeg(jaartal, undefined)),
        streefTot: lezer.lees(naam('streefTot'), eerder?.streefTot, waarde('de bovenkant')),
        meetrol: lezer.lees(naam('meetrol'), eerder?.meetrol, zin('wie meet')),
      }
    },
  })
  const toelichting = lezer.lees('toelichting', oud.toelichting, alinea('de toelichting'))
  const twijfel = leesTwijfel(lezer, oud.twijfel)
  const doel: Doel = { ...oud, titel, toelichting, indicatoren, twijfel }
  return { lezer, doel }
}

/** Een voorstel vult alleen de lege rij; wie kiest, kijkt het na en bewaart zelf. */
function voorstelwaarden(naam: string): Waarden {
  const voorstel = voorstelVan(naam)
  if (voorstel === undefined) return {}
  const { id: _, thema: __, ...velden } = voorstel
  return Object.fromEntries(Object.entries(velden).map(([veld, waarde]) => [`${veld}.N1`, waarde]))
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
  vooraf: (naam) => voorstelwaarden(naam),
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
