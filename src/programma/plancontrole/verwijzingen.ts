import { hoofdletter, opsomming } from '#basis/tekst.ts'
import type { Plaats, VermeldingVan } from '#programma/plan.ts'
import { dingSleutel, type Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, type Knoop, opTitel, valtOnder } from '#programma/plancontrole/feiten.ts'
import { naam, namen, plaatsnaam, vindplaats } from '#programma/plancontrole/tonen.ts'

type Verwijzing = VermeldingVan<'verwijzing'>

/** `Par. 5.1.7.` en `5.1.7` wijzen hetzelfde aan. */
const kaleCode = (code: string): string =>
  code
    .toLowerCase()
    .replace(/^[a-z§]+\.?\s*(?=\d)/u, '')
    .replace(/[\s.]+$/u, '')

/** Elke verwijzing komt uit bij een plaats die gaat over wat bedoeld is. */
export function* verwijzingen(feiten: Feiten): Generator<Vondst> {
  const opCode = Map.groupBy(
    feiten.plan.plaatsen.filter(({ code }) => code !== null),
    ({ code }) => kaleCode(code ?? ''),
  )
  const overDing = new Map<string, Plaats[]>()
  for (const plaats of feiten.plan.plaatsen)
    for (const ding of plaats.over) {
      const bekend = overDing.get(dingSleutel(ding))
      if (bekend === undefined) overDing.set(dingSleutel(ding), [plaats])
      else bekend.push(plaats)
    }
  for (const vermelding of feiten.plan.vermeldingen)
    if (vermelding.soort === 'verwijzing') {
      const vondst = keur({ feiten, opCode, overDing }, vermelding)
      if (vondst !== undefined) yield vondst
    }
}

type Wegwijzer = {
  feiten: Feiten
  opCode: ReadonlyMap<string, Plaats[]>
  overDing: ReadonlyMap<string, Plaats[]>
}

function keur(wegwijzer: Wegwijzer, zin: Verwijzing): Vondst | undefined {
  const { feiten, opCode } = wegwijzer
  const codes = [...zin.codes].sort()
  const onbekend = codes.filter((code) => !opCode.has(kaleCode(code)))
  const doelen = codes.flatMap((code) => opCode.get(kaleCode(code)) ?? [])
  const bedoeld = zin.bedoelt.flatMap((ding) => feiten.knoop(ding) ?? []).sort(opTitel)
  const gemist = bedoeld.filter((knoop) => !doelen.some((plaats) => gaatOver(feiten, plaats, knoop)))
  if (onbekend.length > 0)
    return vondst(feiten, zin, bedoeld, {
      ernst: 'waarschijnlijk',
      titel: `Verwijzing naar ${opsomming(onbekend)}, maar die plaats is er niet`,
      uitleg: `Bedoeld is ${namen(bedoeld)}. Geef die plaats dit nummer, of noem het goede nummer.`,
    })
  if (gemist.length === 0) return undefined
  if (gemist.length < bedoeld.length)
    return vondst(feiten, zin, bedoeld, {
      ernst: 'aandacht',
      titel: `Verwijzing naar ${opsomming(codes)} is niet compleet`,
      uitleg:
        `Bedoeld zijn ${namen(bedoeld)}, maar bij ${namen(gemist)} hoort een andere plaats. ` +
        `${beter(wegwijzer, zin, gemist)}`,
    })
  return vondst(feiten, zin, bedoeld, {
    ernst: 'fout',
    titel: `Verwijzing naar ${opsomming(codes)} komt verkeerd uit`,
    uitleg:
      `${hoofdletter(opsomming(doelen.map((plaats) => `${plaatsnaam(feiten, plaats)} gaat over ‘${plaats.titel}’`)))}. ` +
      `Bedoeld is ${namen(bedoeld)}. ${beter(wegwijzer, zin, gemist)}`,
  })
}

/** Een plaats gaat ook over wat onder haar onderwerp valt, maar een onderdeel is niet de hele groep. */
const gaatOver = (feiten: Feiten, plaats: Plaats, knoop: Knoop): boolean =>
  plaats.over.some((ding) => {
    const onderwerp = feiten.knoop(ding)
    return onderwerp !== undefined && valtOnder(knoop, onderwerp)
  })

function beter({ feiten, overDing }: Wegwijzer, zin: Verwijzing, gemist: readonly Knoop[]): string {
  const plaatsen = gemist
    .flatMap(({ ding }) => overDing.get(dingSleutel(ding)) ?? [])
    .filter(({ id, code }) => code !== null && id !== zin.plaats)
  if (plaatsen.length === 0) return 'Noem de goede plaats.'
  const codes = [...new Set(plaatsen.map((plaats) => plaatsnaam(feiten, plaats)))].sort()
  return `Daarover gaat ${opsomming(codes, 'of')}.`
}

function vondst(
  feiten: Feiten,
  zin: Verwijzing,
  bedoeld: readonly Knoop[],
  wat: Pick<Vondst, 'ernst' | 'titel' | 'uitleg'>,
): Vondst {
  const over = feiten.knoop(zin.over)
  return {
    ...wat,
    titel:
      over === undefined
        ? wat.titel
        : `${naam(over)}: ${wat.titel.charAt(0).toLowerCase()}${wat.titel.slice(1)}`,
    plaatsen: [vindplaats(feiten, zin, zin.letterlijk ?? [...zin.codes].sort().join(', '))],
    dingen: [zin.over, ...bedoeld.map(({ ding }) => ding)],
    kenmerk: zin.id,
  }
}
