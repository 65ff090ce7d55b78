import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import type { Invoerpoort, Lijstprofiel } from '#programma/deur.ts'
import { proeflezer } from '#test/inlezing.ts'
import type { Invoerplek } from '#toegang/deur.ts'

/**
 * Lezers van verzonnen bestanden, voor tests van schermen: een bestand begint met `{` (zoals `alsBytes` het schrijft),
 * met `lijst` of met `camt`. De echte lezers hebben hun eigen tests.
 */

const PROFIEL: Lijstprofiel = {
  naam: 'Proeflijst',
  soort: 'mutaties',
  aanname: true,
  uitleg: 'Voor een proef.',
  teken: 'last_positief',
  getalstijl: 'nl',
  datumstijl: 'dag-maand-jaar',
  kolommen: [
    { veld: 'rekening', titels: ['Rekening'] },
    { veld: 'bedrag', titels: ['Bedrag'] },
  ],
}

const tekstVan = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Een lijst is hier hetzelfde bestand met een woord ervoor. */
async function* zonderKop(bron: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let eerste = true
  for await (const deel of bron) {
    yield eerste ? deel.subarray('lijst'.length) : deel
    eerste = false
  }
}

export const PROEFINVOER: Invoerpoort = {
  herken: (begin) => {
    const tekst = tekstVan(begin)
    return tekst.startsWith('lijst') ? 'lijst' : tekst.startsWith('camt') ? 'camt' : 'xaf'
  },
  leesXaf: proeflezer,
  grootsteLijst: 1_000_000,
  meesteRegels: 5,
  stelProfielVoor: () => ({
    ok: true,
    waarde: {
      soort: 'mutaties',
      bladen: [
        {
          naam: 'Blad 1',
          kopRij: 1,
          rijen: 2,
          kolommen: [
            {
              kolom: 0,
              letter: 'A',
              titel: 'Rekening',
              veld: 'rekening',
              zekerheid: 'zeker',
              waarom: 'De kop zegt het.',
              voorbeelden: ['43210'],
            },
            {
              kolom: 1,
              letter: 'B',
              titel: 'Bedrag',
              veld: 'bedrag',
              zekerheid: 'gok',
              waarom: 'Er staan bedragen.',
              voorbeelden: ['100,00'],
            },
          ],
        },
      ],
      profiel: PROFIEL,
      ontbreekt: [],
      vragen: [{ code: 'teken', zin: 'Een last staat positief. Klopt dat?' }],
    },
  }),
  herkenProfielen: (profielen) => profielen,
  ingebouwdeProfielen: () => [],
  leesProfiel: (json) => {
    const profiel = json as Lijstprofiel
    const heeft = profiel.kolommen.some(({ veld }) => veld === 'rekening')
    return heeft ? { ok: true, waarde: profiel } : { ok: false, reden: ['Kies de kolom met de rekening.'] }
  },
  maakLijstlezer: () => (bron, ontvang, opties) => proeflezer(zonderKop(bron), ontvang, opties),
  leesCamt: (bytes, { zoek }) => {
    const tekst = tekstVan(bytes)
    const regels = [...tekst.matchAll(/(\S+)=(\d+)/gu)].map(([, kenmerk = '', cent = ''], i) => ({
      bedragCent: centen(Number(cent)),
      boekdatum: datum('2024-06-15'),
      kenmerk: `BANK${i}`,
      teruggedraaid: false,
      gevonden: zoek.includes(kenmerk) ? [kenmerk] : [],
      plaats: { regel: i + 1 },
    }))
    const verslag = {
      vorm: 'proef',
      afschriften: [{ rekeningeinde: '1234', datum: datum('2024-06-30'), regels }],
      bevindingen: [],
    }
    return { ok: true, waarde: verslag }
  },
  isZoekbaar: (kenmerk) => kenmerk.length >= 5,
  velden: ['rekening', 'bedrag', 'genegeerd'].map((veld) => ({ veld, naam: veld })),
  lijstsoorten: ['mutaties'],
}

export const PROEFPLEK: Invoerplek = {
  map: join(tmpdir(), `omzien-proefinvoer-${process.pid}`),
  grootste: 10_000_000,
}
