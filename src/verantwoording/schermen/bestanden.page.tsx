import { bestandsantwoord, type Uitvoertabel } from '#programma/deur.ts'
import { foutAntwoord, type Routes } from '#toegang/deur.ts'
import { maakBestand } from '#verantwoording/rapport/bestanden.ts'
import { leesInhoud } from '#verantwoording/rapport/inhoud.flow.ts'
import { findUitgave, UITGAVEVORMEN } from '#verantwoording/rapport/uitgave.store.ts'
import type { Rapportinhoud, Rapporttabel } from '#verantwoording/rapport.ts'
import { leesRapportbezoek, type Rapportagekamer } from '#verantwoording/schermen/rapportbezoek.tsx'

/** De bestanden van een rapport, en elke tabel en grafiek los. Van een vastgesteld rapport komen de bewaarde bytes. */

export function rapportbestanden(routes: Routes, kamer: Rapportagekamer): void {
  routes.get(
    'rapport.lezen',
    '/rapporten/:kenmerk/bestanden/:vorm',
    async (c) => {
      const bezoek = await leesRapportbezoek(c, kamer)
      if (bezoek instanceof Response) return bezoek
      const { kop, bron, van } = bezoek
      const vorm = UITGAVEVORMEN.find((een) => een === c.req.param('vorm'))
      if (vorm === undefined) return foutAntwoord(c, 'niet_gevonden')
      if (kop.stand === 'vastgesteld') {
        const bewaard = await van.bezoek.db.lees((lezer) => findUitgave(lezer, kop.id, vorm))
        return bewaard === undefined
          ? foutAntwoord(c, 'niet_gevonden')
          : bestandsantwoord({ inhoud: new Uint8Array(bewaard.inhoud), type: bewaard.type }, bewaard.naam)
      }
      const inhoud = await leesInhoud(bron, kop, van.bezoek.klok)
      const bestand = inhoud.ok ? await maakBestand(inhoud.waarde, vorm, kamer.rapporten) : undefined
      return bestand === undefined
        ? foutAntwoord(c, 'niet_gevonden')
        : bestandsantwoord(bestand, `concept-${bestand.naam}`)
    },
    { tempo: 'duur', bewaar: false },
  )
  routes.get(
    'rapport.lezen',
    '/rapporten/:kenmerk/tabellen/:bestand{[A-Za-z0-9.-]+\\.(?:csv|json)}',
    async (c) => {
      const bezoek = await leesRapportbezoek(c, kamer)
      if (bezoek instanceof Response) return bezoek
      const { kop, bron, van } = bezoek
      const naam = c.req.param('bestand')
      const vorm = naam.endsWith('.csv') ? 'csv' : 'json'
      const inhoud = await leesInhoud(bron, kop, van.bezoek.klok)
      const tabel = inhoud.ok ? zoekTabel(inhoud.waarde, naam.slice(0, naam.lastIndexOf('.'))) : undefined
      if (!inhoud.ok || tabel === undefined) return foutAntwoord(c, 'niet_gevonden')
      const bestand = kamer.bestanden.schrijfTabel(alsUitvoertabel(inhoud.waarde, tabel), vorm)
      return bestandsantwoord(bestand, `${kop.kenmerk}-${naam}`)
    },
    { bewaar: false },
  )
  routes.get(
    'rapport.lezen',
    '/rapporten/:kenmerk/grafieken/:bestand{[A-Za-z0-9.-]+\\.svg}',
    async (c) => {
      const bezoek = await leesRapportbezoek(c, kamer)
      if (bezoek instanceof Response) return bezoek
      const { kop, bron, van } = bezoek
      const inhoud = await leesInhoud(bron, kop, van.bezoek.klok)
      const blok = c.req.param('bestand').slice(0, -'.svg'.length)
      const bestand = inhoud.ok ? kamer.rapporten?.tekenGrafiek(inhoud.waarde, blok) : undefined
      return bestand === undefined
        ? foutAntwoord(c, 'niet_gevonden')
        : bestandsantwoord(bestand, bestand.naam)
    },
    { bewaar: false },
  )
}

/** Alle tabellen van een rapport, ook die bij een grafiek. */
export const tabellenVan = ({ delen }: Pick<Rapportinhoud, 'delen'>): Rapporttabel[] =>
  delen.flatMap(({ blokken }) =>
    blokken.flatMap((blok) =>
      blok.soort === 'tabel' ? [blok] : blok.soort === 'grafiek' ? [blok.tabel] : [],
    ),
  )

const zoekTabel = (inhoud: Rapportinhoud, id: string): Rapporttabel | undefined =>
  tabellenVan(inhoud).find((tabel) => tabel.id === id)

const SOORT = {
  tekst: 'tekst',
  bedrag: 'bedrag',
  getal: 'getal',
  procent: 'getal',
  datum: 'datum',
  status: 'tekst',
} as const

/** Met hele centen: in een bestand wordt niets afgerond. */
export function alsUitvoertabel(inhoud: Rapportinhoud, tabel: Rapporttabel): Uitvoertabel {
  const { moment } = inhoud
  return {
    titel: tabel.titel.slice(0, 200),
    kolommen: tabel.kolommen.map(({ naam, kop, soort }) => ({
      naam,
      kop,
      // Een dag die niet bekend is, staat in een datumkolom als leeg.
      soort: SOORT[soort],
    })),
    rijen: tabel.rijen.filter(({ rol }) => rol !== 'tussensom').map(({ cellen }) => cellen),
    leeswijzer: [
      ['Gemeente', inhoud.gemeente.naam],
      ['Rapport', `${inhoud.titel} (${inhoud.kenmerk})`],
      ['Tabel', tabel.titel],
      ['Sjabloon', inhoud.sjabloon],
    ],
    stand: {
      geldigTm: moment.geldigTm,
      bekendNr: moment.bekendNr,
      bekendOp: moment.bekendOp,
      hoofd: moment.hoofd,
    },
  }
}
