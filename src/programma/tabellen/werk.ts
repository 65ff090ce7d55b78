import { eersteDag, toonTijdvak } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { maakLijst } from '#programma/onderdelen/lijst.ts'
import { alsVelden, leesOnderdelenvraag } from '#programma/onderdelen/vraag.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { PLANNINGSTATUSSEN, type Planbeeld, planningstatus } from '#programma/planbeeld.ts'
import type { Uitvoercel } from '#programma/poorten.ts'
import { maakInhoud, type Tabelinhoud, type Tabelvraag, type Uitvoerkolom } from '#programma/tabellen/vorm.ts'

/** Tabellen over wat er gedaan wordt: onderdelen, groepen, doelen, mijlpalen. */

const namen = <Ding extends { titel: string }>(
  dingen: ReadonlyMap<string, Ding>,
  ids: readonly string[],
): string => ids.map((id) => dingen.get(id)?.titel ?? id).join('; ')

const bronnamen = (beeld: Planbeeld, ids: readonly string[]): string =>
  ids.map((id) => beeld.bron.get(id)?.naam ?? id).join('; ')

const jaarkolommen = <Rij>(
  beeld: Planbeeld,
  geldVan: (rij: Rij) => ReadonlyMap<number, Uitvoercel>,
): Uitvoerkolom<Rij>[] =>
  beeld.jaren.map((jaar) => [`jaar_${jaar}`, String(jaar), 'bedrag', (rij) => geldVan(rij).get(jaar)])

const FILTERNAMEN: Readonly<Record<string, string>> = {
  zoek: 'Gezocht op',
  groep: 'Groep',
  bron: 'Bron',
  doel: 'Doel',
  status: 'Looptijd',
  jaar: 'Met geld in',
  eindigt: 'Eindigt in',
}

/**
 * Dezelfde onderdelen als het scherm. Een ouder met kinderen in de lijst krijgt hier alleen zijn eigen geld, zodat de
 * kolom op te tellen is.
 */
export function onderdelentabel({ beeld, velden, vandaag }: Tabelvraag): Tabelinhoud {
  const vraag = leesOnderdelenvraag(velden)
  const rijen = maakLijst(beeld, vraag, vandaag).rijen.map(({ onderdeel }) => onderdeel)
  const inLijst = new Set<string>(rijen.map(({ id }) => id))
  const eigen = new Map(rijen.map((onderdeel) => [onderdeel, eigenGeld(beeld, onderdeel, inLijst)]))
  const geldVan = (onderdeel: Onderdeel) => eigen.get(onderdeel) ?? new Map<number, number>()
  const kolommen: Uitvoerkolom<Onderdeel>[] = [
    ['id', 'Sleutel', 'tekst', ({ id }) => id],
    ['code', 'Nummer', 'tekst', ({ code }) => code],
    ['titel', 'Onderdeel', 'tekst', ({ titel }) => titel],
    [
      'hoort_bij',
      'Hoort bij',
      'tekst',
      ({ ouder }) => (ouder === null ? '' : beeld.onderdeel.get(ouder)?.titel),
    ],
    ['groep', 'Groep', 'tekst', ({ groep }) => beeld.groep.get(groep ?? '')?.titel],
    ['doelen', 'Doelen', 'tekst', (een) => namen(beeld.doel, een.doelen)],
    ['bronnen', 'Kan betaald worden uit', 'tekst', (een) => bronnamen(beeld, een.bronnen)],
    ['van', 'Begin', 'tekst', ({ planning }) => planning.van],
    ['tot', 'Eind', 'tekst', ({ planning }) => planning.tot],
    ['looptijd', 'Looptijd', 'tekst', (een) => PLANNINGSTATUSSEN[planningstatus(een, vandaag)]],
    ['eigenaarrol', 'Verantwoordelijk', 'tekst', ({ eigenaarrol }) => eigenaarrol],
    ...jaarkolommen<Onderdeel>(beeld, geldVan),
    ['totaal', 'Totaal', 'bedrag', (een) => [...geldVan(een).values()].reduce((som, deel) => som + deel, 0)],
    ['onzeker', 'Onzekere lezing', 'tekst', ({ twijfel }) => twijfel],
  ]
  const filters = Object.entries(alsVelden(vraag)).flatMap(([naam, waarde]): [string, string][] => {
    const kop = FILTERNAMEN[naam]
    return kop === undefined || waarde === undefined ? [] : [[kop, String(waarde)]]
  })
  return maakInhoud('Onderdelen', rijen, kolommen, filters)
}

