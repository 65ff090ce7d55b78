import { type Datum, jaarVan } from '#basis/datum.ts'
import { type Centen, centen, telOp, toonEuro, trekAf } from '#basis/geld.ts'
import { hoofdletter, opsomming, telwoord } from '#basis/tekst.ts'
import type { Beoordeeld } from '#programma/bevindingen/bevindingen.ts'
import { isOpen } from '#programma/bevindingen/bevindingen.ts'
import { eindeVan } from '#programma/onderdelen/lijst.ts'
import { alsBronsoort } from '#programma/onderdelen/vraag.ts'
import type { Geldstroom } from '#programma/overzicht/sankey.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import type { Bevinding } from '#programma/plancontrole/plancontrole.ts'

/** Wat de eerste pagina zegt, uit de gegevens zelf. */

export type Antwoordtegel = { vraag: string; groot: string; bij: string; adres: string }

/** De drie W-vragen met hun antwoord. */
export function tegelsVan(beeld: Planbeeld): Antwoordtegel[] {
  const { plan } = beeld
  return [
    {
      vraag: 'Wat willen we bereiken?',
      groot: telwoord(plan.doelen.length, 'doel', 'doelen'),
      bij: indicatorzin(beeld),
      adres: '/doelen',
    },
    {
      vraag: 'Wat doen we daarvoor?',
      groot: telwoord(beeld.bladeren.length, 'onderdeel', 'onderdelen'),
      bij: plan.groepen.length === 0 ? '' : `In ${telwoord(plan.groepen.length, 'groep', 'groepen')}.`,
      adres: '/onderdelen',
    },
    {
      vraag: 'Wat mag het kosten?',
      groot: beeld.totaal.totaal === 0 ? 'Geen bedragen' : toonEuro(beeld.totaal.totaal),
      bij: geldzin(beeld),
      adres: '/geld',
    },
  ]
}

function indicatorzin({ plan: { doelen } }: Planbeeld): string {
  const met = doelen.filter(({ indicatoren }) => indicatoren.length > 0).length
  if (doelen.length === 0) return 'Het plan noemt nog geen doelen.'
  if (met === 0) return 'Geen van de doelen heeft een indicator: een getal om aan te meten.'
  if (met === doelen.length) return 'Elk doel heeft een indicator: een getal om aan te meten.'
  return `${met} van de ${doelen.length} doelen ${met === 1 ? 'heeft' : 'hebben'} een indicator.`
}

/** Wat het document zelf voor het hele programma beschikbaar noemt. */
function beschikbaarVolgensPlan(beeld: Planbeeld): Centen[] {
  const genoemd = beeld
    .vermeldingenOver('programma', beeld.plan.programma.id)
    .flatMap((een) =>
      een.soort === 'bedrag' && een.aspect === 'beschikbaar' && een.periode === 'geheel' && !een.perJaar
        ? [een.bedragCent]
        : [],
    )
  return [...new Set(genoemd)]
}

function geldzin(beeld: Planbeeld): string {
  if (beeld.totaal.totaal === 0) return 'Dit plan noemt geen bedragen.'
  const jaren = [...beeld.totaal.perJaar].filter(([, bedrag]) => bedrag !== 0).length
  const bronnen = new Set([
    ...beeld.plan.onderdelen.flatMap((een): string[] => een.bronnen),
    ...[...beeld.totaal.perBron.keys()].filter((bron) => bron !== null),
  ]).size
  const uit = bronnen === 0 ? '' : `, uit ${telwoord(bronnen, 'bron', 'bronnen')}`
  const zin = `Geraamd over ${telwoord(jaren, 'jaar', 'jaar')}${uit}.`
  return [zin, beschikbaarzin(beeld)].filter((deel) => deel !== '').join(' ')
}

