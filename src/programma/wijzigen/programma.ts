import { toonTijdvak } from '#basis/datum.ts'
import { TIJDVAK_UITLEG } from '#basis/tijdvak-invoer.ts'
import { geweigerd } from '#basis/uitkomst.ts'
import type { Groep, Plan, Programma, Sleutel } from '#programma/plan.ts'
import {
  alinea,
  Formulierlezer,
  korteTekst,
  meldDubbel,
  nieuweSleutel,
  ofLeeg,
  type Veldgroep,
  verplichteAlinea,
  verplichteZin,
  verplichtTijdvak,
  type Waarden,
  type Wijzigvorm,
  zetOpIndex,
} from '#programma/wijzigen/velden.ts'

/** De tekst van het programma zelf, en zijn groepen. */

const programmawaarden = (programma: Programma): Waarden => ({
  titel: programma.titel,
  van: toonTijdvak(programma.van),
  tot: toonTijdvak(programma.tot),
  hoofddoel: programma.hoofddoel ?? '',
  toelichting: programma.toelichting ?? '',
  herkomst: programma.herkomst,
})

export const programmaVorm: Wijzigvorm = {
  soort: 'programma',
  titel: () => 'Programma wijzigen',
  lead: 'De titel, de looptijd en het hoofddoel. Dit staat bovenaan de eerste pagina.',
  waarden: (plan, sleutel) => (plan.programma.id === sleutel ? programmawaarden(plan.programma) : undefined),
  groepen: () => [
    {
      velden: [
        { soort: 'regel', naam: 'titel', label: 'Titel', verplicht: true },
        { soort: 'regel', naam: 'van', label: 'Begin', uitleg: TIJDVAK_UITLEG, smal: true, verplicht: true },
        { soort: 'regel', naam: 'tot', label: 'Eind (tot en met)', smal: true, verplicht: true },
        { soort: 'vlak', naam: 'hoofddoel', label: 'Hoofddoel', regels: 5, verplicht: false },
        { soort: 'vlak', naam: 'toelichting', label: 'Toelichting', verplicht: false },
        {
          soort: 'vlak',
          naam: 'herkomst',
          label: 'Waar de gegevens vandaan komen',
          verplicht: true,
        },
      ],
    },
  ],
  pasToe: (plan, sleutel, getypt) => {
    const oud = plan.programma
    const lezer = new Formulierlezer(getypt, programmawaarden(oud))
    const van = lezer.lees('van', oud.van, verplichtTijdvak('wanneer het programma begint'))
    const tot = lezer.lees('tot', oud.tot, verplichtTijdvak('wanneer het programma eindigt'))
    if (tot.slice(0, 4) < van.slice(0, 4))
      lezer.meld('tot', 'Het eind ligt vóór het begin. Verander een van de twee.')
    const programma: Programma = {
      ...oud,
      titel: lezer.leesAltijd('titel', oud.titel, verplichteZin('een titel')),
      van,
      tot,
      hoofddoel: lezer.lees('hoofddoel', oud.hoofddoel, ofLeeg(verplichteAlinea('het hoofddoel'), null)),
      toelichting: lezer.lees('toelichting', oud.toelichting, alinea('de toelichting')),
      herkomst: lezer.leesAltijd(
        'herkomst',
        oud.herkomst,
        verplichteAlinea('waar de gegevens vandaan komen'),
      ),
    }
    return lezer.uitkomst({ ...plan, programma }, sleutel)
  },
  terug: () => '/',
}

const LEEG: Groep = { id: '' as Sleutel, titel: '', code: null }

const groepwaarden = (groep: Groep): Waarden => ({
  titel: groep.titel,
  code: groep.code ?? '',
  toelichting: groep.toelichting ?? '',
})

const groepvelden = (): Veldgroep[] => [
  {
    velden: [
      { soort: 'regel', naam: 'titel', label: 'Naam van de groep', verplicht: true },
      { soort: 'regel', naam: 'code', label: 'Nummer', smal: true, verplicht: false },
      { soort: 'vlak', naam: 'toelichting', label: 'Toelichting', verplicht: false },
    ],
  },
]

function leesGroep(oud: Groep, getypt: Waarden) {
  const lezer = new Formulierlezer(getypt, groepwaarden(oud))
  const groep: Groep = {
    ...oud,
    titel: lezer.leesAltijd('titel', oud.titel, verplichteZin('de naam van de groep')),
    code: lezer.lees('code', oud.code, ofLeeg(korteTekst('het nummer', 40), null)),
    toelichting: lezer.lees('toelichting', oud.toelichting, alinea('de toelichting')),
  }
  return { lezer, groep }
}

const vindGroep = (plan: Plan, sleutel: string): Groep | undefined =>
  plan.groepen.find(({ id }) => id === sleutel)

export const groepVorm: Wijzigvorm = {
  soort: 'groep',
  titel: (plan, sleutel) => `Groep wijzigen: ${vindGroep(plan, sleutel)?.titel ?? sleutel}`,
  lead: 'Een groep houdt onderdelen bij elkaar. Welke dat zijn, kiest u bij het onderdeel.',
  waarden: (plan, sleutel) => {
    const groep = vindGroep(plan, sleutel)
    return groep && groepwaarden(groep)
  },
  groepen: groepvelden,
  pasToe: (plan, sleutel, getypt) => {
    const oud = vindGroep(plan, sleutel)
    if (oud === undefined) return geweigerd([{ veld: 'titel', tekst: 'Deze groep is er niet meer.' }])
    const { lezer, groep } = leesGroep(oud, getypt)
    const groepen = zetOpIndex(plan.groepen, plan.groepen.indexOf(oud), groep)
    return lezer.uitkomst({ ...plan, groepen }, sleutel)
  },
  terug: (sleutel) => `/groepen/${sleutel}`,
}

export const nieuweGroep: Wijzigvorm = {
  soort: 'groep',
  titel: () => 'Groep toevoegen',
  lead: 'Een groep houdt onderdelen bij elkaar. Welke dat zijn, kiest u daarna bij het onderdeel.',
  waarden: () => groepwaarden(LEEG),
  groepen: groepvelden,
  pasToe: (plan, _sleutel, getypt) => {
    const { lezer, groep } = leesGroep(LEEG, getypt)
    meldDubbel(
      lezer,
      'titel',
      'groep',
      plan.groepen.map((ander) => ander.titel),
    )
    const bestaand = plan.groepen.map((ander) => ander.id)
    const id = nieuweSleutel(groep.titel, bestaand, 'groep')
    return lezer.uitkomst({ ...plan, groepen: [...plan.groepen, { ...groep, id }] }, id)
  },
  terug: (sleutel) => `/groepen/${sleutel}`,
}
