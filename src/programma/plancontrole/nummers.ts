import { hoofdletter, opsomming, opTekst } from '#basis/tekst.ts'
import type { Plaats, VermeldingVan } from '#programma/plan.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, type Knoop, plaatscode } from '#programma/plancontrole/feiten.ts'
import { eigenPlek, naam, namen, plaatsnaam, vindplaats } from '#programma/plancontrole/tonen.ts'

/** Eén nummer voor twee dingen, één nummer in letters gesplitst, of twee plaatsen met hetzelfde nummer. */
export function* nummers(feiten: Feiten): Generator<Vondst> {
  const metCode = feiten.boom.filter(({ code, onderdeel }) => code !== null && onderdeel !== undefined)
  const zonderLetter = Map.groupBy(metCode, ({ code }) => (code ?? '').replace(/\.?[a-z]\.?$/u, ''))
  for (const [nummer, alle] of zonderLetter) {
    const samen = new Set(alle)
    const dingen = alle.filter(({ ouder }) => ouder === undefined || !samen.has(ouder))
    if (dingen.length < 2) continue
    yield {
      ernst: 'aandacht',
      titel: `Nummer ${nummer} hoort bij ${dingen.length} onderdelen`,
      uitleg:
        `${opsomming(dingen.map((knoop) => `${naam(knoop)} (${knoop.code})`))} delen één nummer. ` +
        `Een verwijzing naar ${nummer} is dan niet duidelijk. Geef elk een eigen nummer.`,
      plaatsen: dingen.map((knoop) => eigenPlek(knoop, knoop.code ?? '')),
      dingen: dingen.map(({ ding }) => ding),
    }
  }
  const metNummer = feiten.plan.plaatsen.filter(({ code }) => code !== null)
  for (const [code, plaatsen] of Map.groupBy(metNummer, plaatscode))
    if (plaatsen.length > 1) yield dubbelePlaats(feiten, code, plaatsen)
}

function dubbelePlaats(feiten: Feiten, code: string, plaatsen: readonly Plaats[]): Vondst {
  const titels = plaatsen.map(({ titel }) => `‘${titel}’`).sort()
  return {
    ernst: 'aandacht',
    titel: `${hoofdletter(code)} komt ${plaatsen.length} keer voor`,
    uitleg:
      `${opsomming(titels)} hebben hetzelfde nummer. Een verwijzing ernaar is dan niet duidelijk. ` +
      'Geef elk een eigen nummer.',
    plaatsen: plaatsen
      .map(({ titel, regel }) => ({
        plaats: titel,
        ...(regel === undefined ? {} : { regelnummer: regel }),
        waarde: code,
      }))
      .sort((a, b) => a.plaats.localeCompare(b.plaats) || (a.regelnummer ?? 0) - (b.regelnummer ?? 0)),
    dingen: [feiten.wortel.ding],
    kenmerk: code,
  }
}

type Rij = { zin: VermeldingVan<'naam'>; knoop: Knoop; code: string; regel: number }

/** Rijen van een tabel in een andere volgorde dan de paragrafen: wie vergelijkt, verspringt. */
export function* volgorde(feiten: Feiten): Generator<Vondst> {
  const rijen = feiten.boom.flatMap((knoop) =>
    knoop.gezegd.flatMap((zin): Rij[] => {
      if (zin.soort !== 'naam' || knoop.code === null || zin.regels === undefined) return []
      const { soort } = feiten.plaats(zin)
      return soort === 'tabel' || soort === 'bijlage'
        ? [{ zin, knoop, code: knoop.code, regel: zin.regels[0] }]
        : []
    }),
  )
  for (const tabel of Map.groupBy(rijen, ({ zin }) => zin.plaats).values()) {
    const verspringt: Rij[] = []
    let hoogste: string | undefined
    for (const rij of tabel.sort((a, b) => a.regel - b.regel || opTekst(a.code, b.code))) {
      if (hoogste !== undefined && opTekst(rij.code, hoogste) < 0) verspringt.push(rij)
      else hoogste = rij.code
    }
    const [eerste] = verspringt
    if (eerste === undefined) continue
    const plaats = plaatsnaam(feiten, feiten.plaats(eerste.zin))
    yield {
      ernst: 'aandacht',
      titel: `${hoofdletter(plaats)}: andere volgorde dan de paragrafen`,
      uitleg:
        `In ${plaats} ${verspringt.length === 1 ? 'staat' : 'staan'} ${namen(verspringt.map(({ knoop }) => knoop))} lager dan het nummer zegt. ` +
        'Zet de rijen in dezelfde volgorde: dat voorkomt vergissingen.',
      plaatsen: verspringt.map(({ zin, code }) => vindplaats(feiten, zin, `${code} ${zin.naam}`)),
      dingen: verspringt.map(({ knoop }) => knoop.ding),
      kern: [feiten.wortel.ding],
      kenmerk: eerste.zin.plaats,
    }
  }
}