function beschikbaarzin(beeld: Planbeeld): string {
  const genoemd = beschikbaarVolgensPlan(beeld)
  const [enige] = genoemd
  if (enige === undefined) return ''
  if (genoemd.length > 1)
    return `Het plan noemt verschillende totalen: ${opsomming(genoemd.map(toonEuro))} beschikbaar.`
  const rest = trekAf(enige, beeld.totaal.totaal)
  if (rest === 0) return 'Dat is precies wat het plan beschikbaar noemt.'
  return rest > 0
    ? `Het plan noemt ${toonEuro(enige)} beschikbaar; ${toonEuro(rest)} daarvan is niet verdeeld.`
    : `Het plan noemt ${toonEuro(enige)} beschikbaar: ${toonEuro(centen(-rest))} te weinig.`
}

const DELEN = [
  { deel: 1 / 4, woord: 'een kwart' },
  { deel: 1 / 3, woord: 'een derde' },
  { deel: 1 / 2, woord: 'de helft' },
  { deel: 2 / 3, woord: 'twee derde' },
  { deel: 3 / 4, woord: 'drie kwart' },
] as const
const BIJNA = 0.035

/** `Bijna de helft`, `Ruim een kwart`, of anders `18 procent`. */
export function aandeelInWoorden(aandeel: number): string {
  if (aandeel >= 1) return 'Al'
  if (aandeel > 1 - BIJNA) return 'Bijna al'
  const dichtbij = DELEN.find(({ deel }) => Math.abs(aandeel - deel) < BIJNA)
  if (dichtbij === undefined) return `${Math.round(aandeel * 100)} procent van`
  const verschil = aandeel - dichtbij.deel
  const ongeveer = Math.abs(verschil) < 0.001 ? 'precies' : verschil < 0 ? 'bijna' : 'ruim'
  return `${hoofdletter(ongeveer)} ${dichtbij.woord} van`
}

/** De zin boven de geldstroom: waar het meeste geld naartoe gaat. */
export function geldstroomzin(beeld: Planbeeld, jaar: number | undefined): string {
  const in_ = jaar === undefined ? '' : ` in ${jaar}`
  const bedrag = (geld: { totaal: Centen; perJaar: ReadonlyMap<number, Centen> }): number =>
    jaar === undefined ? geld.totaal : (geld.perJaar.get(jaar) ?? 0)
  const totaal = bedrag(beeld.totaal)
  if (totaal <= 0) return `Er is${in_} geen geld geraamd`
  const posten =
    beeld.plan.groepen.length > 1
      ? beeld.plan.groepen.map(({ id, titel }) => ({ titel, bedrag: bedrag(beeld.geldVanGroep(id)) }))
      : beeld.stammen.map(({ id, titel }) => ({ titel, bedrag: bedrag(beeld.geld(id)) }))
  const grootste = posten.reduce((a, b) => (b.bedrag > a.bedrag ? b : a), { titel: '', bedrag: 0 })
  return `${aandeelInWoorden(grootste.bedrag / totaal)} het geld${in_} is voor ${grootste.titel}`
}

/** Wat er volgens de bronnen wel is, maar nog niet verdeeld; leeg als alles verdeeld is. */
export function nietVerdeeldzin({ nietVerdeeld }: Pick<Geldstroom, 'nietVerdeeld'>): string {
  if (nietVerdeeld.length === 0) return ''
  const delen = nietVerdeeld.map(({ groep, bedrag }) => `${toonEuro(bedrag)} van ${groep}`)
  return `Nog niet over onderdelen verdeeld: ${opsomming(delen)}.`
}

/** De eerste fout van elk van de eerste drie regels: die vertellen samen het meest. */
export function sprekendeFouten(open: readonly Beoordeeld[]): Bevinding[] {
  const perRegel = Map.groupBy(
    open.filter((een) => isOpen(een) && een.bevinding.ernst === 'fout'),
    ({ bevinding }) => bevinding.regel,
  )
  return [...perRegel.values()]
    .slice(0, 3)
    .flatMap(([eerste]) => (eerste === undefined ? [] : [eerste.bevinding]))
}

export function foutenkop(fouten: number): string {
  if (fouten === 0) return 'Het plan spreekt zichzelf nergens tegen'
  return `Het plan spreekt zichzelf op ${telwoord(fouten, 'punt', 'punten')} tegen`
}

