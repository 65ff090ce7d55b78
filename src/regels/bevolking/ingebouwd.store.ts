import { readFile } from 'node:fs/promises'
import { invoerfout } from '#basis/invoerfout.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { Marginalen } from '#regels/bevolking/marginalen.ts'

const MAP = new URL('../../../voorbeelden/bevolking/', import.meta.url)

/** Gemeenten waarvan een bevolkingsbestand meekomt. */
export const MET_BEVOLKING: readonly string[] = ['gm0000', 'gm1731']

export type Bestandsfout = { pad: string; zin: string }

/** Leest een bestand dat iemand aanlevert; elke fout met de plek waar zij staat. */
export function leesMarginalen(ruw: unknown): Uitkomst<Marginalen, readonly Bestandsfout[]> {
  const gelezen = Marginalen.safeParse(ruw, { reportInput: true })
  if (gelezen.success) return gelukt(gelezen.data)
  return geweigerd(
    gelezen.error.issues.map((fout) => ({
      pad: fout.path.join('.'),
      zin:
        fout.code === 'custom'
          ? `${fout.message.charAt(0).toUpperCase()}${fout.message.slice(1)}.`
          : invoerfout(fout),
    })),
  )
}

/** Het bestand dat Omzien meebrengt, als dat er voor deze gemeente is. */
export async function findMarginalen(gemeente: string): Promise<Marginalen | undefined> {
  if (!MET_BEVOLKING.includes(gemeente)) return undefined
  return Marginalen.parse(JSON.parse(await readFile(new URL(`${gemeente}.json`, MAP), 'utf8')))
}
