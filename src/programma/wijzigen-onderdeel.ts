import { eersteDag, laatsteDag, type Tijdvak, toonTijdvak } from '#basis/datum.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { AARDEN, type Onderdeel, type Plan, type Planning, type Sleutel } from '#programma/plan.ts'
import { TIJDVAK_UITLEG } from '#programma/tijdvak-invoer.ts'
import {
  alinea,
  Formulierlezer,
  keuze,
  korteTekst,
  leesVinkjes,
  lijst,
  nieuweSleutel,
  noemOnderdeel,
  type Ontleder,
  ofLeeg,
  regelsVan,
  type Veld,
  type Veldgroep,
  verplichteAlinea,
  verplichteZin,
  verplichtTijdvak,
  vinkjesWaarden,
  type Waarden,
  type Wijzigvorm,
  zin,
  zoekOnderdeel,
} from '#programma/wijzigen-velden.ts'

/** De schermen die één onderdeel veranderen, behalve zijn mijlpalen en zijn geld. */

export const AARDNAAM = {
  incidenteel: 'incidenteel',
  structureel: 'structureel',
  onbekend: 'niet bekend',
} as const

const LEEG: Onderdeel = {
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

function waardenVan(plan: Plan, onderdeel: Onderdeel): Waarden {
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
    relaties: onderdeel.relaties
      .map(({ naar, toelichting }) => noemOnderdeel(plan, naar) + (toelichting ? `: ${toelichting}` : ''))
      .join('\n'),
  }
}

const vinkjes = (voor: string, dingen: readonly { id: string; titel: string }[]): Veld[] =>
  dingen.map(({ id, titel }) => ({ soort: 'vinkje', naam: `${voor}.${id}`, label: titel }))

function groepenVan(plan: Plan, sleutel: string): Veldgroep[] {
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
    {
      kop: 'Planning',
      onder: TIJDVAK_UITLEG,
      velden: [
        { soort: 'regel', naam: 'van', label: 'Begin', smal: true, verplicht: false },
        { soort: 'regel', naam: 'tot', label: 'Eind (tot en met)', smal: true, verplicht: false },
        { soort: 'vinkje', naam: 'verwacht', label: 'Begin of eind is een verwachting' },
        { soort: 'vlak', naam: 'planningtekst', label: 'Planning in woorden', regels: 3, verplicht: false },
      ],
    },
    {
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
    },
    {
      kop: 'Uit welke bronnen kan dit betaald worden?',
      velden: vinkjes(
        'bronnen',
        plan.bronnen.map(({ id, naam }) => ({ id, titel: naam })),
      ),
    },
  ]
}

/** `titel: toelichting` per regel; het langste stuk dat een onderdeel noemt, is de titel. */
const relaties =
  (plan: Plan): Ontleder<Onderdeel['relaties']> =>
  (tekst) => {
    const gelezen: Onderdeel['relaties'] = []
    for (const regel of regelsVan(tekst)) {
      const relatie = leesRelatie(plan, regel)
      if (relatie === undefined)
        return geweigerd(
          `In dit plan staat geen onderdeel ‘${regel.slice(0, 80)}’. Gebruik het nummer of de titel.`,
        )
      const kort = zin('de uitleg bij een relatie')(relatie.toelichting)
      if (!kort.ok) return kort
      gelezen.push({ naar: relatie.naar, ...(kort.waarde === undefined ? {} : { toelichting: kort.waarde }) })
    }
    return gelukt(gelezen)
  }

function leesRelatie(plan: Plan, regel: string): { naar: Sleutel; toelichting: string } | undefined {
  for (let eind = regel.length; eind > 0; eind = regel.lastIndexOf(':', eind - 1)) {
    const onderdeel = zoekOnderdeel(plan, regel.slice(0, eind).trim())
    if (onderdeel !== undefined) return { naar: onderdeel.id, toelichting: regel.slice(eind + 1).trim() }
  }
  return undefined
}

function leesPlanning(lezer: Formulierlezer, oud: Planning): Planning {
  const van = lezer.lees('van', oud.van, ofLeeg(verplichtTijdvak('wanneer het begint'), undefined))
  const tot = lezer.lees('tot', oud.tot, ofLeeg(verplichtTijdvak('wanneer het eindigt'), undefined))
  const geraakt = lezer.aangeraakt('van') || lezer.aangeraakt('tot')
  if (geraakt && van !== undefined && tot !== undefined && eersteDag(van) > laatsteDag(tot))
    lezer.meld('tot', 'Het eind ligt vóór het begin. Verander een van de twee.')
  return {
    van,
    tot,
    tekst: lezer.lees('planningtekst', oud.tekst, alinea('de planning in woorden')),
    verwacht: lezer.aan('verwacht') ? true : undefined,
  }
}

