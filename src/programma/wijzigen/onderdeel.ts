import { eersteDag, laatsteDag } from '#basis/datum.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { AARDEN, type Onderdeel, type Plan, type Planning, type Sleutel } from '#programma/plan.ts'
import {
  LEEG,
  onderdeelgroepen,
  onderdeelwaarden,
  vindOnderdeel,
  zetOnderdeel,
} from '#programma/wijzigen/onderdeel-velden.ts'
import {
  alinea,
  Formulierlezer,
  keuze,
  korteTekst,
  leesTwijfel,
  leesVinkjes,
  lijst,
  meldDubbel,
  nieuweSleutel,
  type Ontleder,
  ofLeeg,
  regelsVan,
  verplichteAlinea,
  verplichteZin,
  verplichtTijdvak,
  type Waarden,
  type Wijzigvorm,
  zin,
  zoekOnderdeel,
} from '#programma/wijzigen/velden.ts'

/** Het scherm dat één onderdeel verandert, behalve zijn mijlpalen en zijn geld. */

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
  const lezer = new Formulierlezer(getypt, onderdeelwaarden(plan, oud))
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
    twijfel: leesTwijfel(lezer, oud.twijfel),
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
    return onderdeel && onderdeelwaarden(plan, onderdeel)
  },
  groepen: onderdeelgroepen,
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
  waarden: (plan) => onderdeelwaarden(plan, LEEG),
  groepen: (plan) => onderdeelgroepen(plan, ''),
  pasToe: (plan, _sleutel, getypt) => {
    const { lezer, onderdeel } = leesOnderdeel(plan, LEEG, getypt)
    meldDubbel(
      lezer,
      'titel',
      'onderdeel',
      plan.onderdelen.map((ander) => ander.titel),
    )
    const bestaand = plan.onderdelen.map(({ id }) => id)
    const id = nieuweSleutel(onderdeel.titel, bestaand, 'onderdeel')
    const laatste = plan.onderdelen.findLastIndex(({ groep }) => groep === onderdeel.groep)
    const plek = laatste === -1 ? plan.onderdelen.length : laatste + 1
    const onderdelen = plan.onderdelen.toSpliced(plek, 0, { ...onderdeel, id })
    return lezer.uitkomst({ ...plan, onderdelen }, id)
  },
  terug: (sleutel) => `/onderdelen/${sleutel}`,
}
