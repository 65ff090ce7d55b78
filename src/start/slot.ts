import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * De ingebedde database hoort bij één proces. Wie haar opent, bezet een contactpunt (socket) in de gegevensmap
 * dat alleen de eigenaar kan openen. Een opdracht die het contactpunt bezet vindt, laat zich daar uitvoeren.
 */
export type Doorgestuurd = { argv: string[]; map: string }
const Doorgestuurd = z.strictObject({
  argv: z.array(z.string().max(10_000)).max(100),
  map: z.string().max(4_000),
})

export type Uitvoerregel = { uit: string } | { zeg: string } | { klaar: number }
const Uitvoerregel = z.union([
  z.strictObject({ uit: z.string() }),
  z.strictObject({ zeg: z.string() }),
  z.strictObject({ klaar: z.int() }),
])

/** Een pad voor een socket mag maar ongeveer honderd tekens lang zijn; een lange map krijgt een korte naam elders. */
const LANGSTE_SOCKETPAD = 100

function contactpunt(gegevensmap: string): string {
  const kort = createHash('sha256').update(gegevensmap).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\omzien-${kort}`
  const pad = join(gegevensmap, 'omzien.sock')
  if (pad.length <= LANGSTE_SOCKETPAD) return pad
  const map = join(tmpdir(), `omzien-${process.getuid?.() ?? 0}`)
  mkdirSync(map, { recursive: true, mode: 0o700 })
  return join(map, `${kort}.sock`)
}

export type Slot = { geefVrij: () => void }

/** Bezet de gegevensmap; `undefined` als een ander proces haar al heeft. */
export async function bezet(
  gegevensmap: string,
  voerUit: (opdracht: Doorgestuurd, schrijf: (regel: Uitvoerregel) => void) => Promise<number>,
): Promise<Slot | undefined> {
  mkdirSync(gegevensmap, { recursive: true, mode: 0o700 })
  const pad = contactpunt(gegevensmap)
  if (await antwoordt(pad)) return undefined
  if (existsSync(pad)) rmSync(pad)
  const server = createServer((vraag, antwoord) => {
    if (vraag.method !== 'POST') {
      antwoord.end('omzien')
      return
    }
    const delen: Buffer[] = []
    vraag.on('data', (deel: Buffer) => delen.push(deel))
    vraag.on('end', () => {
      const schrijf = (regel: Uitvoerregel): void => void antwoord.write(`${JSON.stringify(regel)}\n`)
      Promise.try(() =>
        voerUit(Doorgestuurd.parse(JSON.parse(Buffer.concat(delen).toString('utf8'))), schrijf),
      )
        .catch(() => {
          schrijf({ zeg: 'Er ging iets mis bij het uitvoeren in de lopende server. Kijk in de serverlog.' })
          return 2
        })
        .then((code) => {
          schrijf({ klaar: code })
          antwoord.end()
        })
    })
  })
  await new Promise<void>((klaar, mislukt) => {
    server.once('error', mislukt)
    // Eerst alleen voor de eigenaar, dan pas bereikbaar.
    const oud = process.umask(0o077)
    server.listen(pad, klaar)
    process.umask(oud)
  })
  if (process.platform !== 'win32') chmodSync(pad, 0o600)
  server.unref()
  return {
    geefVrij: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function antwoordt(pad: string): Promise<boolean> {
  return new Promise((klaar) => {
    const vraag = request({ socketPath: pad, path: '/', method: 'GET', timeout: 2_000 }, (antwoord) => {
      antwoord.resume()
      klaar(true)
    })
    // Bezet maar traag is ook bezet.
    vraag.on('timeout', () => {
      vraag.destroy()
      klaar(true)
    })
    vraag.on('error', () => klaar(false))
    vraag.end()
  })
}

/** Laat een opdracht uitvoeren door het proces dat de map bezet; `undefined` als er geen is. */
export function stuurDoor(
  gegevensmap: string,
  opdracht: Doorgestuurd,
  ontvang: (regel: Exclude<Uitvoerregel, { klaar: number }>) => void,
): Promise<number | undefined> {
  return new Promise((klaar, mislukt) => {
    const vraag = request({ socketPath: contactpunt(gegevensmap), path: '/', method: 'POST' }, (antwoord) => {
      let rest = ''
      let code: number | undefined
      antwoord.setEncoding('utf8')
      antwoord.on('data', (deel: string) => {
        const regels = (rest + deel).split('\n')
        rest = regels.pop() ?? ''
        for (const tekst of regels) {
          const regel = Uitvoerregel.parse(JSON.parse(tekst))
          if ('klaar' in regel) code = regel.klaar
          else ontvang(regel)
        }
      })
      antwoord.on('end', () =>
        code === undefined ? mislukt(new Error('de server stopte halverwege')) : klaar(code),
      )
      antwoord.on('error', mislukt)
    })
    vraag.on('error', (fout: NodeJS.ErrnoException) =>
      fout.code === 'ENOENT' || fout.code === 'ECONNREFUSED' ? klaar(undefined) : mislukt(fout),
    )
    vraag.end(JSON.stringify(opdracht))
  })
}