function leesOnderdeel(plan: Plan, oud: Onderdeel, getypt: Waarden) {
  const lezer = new Formulierlezer(getypt, waardenVan(plan, oud))
  const titel = lezer.leesAltijd('titel', oud.titel, verplichteZin('een titel'))
  const naarNull =
    <Waarde>(ontleed: Ontleder<Waarde>): Ontleder<Waarde | null> =>
    (tekst) =>
      ofLeeg(ontleed, null)(tekst)
  const ouder = lezer.lees(
    'ouder',
    oud.ouder,
    naarNull(
      keuze(
        plan.onderdelen.map(({ id }) => id),
        'een onderdeel',
      ),
    ),
  )
  if (valtOnder(plan, ouder, oud.id))
    lezer.meld('ouder', 'Dit onderdeel kan niet onder zichzelf vallen. Kies een ander onderdeel.')
  const onderdeel: Onderdeel = {
    ...oud,
    titel,
    code: lezer.lees('code', oud.code, naarNull(korteTekst('het nummer', 40))),
    groep: lezer.lees(
      'groep',
      oud.groep,
      naarNull(
        keuze(
          plan.groepen.map(({ id }) => id),
          'een groep',
        ),
      ),
    ),
    ouder,
    doel: lezer.lees('doel', oud.doel, naarNull(verplichteAlinea('het doel'))),
    doelen: leesVinkjes(lezer, 'doelen', plan.doelen, oud.doelen),
    aliassen: lezer.lees('aliassen', oud.aliassen, lijst('de andere namen')),
    planning: leesPlanning(lezer, oud.planning),
    eigenaarrol: lezer.lees('eigenaarrol', oud.eigenaarrol, naarNull(verplichteZin('de rol'))),
    partners: lezer.lees('partners', oud.partners, lijst('de partners')),
    relaties: lezer.lees('relaties', oud.relaties, relaties(plan)),
    bronnen: leesVinkjes(lezer, 'bronnen', plan.bronnen, oud.bronnen),
    aard: lezer.lees('aard', oud.aard, keuze(AARDEN, 'de soort kosten')),
  }
  return { lezer, onderdeel }
}

function valtOnder(plan: Plan, ouder: Sleutel | null, zelf: Sleutel): boolean {
  const gezien = new Set<string>()
  for (let boven = ouder; boven !== null && !gezien.has(boven); ) {
    if (boven === zelf) return true
    gezien.add(boven)
    boven = vindOnderdeel(plan, boven)?.ouder ?? null
  }
  return false
}

export const onderdeelVorm: Wijzigvorm = {
  soort: 'onderdeel',
  titel: (plan, sleutel) => `${vindOnderdeel(plan, sleutel)?.titel ?? sleutel} wijzigen`,
  lead: 'Verander wat u wilt. Wat u niet aanraakt, blijft zoals het is.',
  waarden: (plan, sleutel) => {
    const onderdeel = vindOnderdeel(plan, sleutel)
    return onderdeel && waardenVan(plan, onderdeel)
  },
  groepen: groepenVan,
  pasToe: (plan, sleutel, getypt) => {
    const oud = vindOnderdeel(plan, sleutel)
    if (oud === undefined) return geweigerd([{ veld: 'titel', tekst: 'Dit onderdeel is er niet meer.' }])
    const { lezer, onderdeel } = leesOnderdeel(plan, oud, getypt)
    return lezer.uitkomst(zetOnderdeel(plan, onderdeel), sleutel)
  },
  terug: (sleutel) => `/onderdelen/${sleutel}`,
}

export const nieuwOnderdeel: Wijzigvorm = {
  soort: 'onderdeel',
  titel: () => 'Onderdeel toevoegen',
  lead: 'Alleen een titel is nodig. De rest kan later. Geld en mijlpalen voegt u toe als het onderdeel er is.',
  waarden: (plan) => waardenVan(plan, LEEG),
  groepen: (plan) => groepenVan(plan, ''),
  pasToe: (plan, _sleutel, getypt) => {
    const { lezer, onderdeel } = leesOnderdeel(plan, LEEG, getypt)
    const bestaand = plan.onderdelen.map(({ id }) => id)
    const id = nieuweSleutel(onderdeel.titel, bestaand, 'onderdeel')
    const laatste = plan.onderdelen.findLastIndex(({ groep }) => groep === onderdeel.groep)
    const plek = laatste === -1 ? plan.onderdelen.length : laatste + 1
    const onderdelen = plan.onderdelen.toSpliced(plek, 0, { ...onderdeel, id })
    return lezer.uitkomst({ ...plan, onderdelen }, id)
  },
  terug: (sleutel) => `/onderdelen/${sleutel}`,
}
