import { request } from 'node:http'
import { connect } from 'node:net'

export type Antwoord = { status: number; koppen: Record<string, string | string[] | undefined>; lijf: Buffer }
type Vraag = { method?: string; headers?: Record<string, string>; lijf?: Buffer }

/** Vragen over een echte verbinding: zoals een browser, of rauw zoals iemand met kwade bedoelingen. */
export function maakVerbinding(poort: number, host: string) {
  function vraag(pad: string, { method = 'GET', headers = {}, lijf }: Vraag = {}): Promise<Antwoord> {
    return new Promise((klaar, mislukt) => {
      const uit = request(
        { host: '127.0.0.1', port: poort, path: pad, method, headers: { host, ...headers } },
        (antwoord) => {
          const delen: Buffer[] = []
          antwoord.on('data', (deel) => delen.push(deel))
          antwoord.on('error', mislukt)
          antwoord.on('end', () =>
            klaar({ status: antwoord.statusCode ?? 0, koppen: antwoord.headers, lijf: Buffer.concat(delen) }),
          )
        },
      )
      uit.setTimeout(10_000, () => uit.destroy(new Error('duurt te lang')))
      uit.on('error', mislukt)
      uit.end(lijf)
    })
  }

  /** Stuurt tot de server iets zegt; zo is te zien dat hij niet eerst alles leest. */
  function stroom(
    koppen: string[],
    deel: Buffer,
    keren: number,
  ): Promise<{ antwoord: string; verstuurd: number }> {
    return new Promise((klaar, mislukt) => {
      const lijn = connect(poort, '127.0.0.1')
      let [antwoord, verstuurd] = ['', 0]
      const dicht = (): void => klaar({ antwoord, verstuurd })
      lijn.setTimeout(10_000, () => lijn.destroy(new Error('duurt te lang')))
      lijn.on('data', (tekst) => {
        antwoord += tekst.toString()
        lijn.end()
      })
      lijn.on('error', (fout) => (antwoord === '' ? mislukt(fout) : dicht()))
      lijn.on('close', dicht)
      lijn.write(`${koppen.join('\r\n')}\r\n\r\n`)
      const verder = (): void => {
        while (verstuurd < keren * deel.length && antwoord === '' && lijn.writable) {
          verstuurd += deel.length
          if (!lijn.write(deel)) {
            lijn.once('drain', () => setImmediate(verder))
            return
          }
        }
      }
      verder()
    })
  }

  return { vraag, stroom }
}
