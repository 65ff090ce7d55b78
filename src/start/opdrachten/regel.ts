import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { invoerfout } from '#basis/invoerfout.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  berekeningUit,
  maakRekenkamer,
  type Rekenweigering,
  STANDAARDGEMEENTE,
  Toetsbestand,
  toets,
  type Uitslag,
  weigerzin,
} from '#regels/deur.ts'
import {
  GEVONDEN,
  GOED,
  ONBRUIKBAAR,
  type Opdracht,
  type Opdrachtcontext,
  onbruikbaar,
} from '#start/opdrachten/opdracht.ts'

const Invoerbestand = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const GROOTSTE_BESTAND = 50_000_000

export const regelReken: Opdracht = {
  naam: 'regel reken',
  gebruik: 'regel reken <regel> --datum 2026-07-01 [--invoer bestand.json] [--gemeente gm1731] [--json]',
  uitleg: 'Rekent één geval uit, met de uitleg per stap. Bedragen in het bestand zijn in euro.',
  opties: ['datum', 'invoer'],
  argumenten: [1, 1],
  databank: false,
  async voerUit(context, [regel = ''], opties) {
    const dag = Datum.safeParse(opties.overig['datum'])
    if (!dag.success) return onbruikbaar(context, 'Noem de dag met --datum, zoals 2026-07-01.')
    const pad = opties.overig['invoer']
    const invoer = pad === undefined ? gelukt({}) : await leesJson(context, pad, Invoerbestand)
    if (!invoer.ok) return onbruikbaar(context, invoer.reden)
    const gemeente = opties.gemeente ?? STANDAARDGEMEENTE
    const kamer = maakRekenkamer(gemeente)
    const machine = kamer.op(dag.data)
    const uitkomst = machine.reken(regel, invoer.waarde)
    if (!uitkomst.ok) {
      context.zeg(weigerzin(uitkomst.reden, kamer.tabel))
      if (opties.json)
        context.uit(JSON.stringify({ formaat: 1, regel, datum: dag.data, weigering: uitkomst.reden }))
      return afloop(uitkomst.reden)
    }
    const uit = berekeningUit(machine, uitkomst.waarde, gemeente)
    if (opties.json) context.uit(JSON.stringify(uit))
    else {
      for (const stap of uit.stappen) context.uit(`${stap.naam}: ${stap.tekst}\n    ${stap.omdat}`)
      for (const { zin } of uit.veranderingen) context.uit(zin)
      if (uit.nietZeker.length > 0) context.uit(`Nog niet zeker: ${uit.nietZeker.join(', ')}`)
    }
    return GOED
  },
}

/** Wat wij niet weten, is een weigering; wat de vrager kan verbeteren, is onbruikbare invoer. */
const afloop = ({ soort }: Rekenweigering): number =>
  soort === 'parameter_onbekend' || soort === 'regel_geldt_niet' ? GEVONDEN : ONBRUIKBAAR

export const regelToets: Opdracht = {
  naam: 'regel toets',
  gebruik: 'regel toets <bestand> [--json]',
  uitleg: 'Rekent gevallen na waarvan de uitkomst bekend is. Uitkomst 1 als er een niet klopt.',
  argumenten: [1, 1],
  databank: false,
  async voerUit(context, [pad = ''], opties) {
    const bestand = await leesJson(context, pad, Toetsbestand)
    if (!bestand.ok) return onbruikbaar(context, bestand.reden)
    const uitslagen = toets(bestand.waarde.gevallen)
    const fout = uitslagen.filter(({ goed }) => !goed)
    if (opties.json)
      context.uit(
        JSON.stringify({
          formaat: 1,
          aantal: uitslagen.length,
          goed: uitslagen.length - fout.length,
          gevallen: uitslagen,
        }),
      )
    else for (const uitslag of uitslagen) context.uit(uitslagzin(uitslag))
    context.zeg(`${uitslagen.length - fout.length} van ${uitslagen.length} gevallen kloppen.`)
    return fout.length === 0 ? GOED : GEVONDEN
  },
}

const toon = (waarde: unknown): string =>
  typeof waarde === 'object' ? JSON.stringify(waarde) : String(waarde)

const uitslagzin = ({ id, verwacht, gekregen, goed, weigering }: Uitslag): string =>
  `${goed ? 'goed' : 'FOUT'}  ${id}  verwacht ${toon(verwacht)}  gekregen ${
    weigering === undefined ? toon(gekregen) : `niets: ${weigerzin(weigering)}`
  }`

export async function leesJson<T>(
  context: Opdrachtcontext,
  pad: string,
  vorm: z.ZodType<T>,
): Promise<Uitkomst<T, string>> {
  const plek = resolve(context.map, pad)
  try {
    if ((await stat(plek)).size > GROOTSTE_BESTAND) return geweigerd(`Het bestand ${pad} is te groot.`)
    const gelezen = vorm.safeParse(JSON.parse(await readFile(plek, 'utf8')), { reportInput: true })
    if (gelezen.success) return gelukt(gelezen.data)
    const [eerste] = gelezen.error.issues
    const waar = eerste === undefined || eerste.path.length === 0 ? '' : ` bij ${eerste.path.join('.')}`
    return geweigerd(
      `Het bestand ${pad} klopt niet${waar}: ${eerste === undefined ? '' : invoerfout(eerste)}`,
    )
  } catch (fout) {
    return geweigerd(
      fout instanceof SyntaxError
        ? `Het bestand ${pad} is geen leesbare JSON.`
        : `Het bestand ${pad} is niet te lezen.`,
    )
  }
}
