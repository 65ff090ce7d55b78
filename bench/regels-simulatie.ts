import { datum } from '#basis/datum.ts'
import { maakBevolking, maakReeksmaker } from '#regels/bevolking/bevolking.ts'
import { findMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
import { maakCurven } from '#regels/simulatie/curve.ts'
import { telReeks } from '#regels/simulatie/kosten.ts'
import { simuleer } from '#regels/simulatie/simuleer.ts'
import { maakStandrekenaar } from '#regels/simulatie/stand.ts'
import { bouwVariant } from '#regels/variant/bouw.ts'
import { HUIDIG, vindVariant } from '#regels/variant/klaar.ts'

/** De simulatie: wat één variant kost met alle tabellen, en wat tweehonderd reeksen kosten. Tijd op de klok. */
const DAG = datum('2023-06-01')
const VIER = ['czm-stopt', 'nihil-130', 'regeling-hoger', 'wetsvoorstel-36713'] as const
const INWONERS = 34_000
const HUISHOUDENS = 16_000
const REEKSEN = 200
const RONDEN = 7

const mediaan = (getallen: readonly number[]): number =>
  getallen.toSorted((a, b) => a - b)[Math.floor(getallen.length / 2)] ?? 0

async function meet(doe: () => unknown): Promise<number> {
  await doe()
  const tijden: number[] = []
  for (let i = 0; i < RONDEN; i++) {
    const begin = performance.now()
    await doe()
    tijden.push(performance.now() - begin)
  }
  return mediaan(tijden)
}

export async function simulaties(): Promise<void> {
  const marginalen = await findMarginalen('gm1731')
  if (marginalen === undefined) return
  const varianten = VIER.map((id) => vindVariant(id) ?? HUIDIG)
  const vraag = { gemeente: 'gm1731', dag: DAG, marginalen, varianten, inwoners: INWONERS, reeksen: 1 }
  const alles = async () => {
    await simuleer(vraag)
    maakCurven(vraag)
  }
  const ms = await meet(alles)
  console.log(
    `${INWONERS} inwoners, alle regels en alle tabellen (kosten, groepen, curven, standaardhuishoudens), 4 varianten en het huidige beleid: ${ms.toFixed(0)} ms, ${(ms / 5).toFixed(1)} ms per variant`,
  )
  const inwoners = Math.round((HUISHOUDENS * marginalen.inwoners) / 14_880)
  const begin = performance.now()
  const uit = await simuleer({ ...vraag, inwoners, reeksen: REEKSEN })
  const klok = performance.now() - begin
  console.log(
    `${REEKSEN} reeksen × 4 varianten × ${uit.ok ? uit.waarde.huishoudens : 0} huishoudens (regels over wie hulp heeft, met groepen): ${(klok / 1000).toFixed(2)} s`,
  )
  await overIedereen(inwoners)
}

/** Hetzelfde met elk huishouden door elke regel, ook wie geen hulp heeft: de zwaarste vorm. */
async function overIedereen(inwoners: number): Promise<void> {
  const marginalen = await findMarginalen('gm1731')
  const bevolking = marginalen === undefined ? undefined : maakBevolking(marginalen, { inwoners })
  if (bevolking?.ok !== true) return
  const maak = maakReeksmaker(bevolking.waarde)
  const rekenaars = VIER.flatMap((id) => {
    const gebouwd = bouwVariant('gm1731', vindVariant(id) ?? HUIDIG, DAG)
    return gebouwd.ok ? [maakStandrekenaar(gebouwd.waarde.machine.set, id !== 'czm-stopt')] : []
  })
  const begin = performance.now()
  for (let nummer = 0; nummer < REEKSEN; nummer++) {
    const reeks = maak(nummer, true)
    const standen = rekenaars.map((reken) => reken(reeks))
    const [eerste] = standen
    for (const stand of standen)
      if (stand.ok && eerste?.ok) telReeks(reeks, eerste.waarde, stand.waarde, true, 0)
  }
  const klok = performance.now() - begin
  console.log(
    `${REEKSEN} reeksen × 4 varianten × ${bevolking.waarde.huishoudens} huishoudens, iedereen door alle regels, met sommen: ${(klok / 1000).toFixed(2)} s`,
  )
}
