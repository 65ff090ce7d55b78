/**
 * Verzonnen huishoudens voor de kruiscontrole: voor elk rijnummer en elk veld altijd hetzelfde getal, zodat twee
 * rekenwijzen dezelfde rijen hebben zonder dat er een bestand bij hoort. Het is een proef, geen bevolking.
 */
const VELDEN = 16
const DEELBAAR = 2 ** 32

/** Een getal van 0 tot 1 bij dit rijnummer en dit veld, door de bits te mengen. */
function getal(rij: number, veld: number): number {
  let bits = (Math.imul(rij, VELDEN) + veld + 0x9e37_79b9) >>> 0
  for (const [schuif, maal] of [
    [16, 0x7feb_352d],
    [15, 0x846c_a68b],
  ] as const)
    bits = Math.imul(bits ^ (bits >>> schuif), maal) >>> 0
  return ((bits ^ (bits >>> 16)) >>> 0) / DEELBAAR
}

/** Scheef verdeeld: veel lage en weinig hoge bedragen, in hele euro's. */
const scheef = (laagste: number, bereik: number, getallen: readonly [number, number]): number =>
  Math.floor(laagste + bereik * getallen[0] * getallen[1])

export type Proefrijen = ReturnType<typeof maakProefrijen>

/** De kolommen van zoveel huishoudens; bedragen in hele euro's. */
export function maakProefrijen(aantal: number, vanaf = 0) {
  const rijen = {
    paar: new Uint8Array(aantal),
    aow_gerechtigden: new Uint8Array(aantal),
    inkomen: new Float64Array(aantal),
    vermogen: new Float64Array(aantal),
    kosten_4_weken: new Float64Array(aantal),
    rolstoel: new Uint8Array(aantal),
    inkomen_netto_maand: new Float64Array(aantal),
    czm: new Uint8Array(aantal),
  }
  for (let i = 0; i < aantal; i++) {
    const rij = vanaf + i
    const paar = getal(rij, 0) < 0.45
    const aow = getal(rij, 1)
    rijen.paar[i] = Number(paar)
    rijen.aow_gerechtigden[i] = paar ? Number(aow >= 0.3) + Number(aow >= 0.5) : Number(aow >= 0.4)
    const [inkomen, spaart, vermogen, netto] = [getal(rij, 2), getal(rij, 3), getal(rij, 4), getal(rij, 7)]
    rijen.inkomen[i] = scheef(8_000, 60_000, [inkomen, inkomen])
    rijen.vermogen[i] = spaart < 0.5 ? 0 : scheef(0, 120_000, [vermogen, vermogen])
    rijen.kosten_4_weken[i] = Math.floor(20 + 600 * getal(rij, 5))
    rijen.rolstoel[i] = Number(getal(rij, 6) < 0.05)
    rijen.inkomen_netto_maand[i] = scheef(900, 2_500, [netto, netto])
    rijen.czm[i] = Number(getal(rij, 8) < 0.6)
  }
  return rijen
}
