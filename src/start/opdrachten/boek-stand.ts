import { type Centen, telOp, toonCenten } from '#basis/geld.ts'
import { findPostsaldi, naamVan, type Postsaldo } from '#grootboek/deur.ts'
import { type Begrotingsrij, begrotingVan, DEELKEUZES, isDeelkeuze } from '#programma/deur.ts'
import { type Boekkader, leesBoekkader, TIJDGEBRUIK, TIJDOPTIES } from '#start/opdrachten/boek-kader.ts'
import { GOED, type Opdracht, onbruikbaar } from '#start/opdrachten/opdracht.ts'

const VERDELINGEN = [...DEELKEUZES.filter((keuze) => keuze !== 'programma'), 'rekening']

export const boekStand: Opdracht = {
  naam: 'boek stand',
  gebruik: `boek stand [--per ${VERDELINGEN.join('|')}] ${TIJDGEBRUIK} [--json]`,
  uitleg: 'Toont wat er is begroot, gewijzigd, vastgelegd en uitgegeven, op elk tijdstip.',
  opties: ['per', ...TIJDOPTIES],
  argumenten: [0, 0],
  databank: true,
  async voerUit(context, _, opties) {
    const per = opties.overig['per'] ?? 'onderdeel'
    if (!VERDELINGEN.includes(per))
      return onbruikbaar(context, `Kies met --per uit: ${VERDELINGEN.join(', ')}.`)
    const gelezen = await leesBoekkader(context, opties)
    if (!gelezen.ok) return onbruikbaar(context, gelezen.reden)
    const kader = gelezen.waarde
    const posten = await kader.db.lees((lezer) => findPostsaldi(lezer, kader.tijdstip))
    if (isDeelkeuze(per)) {
      const { rijen, totaal } = begrotingVan(kader.plan, posten, per)
      if (opties.json) context.uit(JSON.stringify({ ...tijdVan(kader), per, rijen, totaal }))
      else toonTabel(context.uit, kader, [...rijen, totaal])
      return GOED
    }
    const rekeningen = saldiPerRekening(posten)
    if (opties.json)
      context.uit(JSON.stringify({ ...tijdVan(kader), per, rekeningen: Object.fromEntries(rekeningen) }))
    else for (const [naam, saldo] of rekeningen) context.uit(`${toonCenten(saldo).padStart(18)}  ${naam}`)
    return GOED
  },
}

const tijdVan = ({ gemeente, tijdstip: { geldigTm, bekendNr, bekendOp, hash } }: Boekkader) => ({
  gemeente: gemeente.code,
  geldigTm: geldigTm ?? null,
  bekendNr,
  bekendOp,
  hash,
})

/** Elke rekening met haar saldo in centen, op naam; een rekening op nul blijft staan zolang er posten zijn. */
function saldiPerRekening(posten: readonly Postsaldo[]): [string, Centen][] {
  return [...Map.groupBy(posten, ({ rekening }) => naamVan(rekening))]
    .map(([naam, delen]): [string, Centen] => [naam, telOp(...delen.map(({ bedragCent }) => bedragCent))])
    .toSorted(([een], [ander]) => (een < ander ? -1 : 1))
}

const KOLOMMEN = [
  ['primitief', 'primitief'],
  ['wijzigingen', 'wijzigingen'],
  ['naWijziging', 'na wijziging'],
  ['verplicht', 'verplicht'],
  ['gerealiseerd', 'gerealiseerd'],
  ['vrij', 'vrij'],
] as const
const BREEDTE = 15

function toonTabel(uit: (tekst: string) => void, kader: Boekkader, rijen: readonly Begrotingsrij[]): void {
  const langste = Math.max(...rijen.map(({ naam, diepte }) => naam.length + 2 * diepte))
  uit(
    `${kader.plan.programma.titel}, tot en met boeking ${kader.tijdstip.bekendNr} (${kader.tijdstip.hash.slice(0, 8)})`,
  )
  uit(' '.repeat(langste) + KOLOMMEN.map(([, kop]) => kop.padStart(BREEDTE)).join(''))
  for (const { naam, diepte, bedragen } of rijen)
    uit(
      `${' '.repeat(2 * diepte)}${naam}`.padEnd(langste) +
        KOLOMMEN.map(([veld]) => toonCenten(bedragen[veld]).padStart(BREEDTE)).join(''),
    )
}
