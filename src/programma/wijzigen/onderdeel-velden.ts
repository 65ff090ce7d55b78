import { type Tijdvak, toonTijdvak } from '#basis/datum.ts'
import { TIJDVAK_UITLEG } from '#basis/tijdvak-invoer.ts'
import { AARDEN, type Onderdeel, type Plan, type Sleutel } from '#programma/plan.ts'
import {
  noemOnderdeel,
  TWIJFELGROEP,
  type Veld,
  type Veldgroep,
  vinkjesWaarden,
  type Waarden,
} from '#programma/wijzigen/velden.ts'

/** Wat het scherm van een onderdeel toont en vraagt. */

export const AARDNAAM = {
  incidenteel: 'incidenteel',
  structureel: 'structureel',
  onbekend: 'niet bekend',
} as const

export const LEEG: Onderdeel = {
  id: '' as Sleutel,
  code: null,
  titel: '',
  aliassen: [],
  groep: null,
  ouder: null,
  doel: null,
  doelen: [],
  planning: {},
  mijlpalen: [],
  partners: [],
  relaties: [],
  eigenaarrol: null,
  bronnen: [],
  aard: 'onbekend',
}

export const tijd = (vak: Tijdvak | null | undefined): string =>
  vak === undefined || vak === null ? '' : toonTijdvak(vak)

export const vindOnderdeel = (plan: Plan, sleutel: string): Onderdeel | undefined =>
  plan.onderdelen.find(({ id }) => id === sleutel)

export const zetOnderdeel = (plan: Plan, onderdeel: Onderdeel): Plan => ({
  ...plan,
  onderdelen: plan.onderdelen.map((ander) => (ander.id === onderdeel.id ? onderdeel : ander)),
})

export function onderdeelwaarden(plan: Plan, onderdeel: Onderdeel): Waarden {
  const { planning } = onderdeel
  return {
    titel: onderdeel.titel,
    code: onderdeel.code ?? '',
    groep: onderdeel.groep ?? '',
    ouder: onderdeel.ouder ?? '',
    doel: onderdeel.doel ?? '',
    ...vinkjesWaarden('doelen', onderdeel.doelen),
    aliassen: onderdeel.aliassen.join('\n'),
    van: tijd(planning.van),
    tot: tijd(planning.tot),
    verwacht: planning.verwacht ? 'ja' : '',
    planningtekst: planning.tekst ?? '',
    eigenaarrol: onderdeel.eigenaarrol ?? '',
    partners: onderdeel.partners.join('\n'),
    ...vinkjesWaarden('bronnen', onderdeel.bronnen),
    aard: onderdeel.aard,
    twijfel: onderdeel.twijfel ?? '',
    relaties: onderdeel.relaties
      .map(({ naar, toelichting }) => noemOnderdeel(plan, naar) + (toelichting ? `: ${toelichting}` : ''))
      .join('\n'),
  }
}

const vinkjes = (voor: string, dingen: readonly { id: string; titel: string }[]): Veld[] =>
  dingen.map(({ id, titel }) => ({ soort: 'vinkje', naam: `${voor}.${id}`, label: titel }))

const PLANNING: Veldgroep = {
  kop: 'Planning',
  onder: TIJDVAK_UITLEG,
  velden: [
    { soort: 'regel', naam: 'van', label: 'Begin', smal: true, verplicht: false },
    { soort: 'regel', naam: 'tot', label: 'Eind (tot en met)', smal: true, verplicht: false },
    { soort: 'vinkje', naam: 'verwacht', label: 'Begin of eind is een verwachting' },
    { soort: 'vlak', naam: 'planningtekst', label: 'Planning in woorden', regels: 3, verplicht: false },
  ],
}

const WIE_EN_WAARMEE: Veldgroep = {
  kop: 'Wie en waarmee',
  velden: [
    {
      soort: 'regel',
      naam: 'eigenaarrol',
      label: 'Rol van de eigenaar',
      uitleg: 'Een rol, geen naam van een persoon. Bijvoorbeeld: teamleider inkomen.',
      verplicht: false,
    },
    {
      soort: 'vlak',
      naam: 'partners',
      label: 'Partners',
      uitleg: 'Eén organisatie per regel.',
      verplicht: false,
    },
    {
      soort: 'vlak',
      naam: 'relaties',
      label: 'Hangt samen met',
      uitleg:
        'Eén onderdeel per regel: het nummer of de titel, en daarna als u wilt een dubbele punt met uitleg.',
      verplicht: false,
    },
    {
      soort: 'keuze',
      naam: 'aard',
      label: 'Soort kosten',
      keuzes: AARDEN.map((aard) => ({ waarde: aard, tekst: AARDNAAM[aard] })),
    },
  ],
}

export function onderdeelgroepen(plan: Plan, sleutel: string): Veldgroep[] {
  const anderen = plan.onderdelen.filter(({ id }) => id !== sleutel)
  return [
    {
      velden: [
        { soort: 'regel', naam: 'titel', label: 'Titel', verplicht: true },
        {
          soort: 'regel',
          naam: 'code',
          label: 'Nummer',
          uitleg: 'Zoals het in het plan staat, bijvoorbeeld 5.3.6.',
          smal: true,
          verplicht: false,
        },
        {
          soort: 'keuze',
          naam: 'groep',
          label: 'Groep',
          leeg: 'Geen groep',
          keuzes: plan.groepen.map(({ id, titel }) => ({ waarde: id, tekst: titel })),
        },
        {
          soort: 'keuze',
          naam: 'ouder',
          label: 'Valt onder',
          leeg: 'Valt niet onder een ander onderdeel',
          keuzes: anderen.map(({ id, titel }) => ({ waarde: id, tekst: titel })),
        },
        {
          soort: 'vlak',
          naam: 'aliassen',
          label: 'Andere namen',
          uitleg: 'Namen die ook voorkomen. Eén per regel.',
          regels: 2,
          verplicht: false,
        },
      ],
    },
    {
      kop: 'Wat willen we bereiken',
      velden: [{ soort: 'vlak', naam: 'doel', label: 'Doel in eigen woorden', regels: 5, verplicht: false }],
    },
    {
      kop: 'Aan welke doelen van het programma draagt dit bij?',
      velden: vinkjes('doelen', plan.doelen),
    },
    PLANNING,
    WIE_EN_WAARMEE,
    {
      kop: 'Uit welke bronnen kan dit betaald worden?',
      velden: vinkjes(
        'bronnen',
        plan.bronnen.map(({ id, naam }) => ({ id, titel: naam })),
      ),
    },
    TWIJFELGROEP,
  ]
}
