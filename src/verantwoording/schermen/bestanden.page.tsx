import type { Context } from 'hono'
import { bestandsantwoord, type Uitvoertabel } from '#programma/deur.ts'
import { foutAntwoord, type Omgeving, type Routes } from '#toegang/deur.ts'
import { maakBestand } from '#verantwoording/rapport/bestanden.ts'
import { leesInhoud } from '#verantwoording/rapport/inhoud.flow.ts'
import { findUitgave, UITGAVEVORMEN } from '#verantwoording/rapport/uitgave.store.ts'
import { type Rapportinhoud, type Rapporttabel, tabellenVan } from '#verantwoording/rapport.ts'
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
      const inhoud = await leesRapportinhoud(c, kamer)
      if (inhoud instanceof Response) return inhoud
      const naam = c.req.param('bestand')
      const vorm = naam.endsWith('.csv') ? 'csv' : 'json'
      const tabel = zoekTabel(inhoud, naam.slice(0, naam.lastIndexOf('.')))
      if (tabel === undefined) return foutAntwoord(c, 'niet_gevonden')
      const bestand = kamer.bestanden.schrijfTabel(alsUitvoertabel(inhoud, tabel), vorm)
      return bestandsantwoord(bestand, `${inhoud.kenmerk}-${naam}`)
    },
    { bewaar: false },
  )
  routes.get(
    'rapport.lezen',
    '/rapporten/:kenmerk/grafieken/:bestand{[A-Za-z0-9.-]+\\.svg}',
    async (c) => {
      const inhoud = await leesRapportinhoud(c, kamer)
      if (inhoud instanceof Response) return inhoud
      const bestand = kamer.rapporten?.tekenGrafiek(inhoud, c.req.param('bestand').slice(0, -'.svg'.length))
      return bestand === undefined
        ? foutAntwoord(c, 'niet_gevonden')
        : bestandsantwoord(bestand, bestand.naam)
    },
    { bewaar: false },
  )
}

/** Wat er in het rapport van dit adres staat; anders de foutpagina. */
async function leesRapportinhoud(
  c: Context<Omgeving>,
  kamer: Rapportagekamer,
): Promise<Rapportinhoud | Response> {
  const bezoek = await leesRapportbezoek(c, kamer)
  if (bezoek instanceof Response) return bezoek
  const inhoud = await leesInhoud(bezoek.bron, bezoek.kop, bezoek.van.bezoek.klok)
  return inhoud.ok ? inhoud.waarde : foutAntwoord(c, 'niet_gevonden')
}

const zoekTabel = (inhoud: Rapportinhoud, id: string): Rapporttabel | undefined =>
  tabellenVan(inhoud).find(({ tabel }) => tabel.id === id)?.tabel

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
