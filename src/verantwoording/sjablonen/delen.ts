import { telOp } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import { uitloopzin } from '#programma/deur.ts'
import { ASPECTEN, ASPECTNAAM, type Feiten } from '#verantwoording/feiten/feiten.ts'
import { alleOnderdelen, type Geldregel } from '#verantwoording/feiten/geldfeiten.ts'
import type { Blok, Deel } from '#verantwoording/rapport.ts'
import { uitloopGrafiek } from '#verantwoording/sjablonen/figuren.ts'
import { geldtabel, tabelVan } from '#verantwoording/sjablonen/tabellen.ts'
import { bronzin, euro, groepzin } from '#verantwoording/sjablonen/zinnen.ts'

/** De delen waaruit rapporten bestaan. Elk deel zegt ook wat er niet bekend is. */

export type Peil = 'realisatie' | 'prognose'

export const alinea = (
  id: string,
  tekst: string,
  anders: { herkomst?: 'plan'; toon?: 'let-op' | 'inleiding' } = {},
): Blok => ({
  soort: 'alinea',
  id,
  herkomst: anders.herkomst ?? 'cijfers',
  ...(anders.toon === undefined ? {} : { toon: anders.toon }),
  tekst,
})

/** Een kop binnen een deel. */
export const kop = (id: string, tekst: string): Blok => ({
  soort: 'kop',
  id,
  niveau: 2,
  tekst,
})

/** Per doel: wat de gemeente wil bereiken, en welke onderdelen daaraan werken. */
export function doelendeel(feiten: Feiten): Deel {
  const { beeld, geld } = feiten
  const { doelen, programma } = beeld.plan
  const regels = alleOnderdelen(geld)
  const blokken = doelen.flatMap((doel): Blok[] => {
    const bij = regels.filter(({ sleutel }) => dient(feiten, sleutel, doel.id))
    return [
      kop(`doel.${doel.id}`, doel.titel),
      ...(doel.toelichting === undefined
        ? []
        : [alinea(`doel.${doel.id}.plan`, doel.toelichting, { herkomst: 'plan' })]),
      alinea(`doel.${doel.id}.werk`, doelzin(bij, feiten)),
      ...(bij.length === 0
        ? []
        : [
            geldtabel(feiten, bij, {
              id: `doel-${doel.id}`,
              titel: `Onderdelen die bijdragen aan: ${doel.titel}`,
              wat: 'Onderdeel',
              kort: true,
            }),
          ]),
      ...(doel.indicatoren.length === 0
        ? [
            alinea(
              `doel.${doel.id}.indicator`,
              'Het plan noemt bij dit doel geen indicator. Of het doel dichterbij komt, is daarom niet in een cijfer te zeggen.',
            ),
          ]
        : []),
    ]
  })
  return {
    id: 'doelen',
    titel: 'Wat wilden we bereiken?',
    blokken: [
      ...(programma.hoofddoel === null
        ? []
        : [alinea('doelen.hoofddoel', programma.hoofddoel, { herkomst: 'plan' })]),
      ...(doelen.length === 0
        ? [alinea('doelen.geen', 'Het plan noemt geen doelen.')]
        : [
            alinea(
              'doelen.dubbel',
              'Een onderdeel kan aan meer doelen bijdragen. De bedragen per doel tellen daarom niet op tot het geheel.',
            ),
          ]),
      ...blokken,
    ],
  }
}

function doelzin(regels: readonly Geldregel[], feiten: Feiten): string {
  if (regels.length === 0) return 'Geen onderdeel met geld in dit jaar noemt dit doel.'
  const som = telOp(...regels.map(({ cijfers }) => cijfers.naWijziging))
  return `${telwoord(regels.length, 'onderdeel draagt', 'onderdelen dragen')} hieraan bij, met samen ${euro(som)} begroot voor ${feiten.vraag.jaar}.`
}

/** Draagt dit onderdeel, of een onderdeel waar het onder valt, bij aan het doel? */
function dient({ beeld }: Feiten, sleutel: string, doel: string): boolean {
  for (
    let een = beeld.onderdeel.get(sleutel.replace(/\.$/u, ''));
    een !== undefined;
    een = beeld.onderdeel.get(een.ouder ?? '')
  )
    if (een.doelen.some((id) => id === doel)) return true
  return false
}

/**
 * In de begroting heet zowel geld zonder groep als geld zonder onderdeel `-`; in een rapport zijn dat twee delen. Een
 * sleutel uit het plan begint nooit met een streep: een groep die echt ‘overig’ heet, blijft zo een eigen deel.
 */
function groepnaam({ sleutel, onaf }: Pick<Geldregel, 'sleutel' | 'onaf'>): string {
  if (sleutel === '-') return onaf ? '-onbekend' : '-overig'
  return sleutel === '!' ? '-buiten' : sleutel
}