function eigenGeld(
  beeld: Planbeeld,
  onderdeel: Onderdeel,
  inLijst: ReadonlySet<string>,
): Map<number, number> {
  const geld = new Map<number, number>(beeld.geld(onderdeel.id).perJaar)
  for (const kind of beeld.kinderen.get(onderdeel.id) ?? [])
    if (inLijst.has(kind.id))
      for (const [jaar, bedrag] of beeld.geld(kind.id).perJaar) geld.set(jaar, (geld.get(jaar) ?? 0) - bedrag)
  return new Map([...geld].filter(([, bedrag]) => bedrag !== 0))
}

export function groepentabel({ beeld }: Tabelvraag): Tabelinhoud {
  const perGroep = Map.groupBy(beeld.bladeren, ({ groep }) => groep)
  const rijen = [
    ...beeld.plan.groepen.map(({ id, titel, code }) => ({ id, titel, code })),
    ...(perGroep.has(null) ? [{ id: null, titel: 'Zonder groep', code: null }] : []),
  ]
  return maakInhoud('Groepen', rijen, [
    ['id', 'Sleutel', 'tekst', ({ id }) => id],
    ['code', 'Nummer', 'tekst', ({ code }) => code],
    ['titel', 'Groep', 'tekst', ({ titel }) => titel],
    ['onderdelen', 'Onderdelen', 'getal', ({ id }) => perGroep.get(id)?.length ?? 0],
    ...jaarkolommen<(typeof rijen)[number]>(beeld, ({ id }) => beeld.geldVanGroep(id).perJaar),
    ['totaal', 'Totaal', 'bedrag', ({ id }) => centen(beeld.geldVanGroep(id).totaal)],
  ])
}

export function doelentabel({ beeld }: Tabelvraag): Tabelinhoud {
  const aantal = new Map<string, number>()
  for (const { doelen } of beeld.bladeren) for (const id of doelen) aantal.set(id, (aantal.get(id) ?? 0) + 1)
  return maakInhoud('Doelen', beeld.plan.doelen, [
    ['id', 'Sleutel', 'tekst', ({ id }) => id],
    ['titel', 'Doel', 'tekst', ({ titel }) => titel],
    ['toelichting', 'Toelichting', 'tekst', ({ toelichting }) => toelichting],
    ['onderdelen', 'Onderdelen', 'getal', ({ id }) => aantal.get(id) ?? 0],
    ['indicatoren', 'Indicatoren', 'tekst', (doel) => doel.indicatoren.map(({ naam }) => naam).join('; ')],
    ['regel', 'Regel in het document', 'getal', ({ regels }) => regels?.[0]],
    ['onzeker', 'Onzekere lezing', 'tekst', ({ twijfel }) => twijfel],
  ])
}

/** Filters: `groep`, `onderdeel` en `jaar`. */
export function mijlpalentabel({ beeld, velden }: Tabelvraag): Tabelinhoud {
  const { groep = '', onderdeel = '', jaar = '' } = velden
  const rijen = beeld.plan.onderdelen
    .filter((een) => (groep === '' || een.groep === groep) && (onderdeel === '' || een.id === onderdeel))
    .flatMap((van) => van.mijlpalen.map((mijlpaal) => ({ van, mijlpaal })))
    .filter(({ mijlpaal }) => jaar === '' || mijlpaal.wanneer?.startsWith(jaar) === true)
    .sort((a, b) => dag(a.mijlpaal.wanneer).localeCompare(dag(b.mijlpaal.wanneer)))
  return maakInhoud(
    'Mijlpalen',
    rijen,
    [
      ['onderdeel', 'Onderdeel', 'tekst', ({ van }) => van.titel],
      ['wat', 'Mijlpaal', 'tekst', ({ mijlpaal }) => mijlpaal.wat],
      [
        'wanneer',
        'Wanneer',
        'tekst',
        ({ mijlpaal: { wanneer } }) => (wanneer === null ? '' : toonTijdvak(wanneer)),
      ],
      ['tijdvak', 'Tijdvak', 'tekst', ({ mijlpaal }) => mijlpaal.wanneer],
      ['verwacht', 'Verwacht', 'tekst', ({ mijlpaal }) => (mijlpaal.verwacht ? 'ja' : 'nee')],
      ['letterlijk', 'Zoals gedrukt', 'tekst', ({ mijlpaal }) => mijlpaal.letterlijk],
      ['regel', 'Regel in het document', 'getal', ({ mijlpaal }) => mijlpaal.regel],
      ['onzeker', 'Onzekere lezing', 'tekst', ({ mijlpaal }) => mijlpaal.twijfel],
    ],
    [
      ['Groep', groep],
      ['Onderdeel', onderdeel],
      ['Jaar', jaar],
    ],
  )
}

/** Wat geen datum heeft, komt achteraan. */
const dag = (wanneer: Parameters<typeof eersteDag>[0] | null): string =>
  wanneer === null ? '9999' : eersteDag(wanneer)