export type Raadsvraag = {
  vraag: string
  antwoorden: readonly { tekst: string; adres: string; velden?: Record<string, string | number> }[]
}

/** Wat raadsleden vragen, elk met een link naar het antwoord. Een vraag zonder antwoord in dit plan blijft weg. */
export function raadsvragen(beeld: Planbeeld, bevindingen: number, vandaag: Datum): Raadsvraag[] {
  const zonder = beeld.plan.doelen.filter(({ indicatoren }) => indicatoren.length === 0).length
  return [
    ...verdeelvragen(beeld),
    eindvraag(beeld, vandaag),
    rijksvraag(beeld),
    {
      vraag: 'Welke doelen hebben geen indicator?',
      antwoorden: zonder === 0 ? [] : [{ tekst: telwoord(zonder, 'doel', 'doelen'), adres: '/doelen' }],
    },
    {
      vraag: 'Wat is er onduidelijk in het plan?',
      antwoorden:
        bevindingen === 0
          ? []
          : [{ tekst: telwoord(bevindingen, 'bevinding', 'bevindingen'), adres: '/plancontrole' }],
    },
  ].filter(({ antwoorden }) => antwoorden.length > 0)
}

const HOOGSTENS_VRAGEN = 3

/** Voor de grootste onderdelen met delen eronder: hoeveel is er, en waar gaat het heen? */
function verdeelvragen(beeld: Planbeeld): Raadsvraag[] {
  return beeld.stammen
    .filter(({ id }) => beeld.kinderen.has(id) && beeld.geld(id).totaal > 0)
    .toSorted((a, b) => beeld.geld(b.id).totaal - beeld.geld(a.id).totaal)
    .slice(0, HOOGSTENS_VRAGEN)
    .map(({ id, titel }) => ({
      vraag: `Hoeveel is er voor ‘${titel}’, en waar gaat het heen?`,
      antwoorden: [
        {
          tekst: `${toonEuro(beeld.geld(id).totaal)}, in ${telwoord(beeld.kinderen.get(id)?.length ?? 0, 'deel', 'delen')}`,
          adres: `/onderdelen/${id}`,
        },
      ],
    }))
}

function eindvraag(beeld: Planbeeld, vandaag: Datum): Raadsvraag {
  const perJaar = new Map<number, number>()
  for (const onderdeel of beeld.bladeren) {
    const { planning, geld } = eindeVan(beeld, onderdeel)
    for (const jaar of new Set([planning, geld]))
      if (jaar !== undefined) perJaar.set(jaar, (perJaar.get(jaar) ?? 0) + 1)
  }
  const nu = jaarVan(vandaag)
  const jaren = beeld.jaren.filter((jaar) => perJaar.has(jaar))
  // Wat nog komt is het antwoord; is alles voorbij, dan wat er was.
  const straks = jaren.filter((jaar) => jaar >= nu)
  return {
    vraag: 'Wat eindigt er, en wanneer?',
    antwoorden: (straks.length > 1 ? straks : jaren).map((jaar) => ({
      tekst: `${jaar}: ${perJaar.get(jaar)}`,
      adres: '/onderdelen',
      velden: { eindigt: jaar },
    })),
  }
}

function rijksvraag(beeld: Planbeeld): Raadsvraag {
  const rijk = new Set<string>(beeld.plan.bronnen.filter(({ soort }) => soort === 'rijk').map(({ id }) => id))
  const leden = beeld.bladeren.filter(({ bronnen }) => bronnen.some((bron) => rijk.has(bron)))
  const som = telOp(...leden.map(({ id }) => beeld.geld(id).totaal))
  return {
    vraag: 'Wat kan uit geld van het Rijk worden betaald?',
    antwoorden:
      leden.length === 0
        ? []
        : [
            {
              tekst: `${telwoord(leden.length, 'onderdeel', 'onderdelen')}, samen ${toonEuro(som)}`,
              adres: '/onderdelen',
              velden: { bron: alsBronsoort('rijk') },
            },
          ],
  }
}
