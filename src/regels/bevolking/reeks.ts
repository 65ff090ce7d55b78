/** De kolommen van één reeks; alleen de huishoudens met hulp, want wie geen hulp heeft betaalt niets. */
export type Reeks = {
  aantal: number
  rij: Int32Array
  soort: Uint8Array
  leeftijd: Float64Array
  paar: Uint8Array
  aow_gerechtigden: Uint8Array
  /** In centen. */
  inkomen: Float64Array
  vermogen: Float64Array
  inkomen_netto_maand: Float64Array
  kosten_4_weken: Float64Array
  /** Wat de hulp per maand kost: voor een hulpmiddel nooit meer dan dat. */
  kostprijs_restant: Float64Array
  voorziening: Uint8Array
  czm: Uint8Array
  vraagtAan: Uint8Array
  andere_bijdrage: Uint8Array
  pgb: Uint8Array
  heeftHulp: Uint8Array
}

export function legeReeks(rijen: number): Reeks {
  return {
    aantal: 0,
    rij: new Int32Array(rijen),
    soort: new Uint8Array(rijen),
    leeftijd: new Float64Array(rijen),
    paar: new Uint8Array(rijen),
    aow_gerechtigden: new Uint8Array(rijen),
    inkomen: new Float64Array(rijen),
    vermogen: new Float64Array(rijen),
    inkomen_netto_maand: new Float64Array(rijen),
    kosten_4_weken: new Float64Array(rijen),
    kostprijs_restant: new Float64Array(rijen),
    voorziening: new Uint8Array(rijen),
    czm: new Uint8Array(rijen),
    vraagtAan: new Uint8Array(rijen),
    andere_bijdrage: new Uint8Array(rijen),
    pgb: new Uint8Array(rijen),
    heeftHulp: new Uint8Array(rijen),
  }
}
