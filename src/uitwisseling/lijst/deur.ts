/** Lijsten uit een financieel systeem: voorstellen, bewaren, herkennen en lezen. */

export { herkenProfielen, pastOp } from '#uitwisseling/lijst/herkennen.ts'
export { ingebouwdeProfielen } from '#uitwisseling/lijst/ingebouwd.ts'
export { type GelezenLijst, leesLijst } from '#uitwisseling/lijst/lees-lijst.ts'
export { maakLijstlezer } from '#uitwisseling/lijst/lijstlezer.ts'
export { metingbladen } from '#uitwisseling/lijst/metingblad.ts'
export {
  DATUMSTIJLEN,
  GETALSTIJLEN,
  Invoerprofiel,
  type Kolomprofiel,
  leesProfiel,
  profielfouten,
} from '#uitwisseling/lijst/profiel.ts'
export { prognosebladen } from '#uitwisseling/lijst/prognoseblad.ts'
export type { Lijstkader } from '#uitwisseling/lijst/rijwaarden.ts'
export {
  DOELVELDEN,
  type Doelveld,
  LIJSTSOORTEN,
  type Lijstsoort,
  VELDNAAM,
} from '#uitwisseling/lijst/velden.ts'
export { type Bladvoorstel, type Profielvoorstel, stelProfielVoor } from '#uitwisseling/lijst/voorstel.ts'
export type { Kolomvoorstel, Zekerheid } from '#uitwisseling/lijst/voorstel-kolommen.ts'
export type { Vraag } from '#uitwisseling/lijst/voorstel-vragen.ts'
