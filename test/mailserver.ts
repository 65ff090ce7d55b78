import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Ontvangen = { naar: string[]; ruw: string }

/** Een echte mailserver in het geheugen. `weiger` zegt per ontvanger met welke code hij nee zegt. */
export async function startMailserver(
  opties: {
    poort?: number
    weiger?: (adres: string) => number | undefined
    bijBericht?: () => Promise<void>
  } = {},
) {
  const ontvangen: Ontvangen[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['AUTH'],
    logger: false,
    onRcptTo: ({ address }, _sessie, klaar) => {
      const code = opties.weiger?.(address)
      if (code === undefined) return klaar()
      klaar(Object.assign(new Error(`Geen postbus voor ${address}`), { responseCode: code }))
    },
    onData: (stroom, sessie, klaar) => {
      const delen: Buffer[] = []
      stroom.on('data', (deel: Buffer) => delen.push(deel))
      stroom.on('end', () => {
        ontvangen.push({
          naar: sessie.envelope.rcptTo.map(({ address }) => address),
          ruw: Buffer.concat(delen).toString('utf8'),
        })
        ;(opties.bijBericht?.() ?? Promise.resolve()).then(() => klaar(), klaar)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((klaar) => server.listen(opties.poort ?? 0, '127.0.0.1', klaar))
  const { port } = server.server.address() as AddressInfo
  return {
    adres: `smtp://127.0.0.1:${port}`,
    poort: port,
    ontvangen,
    /** Twee keer mag: een test stopt hem soms zelf. */
    stop: () => new Promise<void>((klaar) => server.close(() => klaar())),
  }
}

/** Eén kop van een bericht, weer aan elkaar als zij over meer regels liep. */
export const kopVan = (ruw: string, naam: string): string | undefined => {
  const [koppen = ''] = ruw.split('\r\n\r\n')
  const heel = koppen.replaceAll(/\r\n[ \t]+/gu, ' ')
  return new RegExp(`^${naam}: (.*)$`, 'imu').exec(heel)?.[1]
}

/** De tekst van een bericht, zonder de codering waarin zij reisde. */
export function tekstVan(ruw: string): string {
  const lijf = ruw.slice(ruw.indexOf('\r\n\r\n') + 4)
  const soort = kopVan(ruw, 'content-transfer-encoding')
  if (soort === 'base64') return Buffer.from(lijf, 'base64').toString('utf8')
  if (soort !== 'quoted-printable') return lijf
  const bytes = lijf
    .replaceAll(/=\r\n/gu, '')
    .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
