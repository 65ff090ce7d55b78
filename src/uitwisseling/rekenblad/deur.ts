export { schrijfCsv } from '#uitwisseling/rekenblad/csv.ts'
export { isRekenblad, leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
export { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
export { leesPlanbestand } from '#uitwisseling/rekenblad/plan-bestand.ts'
export { leesBedragcel } from '#uitwisseling/rekenblad/plan-cel.ts'
export { maakSjabloon, planNaarWerkboek } from '#uitwisseling/rekenblad/plan-schrijven.ts'
export { type IngelezenPlan, leesPlanUitWerkboek } from '#uitwisseling/rekenblad/plan-uit-werkboek.ts'
export * from '#uitwisseling/rekenblad/rekenblad.ts'
export {
  type Download,
  exporteerTabel,
  MEDIATYPE,
  type Schermtabel,
  TABELVORMEN,
  type TabelJson,
  type Tabelkolom,
  type Tabelvorm,
  type Tabelwaarde,
  tabelNaarJson,
  tabelNaarWerkboek,
} from '#uitwisseling/rekenblad/tabel-blad.ts'
export { GRENZEN, type Rekenbladfout, type Rekenbladreden } from '#uitwisseling/rekenblad/teksten.ts'
export { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'
