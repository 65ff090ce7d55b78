import { dagVanMoment } from '#basis/moment.ts'
import {
  type Decimaaltekst,
  METHODENAAM,
  ONTBREEKNAAM,
  OORDEELWOORD,
  oordeelzin,
  RICHTINGNAAM,
  richtingVan,
  SOORTNAAM,
} from '#metingen/deur.ts'
import { toonCijfer, toonMarge } from '#programma/doelen/cijfer.ts'
import { doelmetingenVan } from '#programma/doelen/indicatorbeeld.ts'
import { maatstafVan } from '#programma/doelen/maatstaf.ts'
import { METINGKOPPEN } from '#programma/meten/blad.ts'
import type { Uitvoercel } from '#programma/poorten.ts'
import { maakInhoud, type Tabelinhoud, type Tabelvraag } from '#programma/tabellen/vorm.ts'

/** Tabellen over cijfers. De tabel met metingen is ook het bestand om in te vullen en terug te sturen. */

/** Een echt getal in het rekenblad; alleen wat daar niet precies in past, blijft tekst. */
const getal = (waarde: Decimaaltekst | null): Uitvoercel => {
  if (waarde === null) return null
  const kaal = waarde.includes('.') ? waarde.replace(/\.?0+$/u, '') : waarde
  return String(Number(waarde)) === kaal ? Number(waarde) : waarde.replace('.', ',')
}

const beeldenVan = ({ beeld, metingen = [] }: Tabelvraag) =>
  doelmetingenVan(beeld.plan, metingen).flatMap(({ indicatoren }) => indicatoren)

const terugblik = ({ velden }: Tabelvraag): [string, string][] => [
  ['Zoals bekend op', velden['bekend-op'] ?? ''],
]

export function indicatorentabel(vraag: Tabelvraag): Tabelinhoud {
  return maakInhoud(
    'Indicatoren',
    beeldenVan(vraag),
    [
      ['doel', METINGKOPPEN.doel, 'tekst', ({ doel }) => doel.id],
      ['doeltitel', 'Doel', 'tekst', ({ doel }) => doel.titel],
      ['indicator', METINGKOPPEN.indicator, 'tekst', ({ indicator }) => indicator.id],
      ['naam', 'Indicator', 'tekst', ({ indicator }) => indicator.naam],
      ['definitie', 'Definitie', 'tekst', ({ indicator }) => indicator.definitie],
      ['eenheid', 'Eenheid', 'tekst', ({ indicator }) => indicator.eenheid],
      [
        'richting',
        'Richting',
        'tekst',
        ({ indicator }) => {
          const richting = richtingVan(maatstafVan(indicator))
          return richting && RICHTINGNAAM[richting]
        },
      ],
      ['nulwaarde', 'Nulwaarde', 'tekst', ({ indicator }) => indicator.nulwaarde],
      ['nuljaar', 'Nuljaar', 'getal', ({ indicator }) => indicator.nuljaar],
      ['streefwaarde', 'Streefwaarde', 'tekst', ({ indicator }) => indicator.streefwaarde],
      ['streefjaar', 'Streefjaar', 'getal', ({ indicator }) => indicator.streefjaar],
      ['tijdvak', 'Laatste tijdvak', 'tekst', ({ laatste }) => laatste?.tijdvak],
      [
        'cijfer',
        'Laatste cijfer',
        'tekst',
        ({ laatste, indicator }) => laatste && toonCijfer(laatste, indicator),
      ],
      ['marge', 'Marge', 'tekst', ({ laatste }) => laatste && toonMarge(laatste)],
      ['oordeel', 'Oordeel', 'tekst', ({ oordeel }) => OORDEELWOORD[oordeel.code]],
      ['uitleg', 'Uitleg', 'tekst', ({ oordeel }) => oordeelzin(oordeel)],
      ['bron', 'Bron', 'tekst', ({ indicator }) => indicator.bron],
      ['meetrol', 'Wie meet', 'tekst', ({ indicator }) => indicator.meetrol],
    ],
    terugblik(vraag),
  )
}

export function metingentabel(vraag: Tabelvraag): Tabelinhoud {
  const rijen = beeldenVan(vraag).flatMap(({ doel, indicator, metingen }) =>
    metingen.map((meting) => ({ doel, indicator, meting })),
  )
  return maakInhoud(
    'Metingen',
    rijen,
    [
      ['doel', METINGKOPPEN.doel, 'tekst', ({ doel }) => doel.id],
      ['indicator', METINGKOPPEN.indicator, 'tekst', ({ indicator }) => indicator.id],
      ['naam', 'Indicator', 'tekst', ({ indicator }) => indicator.naam],
      ['eenheid', 'Eenheid', 'tekst', ({ indicator }) => indicator.eenheid],
      ['tijdvak', METINGKOPPEN.tijdvak, 'tekst', ({ meting }) => meting.tijdvak],
      ['waarde', METINGKOPPEN.waarde, 'getal', ({ meting }) => getal(meting.waarde)],
      [
        'ontbreekt',
        METINGKOPPEN.ontbreekt,
        'tekst',
        ({ meting: { ontbreekt } }) => (ontbreekt === null ? null : ONTBREEKNAAM[ontbreekt]),
      ],
      ['toelichting', METINGKOPPEN.toelichting, 'tekst', ({ meting }) => meting.toelichting],
      ['aantal', METINGKOPPEN.aantal, 'getal', ({ meting }) => meting.aantal],
      ['populatie', METINGKOPPEN.populatie, 'getal', ({ meting }) => meting.populatie],
      ['ondergrens', METINGKOPPEN.ondergrens, 'getal', ({ meting }) => getal(meting.ondergrens)],
      ['bovengrens', METINGKOPPEN.bovengrens, 'getal', ({ meting }) => getal(meting.bovengrens)],
      [
        'methode',
        'Hoe de marge is gevonden',
        'tekst',
        ({ meting: { methode } }) => methode && METHODENAAM[methode],
      ],
      ['soort', METINGKOPPEN.soort, 'tekst', ({ meting }) => SOORTNAAM[meting.soort]],
      ['bron', METINGKOPPEN.bron, 'tekst', ({ meting }) => meting.bron],
      ['reden', METINGKOPPEN.reden, 'tekst', ({ meting }) => meting.reden],
      ['jaargang', 'Jaargang', 'getal', ({ meting }) => meting.volgnr],
      ['bekend_sinds', 'Bekend sinds', 'tekst', ({ meting }) => dagVanMoment(meting.op)],
    ],
    terugblik(vraag),
  )
}
