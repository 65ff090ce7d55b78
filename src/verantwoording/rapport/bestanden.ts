import { canoniek } from '#verantwoording/canoniek.ts'
import { RAPPORTVORMEN, type Rapportbestand, type Rapportpoort } from '#verantwoording/poorten.ts'
import type { Uitgavevorm } from '#verantwoording/rapport/uitgave.store.ts'
import type { Rapportinhoud } from '#verantwoording/rapport.ts'
import { rapportHtml } from '#verantwoording/schermen/document.tsx'

/** Alle bestanden van een rapport; dezelfde inhoud geeft altijd dezelfde bytes. */

export type Rapportuitvoer = Rapportbestand & { vorm: Uitgavevorm }

const bytes = (tekst: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(tekst)

export const jsonBestand = (inhoud: Rapportinhoud): Rapportbestand => ({
  naam: `${inhoud.gemeente.code}-${inhoud.kenmerk}.json`,
  type: 'application/json; charset=utf-8',
  inhoud: bytes(canoniek(inhoud)),
})

export const htmlBestand = (inhoud: Rapportinhoud): Rapportbestand => ({
  naam: `${inhoud.gemeente.code}-${inhoud.kenmerk}.html`,
  type: 'text/html; charset=utf-8',
  inhoud: bytes(rapportHtml(inhoud)),
})

/** Zonder poort alleen wat deze kamer zelf maakt. */
export async function maakBestand(
  inhoud: Rapportinhoud,
  vorm: Uitgavevorm,
  poort: Rapportpoort | undefined,
): Promise<Rapportbestand | undefined> {
  if (vorm === 'json') return jsonBestand(inhoud)
  if (vorm === 'html') return htmlBestand(inhoud)
  return poort?.schrijfRapport(inhoud, vorm)
}

/** De PDF maakt een ander proces: intussen schrijft dit proces de rest. */
export async function maakBestanden(
  inhoud: Rapportinhoud,
  poort: Rapportpoort | undefined,
): Promise<Rapportuitvoer[]> {
  const pdf = poort?.schrijfRapport(inhoud, 'pdf')
  // Mislukt het zetten, dan hoort wie hieronder wacht het; niet het hele proces.
  pdf?.catch(() => undefined)
  await new Promise((verder) => setImmediate(verder))
  const uitvoer: Rapportuitvoer[] = [
    { vorm: 'json', ...jsonBestand(inhoud) },
    { vorm: 'html', ...htmlBestand(inhoud) },
  ]
  if (poort !== undefined)
    for (const vorm of RAPPORTVORMEN)
      if (vorm !== 'pdf') uitvoer.push({ vorm, ...(await poort.schrijfRapport(inhoud, vorm)) })
  if (pdf !== undefined) uitvoer.push({ vorm: 'pdf', ...(await pdf) })
  return uitvoer
}
