import type { Context } from 'hono'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { BESTANDFOUTEN } from '#toegang/teksten.ts'

/** De velden van een verstuurd formulier als tekst; komt een veld vaker voor, dan telt het laatste. */
export async function leesFormulier(c: Context): Promise<Record<string, string>> {
  const velden: Record<string, string> = Object.create(null)
  for (const [naam, waarde] of await leesInhoud(c)) if (typeof waarde === 'string') velden[naam] = waarde
  return velden
}

/** Alle waarden van één veld, in volgorde: voor keuzerondjes en herhaalde velden. */
export async function leesWaarden(c: Context, naam: string): Promise<string[]> {
  return (await leesInhoud(c)).getAll(naam).filter((waarde) => typeof waarde === 'string')
}

export type Bestand = { naam: string; inhoud: Uint8Array }
export type BestandWeigering = keyof typeof BESTANDFOUTEN

/** Een opgestuurd bestand. De route moet met `inhoud: 'bestand'` zijn aangemeld. */
export async function leesBestand(c: Context, veld: string): Promise<Uitkomst<Bestand, BestandWeigering>> {
  const waarde = (await leesInhoud(c)).get(veld)
  if (!(waarde instanceof File) || waarde.name === '') return geweigerd('geen_bestand')
  if (waarde.size === 0) return geweigerd('bestand_leeg')
  return gelukt({ naam: waarde.name, inhoud: new Uint8Array(await waarde.arrayBuffer()) })
}

/** Een verzoek dat geen leesbaar formulier is, telt als een leeg formulier: de velden zeggen dan wat ontbreekt. */
async function leesInhoud(c: Context): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch {
    return new FormData()
  }
}
