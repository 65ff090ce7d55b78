import assert from 'node:assert/strict'
import type { Planfout } from '#programma/plan-lezen.ts'
import { leesPlanUitWerkboek } from '#uitwisseling/rekenblad/plan-uit-werkboek.ts'
import { type Blad, type Cel, getal, type Rij, tekst } from '#uitwisseling/rekenblad/rekenblad.ts'

type Invoer = string | number | Cel
const cel = (waarde: Invoer): Cel =>
  typeof waarde === 'string' ? tekst(waarde) : typeof waarde === 'number' ? getal(waarde) : waarde
export const rijen = (...tabel: Invoer[][]): Rij[] => tabel.map((rij) => ({ cellen: rij.map(cel) }))

const PROGRAMMA = rijen(
  ['Veld', 'Waarde'],
  ['Gemeentecode', 'gm0000'],
  ['Gemeente', 'Voorbeeld'],
  ['Titel', 'Samen verder'],
  ['Van', 2022],
  ['Tot en met', '2026'],
  ['Herkomst', 'Met de hand ingevuld.'],
)
const LEGE_MIJLPALEN = rijen(['Onderdeel', 'Sleutel', 'Mijlpaal', 'Wanneer'])
const LEGE_VERMELDINGEN = rijen(['Sleutel', 'Soort', 'Plaats', 'Gaat over'])

/** Een klein plan zoals iemand het met de hand maakt; elke test vervangt alleen het blad waar het om gaat. */
export function werkboek(anders: Record<string, Rij[] | Blad | undefined> = {}): { bladen: Blad[] } {
  const bladen: Record<string, Rij[] | Blad | undefined> = {
    programma: PROGRAMMA,
    bronnen: rijen(['Bron', 'Soort'], ['Bijdrage Rijk', 'rijk']),
    onderdelen: rijen(['Titel'], ['Inloop Smilde'], ['Wijkteams']),
    bedragen: rijen(['Onderdeel', 'Bron', '2023', '2024'], ['inloop-smilde', '', 100, 200]),
    mijlpalen: LEGE_MIJLPALEN,
    vermeldingen: LEGE_VERMELDINGEN,
    ...anders,
  }
  return {
    bladen: Object.entries(bladen).flatMap(([naam, inhoud]) =>
      inhoud === undefined ? [] : [Array.isArray(inhoud) ? { naam, rijen: inhoud } : inhoud],
    ),
  }
}

export function goed(anders: Parameters<typeof werkboek>[0]) {
  const gelezen = leesPlanUitWerkboek(werkboek(anders))
  assert.ok(gelezen.ok, JSON.stringify(gelezen, null, 1))
  const gemeld = gelezen.waarde.waarschuwingen.filter(
    ({ melding }) => !/geen gegevens van dit blad/u.test(melding),
  )
  return { ...gelezen.waarde.plan, gemeld }
}

export function fouten(anders: Parameters<typeof werkboek>[0]): Planfout[] {
  const gelezen = leesPlanUitWerkboek(werkboek(anders))
  assert.ok(!gelezen.ok)
  return gelezen.reden
}

export const bedragen = (...regels: Invoer[][]) => ({
  bedragen: rijen(['Onderdeel', 'Bron', '2023', '2024'], ...regels),
})
export const ramingVan = (anders: Parameters<typeof werkboek>[0]) =>
  goed(anders).raming.map(({ onderdeel, jaar, bedragCent }) => [onderdeel, jaar, bedragCent])
