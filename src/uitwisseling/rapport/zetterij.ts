import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/**
 * Zetten houdt een processor een tiende tot enkele seconden bezet en gebeurt in vreemde machinecode. Daarom één eigen
 * proces, dat één rapport tegelijk zet: de server blijft antwoorden, een vastloper of een crash raakt alleen dit ene
 * rapport, en het geheugen heeft een grens, hoeveel mensen ook tegelijk vragen.
 */

export type Zetterij = {
  zet(gegevens: string): Promise<Uint8Array>
  sluit(): Promise<void>
  /** Het proces dat nu zet, voor wie wil weten wat het kost. */
  proces(): number | undefined
}

type Opties = {
  /** Na zoveel ms zonder werk stopt het proces en is zijn geheugen weer vrij. */
  rust?: number
  /** Langer dan dit is vastgelopen. */
  geduld?: number
  wachtenden?: number
  /** Na zoveel rapporten begint een vers proces: Typst onthoudt van elk rapport een beetje. */
  keren?: number
}

const Antwoord = z.union([z.object({ pdf: z.instanceof(Uint8Array) }), z.object({ fout: z.string() })])
type Antwoord = z.infer<typeof Antwoord>

/** Het rapport is niet te zetten; het proces zelf is gezond. */
export class Zetfout extends Error {}

const WERKER = fileURLToPath(new URL('./werker.ts', import.meta.url))

/** Zonder tsx: er zit geen JSX in wat dit proces laadt, en zo staat het in een tel. */
const begin = (): ChildProcess =>
  fork(WERKER, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })

export function maakZetterij(opties: Opties = {}): Zetterij {
  const { rust = 60_000, geduld = 60_000, wachtenden = 40, keren = 25 } = opties
  let proces: ChildProcess | undefined
  let gezet = 0
  let rij: Promise<unknown> = Promise.resolve()
  let aantal = 0
  let wekker: NodeJS.Timeout | undefined

  const stop = (): void => {
    proces?.kill()
    proces = undefined
    gezet = 0
  }

  const doe = async (gegevens: string): Promise<Uint8Array> => {
    clearTimeout(wekker)
    proces ??= begin()
    try {
      const antwoord = await vraag(proces, gegevens, geduld)
      if ('fout' in antwoord) throw new Zetfout(antwoord.fout)
      if (++gezet >= keren) stop()
      return antwoord.pdf
    } catch (oorzaak) {
      if (!(oorzaak instanceof Zetfout)) stop()
      throw oorzaak
    }
  }

  return {
    zet(gegevens) {
      if (aantal >= wachtenden)
        return Promise.reject(new Error('er wachten al te veel rapporten op het zetten'))
      aantal++
      const beurt = rij.then(() => doe(gegevens))
      rij = beurt
        .catch(() => undefined)
        .then(() => {
          aantal--
          if (aantal === 0) wekker = setTimeout(stop, rust).unref()
        })
      return beurt
    },
    async sluit() {
      await rij
      clearTimeout(wekker)
      stop()
    },
    proces: () => proces?.pid,
  }
}

/** Eén vraag. Zolang het proces werkt houdt het de server in leven, daarna niet meer. */
function vraag(proces: ChildProcess, gegevens: string, geduld: number): Promise<Antwoord> {
  const { promise, resolve, reject } = Promise.withResolvers<Antwoord>()
  const wekker = setTimeout(() => reject(new Error('het zetten duurt te lang')), geduld)
  const ontvang = (bericht: unknown): void => resolve(Antwoord.parse(bericht))
  const gestopt = (code: number | null): void => reject(new Error(`het proces dat zet, is gestopt (${code})`))
  proces.on('message', ontvang).on('error', reject).on('exit', gestopt)
  proces.ref()
  proces.channel?.ref()
  proces.send(gegevens)
  return promise.finally(() => {
    clearTimeout(wekker)
    proces.off('message', ontvang).off('error', reject).off('exit', gestopt)
    proces.unref()
    proces.channel?.unref()
  })
}
