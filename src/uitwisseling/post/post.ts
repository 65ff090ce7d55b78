import { createTransport, type Transporter } from 'nodemailer'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { alsRegel, type Bezorger, type Bezorgfout, type Poststuk } from '#toegang/deur.ts'

/** Post de deur uit met SMTP. Elk bericht gaat over een eigen verbinding: het zijn er weinig en een storing blijft klein. */
export type PostInstelling = {
  /** `smtp://` of `smtps://`, met naam en wachtwoord als de server die vraagt. */
  smtp: string
  /** Het adres waar berichten vandaan komen. */
  afzender: string
}

const VERBIND_MS = 10_000
const STIL_MS = 30_000
/** Ook een server die druppelsgewijs antwoordt, houdt de rij niet langer op dan dit. */
const LANGSTE_POGING_MS = 90_000

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

export function maakPost({ smtp, afzender }: PostInstelling): Bezorger {
  const adres = new URL(smtp)
  const transport = createTransport({
    host: adres.hostname.replaceAll(/^\[|\]$/gu, ''),
    port: Number(adres.port || (adres.protocol === 'smtps:' ? 465 : 587)),
    secure: adres.protocol === 'smtps:',
    ...(adres.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(adres.username), pass: decodeURIComponent(adres.password) } }),
    // Een wachtwoord gaat nooit leesbaar over een netwerk.
    requireTLS: adres.username !== '' && !LOOPBACK.includes(adres.hostname),
    connectionTimeout: VERBIND_MS,
    greetingTimeout: VERBIND_MS,
    socketTimeout: STIL_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    bezorg: (stuk) => binnenTijd(verstuur(transport, stuk, afzender)),
    keur: () =>
      binnenTijd(
        transport.verify().then(
          () => gelukt(null),
          (fout: unknown) => geweigerd(duid(fout)),
        ),
      ),
    sluit: () => transport.close(),
  }
}

/** Dezelfde bij elke poging, zodat een ontvanger een bericht herkent dat twee keer kwam. */
export const messageId = (id: string, afzender: string): string =>
  `<${id}@${afzender.slice(afzender.lastIndexOf('@') + 1)}>`

async function verstuur(
  transport: Transporter,
  stuk: Poststuk,
  afzender: string,
): Promise<Uitkomst<null, Bezorgfout>> {
  try {
    await transport.sendMail({
      from: { name: alsRegel(stuk.namens), address: afzender },
      // Als voorwerp, niet als tekst: dan leest niemand er een lijst of een naam in.
      to: { name: '', address: stuk.aan },
      subject: alsRegel(stuk.onderwerp),
      text: stuk.tekst,
      messageId: messageId(stuk.id, afzender),
      headers: {
        // Anders antwoordt een afwezigheidsbericht ons.
        'Auto-Submitted': 'auto-generated',
        ...(stuk.afmelden === undefined
          ? {}
          : {
              'List-Unsubscribe': { prepared: true, value: `<${new URL(stuk.afmelden).href}>` },
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
      },
    })
    return gelukt(null)
  } catch (fout) {
    return geweigerd(duid(fout))
  }
}

type SmtpFout = { code?: unknown; command?: unknown; responseCode?: unknown; message?: unknown }

/** Van een fout van de bibliotheek naar een reden uit onze lijst; het antwoord zelf noemt vaak het adres en gaat niet mee. */
export function duid(fout: unknown): Bezorgfout {
  const { code, command, responseCode, message }: SmtpFout =
    typeof fout === 'object' && fout !== null ? fout : {}
  const antwoord = typeof responseCode === 'number' ? responseCode : undefined
  return { reden: redenVan(String(code), String(command), antwoord, String(message)), code: antwoord }
}

function redenVan(
  code: string,
  command: string,
  antwoord: number | undefined,
  zin: string,
): Bezorgfout['reden'] {
  if (['EAUTH', 'ENOAUTH', 'EOAUTH2'].includes(code)) return 'server_weigert_inlog'
  if (['ETLS', 'EREQUIRETLS'].includes(code) || /certificate|self.signed|SSL routines/iu.test(zin))
    return 'server_onveilig'
  if (antwoord === undefined) return code === 'EENVELOPE' ? 'adres_geweigerd' : 'server_onbereikbaar'
  const blijvend = antwoord >= 500 && antwoord !== 503
  if (antwoord === 421) return 'server_weigert'
  if (command === 'RCPT TO') return blijvend ? 'adres_geweigerd' : 'even_niet'
  if (command === 'DATA') return blijvend ? 'bericht_geweigerd' : 'even_niet'
  return 'server_weigert'
}

/** Na deze tijd telt een poging als mislukt; komt het bericht toch nog aan, dan heeft het dezelfde Message-ID. */
async function binnenTijd(poging: Promise<Uitkomst<null, Bezorgfout>>): Promise<Uitkomst<null, Bezorgfout>> {
  const { promise, resolve } = Promise.withResolvers<Uitkomst<null, Bezorgfout>>()
  const wekker = setTimeout(
    () => resolve(geweigerd({ reden: 'server_onbereikbaar', code: undefined })),
    LANGSTE_POGING_MS,
  )
  try {
    return await Promise.race([poging, promise])
  } finally {
    clearTimeout(wekker)
  }
}