/** Per groep het geld en de voortgang van haar onderdelen. */
export function groependelen(feiten: Feiten, prognose: boolean): Deel[] {
  return feiten.geld.groepen.map((groep) => {
    const id = `groep-${groepnaam(groep)}`
    const plangroep = feiten.beeld.groep.get(groep.sleutel)
    return {
      id,
      titel: groep.naam,
      blokken: [
        ...(plangroep?.toelichting === undefined
          ? []
          : [alinea(`${id}.plan`, plangroep.toelichting, { herkomst: 'plan' })]),
        alinea(`${id}.beeld`, groepzin(groep, feiten)),
        geldtabel(feiten, groep.onderdelen, {
          id: `${id}-geld`,
          titel: `${groep.naam}: geld per onderdeel in ${feiten.vraag.jaar}`,
          wat: 'Onderdeel',
          prognose,
        }),
        ...standtabel(id, groep.naam, feiten, groep.onderdelen),
        ...groep.onderdelen.flatMap((regel) => onderdeelblokken(feiten, regel)),
      ],
    }
  })
}

/** Hoe de onderdelen van een groep ervoor staan, in één tabel; niets als niemand dat opgaf. */
function standtabel(id: string, groep: string, { voortgang }: Feiten, regels: readonly Geldregel[]): Blok[] {
  const standen = regels.flatMap(({ sleutel, naam }) => {
    const gevonden = voortgang?.find(({ onderdeel }) => onderdeel === sleutel)?.standen
    return gevonden === undefined ? [] : [{ naam, ...gevonden }]
  })
  if (standen.length === 0) return []
  return [
    tabelVan(
      { id: `${id}-stand`, titel: `${groep}: hoe het gaat` },
      [
        ['onderdeel', 'Onderdeel', 'tekst'],
        ['inhoud', 'Inhoud', 'status'],
        ['tijd', 'Tijd', 'status'],
        ['geld', 'Geld', 'status'],
      ],
      standen.map(({ naam, inhoud, tijd, geld }) => [naam, inhoud.stand, tijd.stand, geld.stand]),
    ),
  ]
}

/** Wat een teamleider over een onderdeel schreef; niets als dat er niet is. */
export function onderdeelblokken(
  feiten: Feiten,
  { sleutel, naam }: Pick<Geldregel, 'sleutel' | 'naam'>,
): Blok[] {
  const stand = feiten.voortgang?.find(({ onderdeel }) => onderdeel === sleutel)
  if (stand === undefined) return []
  const redenen = ASPECTEN.flatMap((aspect) => {
    const { reden } = stand.standen[aspect]
    return reden === null
      ? []
      : [`Over ${ASPECTNAAM[aspect].toLowerCase()} oordeelde de eigenaar anders dan de regel: ${reden}`]
  })
  const teksten = [
    ['gedaan', stand.gedaan === '' ? '' : `Gedaan: ${stand.gedaan}`],
    ['komt', stand.komt === '' ? '' : `Wat er komt: ${stand.komt}`],
    ['oordeel', redenen.join('\n\n')],
  ] as const
  if (teksten.every(([, tekst]) => tekst === '')) return []
  return [
    kop(`onderdeel.${sleutel}`, naam),
    ...teksten.flatMap(([wat, tekst]) =>
      tekst === '' ? [] : [alinea(`onderdeel.${sleutel}.${wat}`, tekst)],
    ),
  ]
}

/** Zonder geboekte uitgaven is alleen bekend wat het plan wilde; niets uitgeven is dan geen feit. */
const uitloopVolgensPlan = (nr: number, { rijen }: Feiten['uitlopen'][number]): Blok[] => [
  alinea(`uitloop.${nr}.onbekend`, 'Hoeveel er echt over is, is niet bekend: er zijn geen uitgaven geboekt.'),
  ...(rijen.some(({ planCent }) => planCent !== undefined)
    ? [
        tabelVan(
          { id: `uitloop-${nr}-plan`, titel: 'Wat er volgens het plan overblijft' },
          [
            ['jaar', 'Eind van', 'tekst'],
            ['plan', 'Over volgens het plan', 'bedrag'],
          ],
          rijen.map(({ jaar, planCent }) => [String(jaar), planCent ?? null]),
        ),
      ]
    : []),
]

export function bronnendeel(feiten: Feiten): Deel {
  const { geld, uitlopen, vraag } = feiten
  return {
    id: 'bronnen',
    titel: 'Waar komt het geld vandaan?',
    blokken: [
      alinea('bronnen.beeld', bronzin(feiten)),
      geldtabel(feiten, geld.bronnen, {
        id: 'bronnen-geld',
        titel: `Geld per bron in ${vraag.jaar}`,
        wat: 'Bron',
      }),
      ...(geld.teruggevallen === 0
        ? []
        : [
            alinea(
              'bronnen.terug',
              `Bij het afsluiten van ${vraag.jaar} ging ${euro(geld.teruggevallen)} terug naar de bronnen. Dat geld staat hierboven nog bij ‘Over’.`,
            ),
          ]),
      ...(uitlopen.length === 0
        ? [
            alinea(
              'bronnen.uitloop',
              'Hoeveel er van de bronnen overblijft, is niet te zeggen: het plan noemt daarvoor niet genoeg bedragen.',
            ),
          ]
        : []),
      ...uitlopen.flatMap((een, i): Blok[] => [
        kop(`uitloop.${i + 1}`, `Wat overblijft: ${een.naam}`),
        ...(geld.besteed
          ? [uitloopGrafiek(`uitloop-${i + 1}`, een, uitloopzin(een.rijen))]
          : uitloopVolgensPlan(i + 1, een)),
      ]),
    ],
  }
}
