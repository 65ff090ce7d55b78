import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { ROLLEN } from '#toegang/matrix.ts'

/** Alle instellingen in één schema; `docs/configuratie.md` is eruit gemaakt en een test houdt die gelijk. */
const Poort = z.coerce.number().int().min(0).max(65_535)
const JaNee = z.enum(['ja', 'nee']).transform((keuze) => keuze === 'ja')

export const Instellingen = z.object({
  PORT: Poort.default(3000).meta({ description: 'Poort waarop de website antwoordt.' }),
  HOST: z
    .string()
    .default('localhost')
    .meta({ description: 'Adres waarop geluisterd wordt; `0.0.0.0` voor elk adres van de machine.' }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/u })
    .optional()
    .meta({
      description:
        'PostgreSQL-server (15 of nieuwer). Zonder deze: een ingebedde database in de gegevensmap.',
    }),
  OMZIEN_GEGEVENS: z.string().default('.gegevens').meta({
    description: 'Map voor de ingebedde database, en voor grote bestanden zolang zij gelezen worden.',
  }),
  OMZIEN_GROOTSTE_INVOER: z.coerce.number().int().min(1).max(10_000).default(500).meta({
    description: 'Hoe groot een bestand mag zijn dat wordt ingelezen, zoals een auditfile, in MB.',
  }),
  OMZIEN_INLEZEN_REGELS: z.coerce.number().int().min(100).max(1_000_000).default(100_000).meta({
    description:
      'Hoeveel regels van één bestand hoogstens bij een programma horen of nog onbekend zijn. Meer kost meer geheugen, ongeveer 2 KB per regel.',
  }),
  OMZIEN_ADRES: z.url().optional().meta({
    description:
      'Adres zoals bezoekers het zien, bijvoorbeeld `https://omzien.gemeente.nl`. Met `https` worden cookies alleen beveiligd verstuurd.',
  }),
  OMZIEN_INLOG: z.string().optional().meta({
    description:
      'Pad van een JSON-bestand met de OpenID Connect-inlogdienst per gemeente. Zonder dit bestand is er alleen de demo-inlog, op de eigen machine.',
  }),
  OMZIEN_GEHEIM: z.string().min(32).optional().meta({
    description:
      'Willekeurige tekst van minstens 32 tekens, gelijk voor alle processen. Alleen nodig bij meer dan één proces: het beveiligt het heen en weer naar de inlogdienst.',
  }),
  OMZIEN_DEMO: JaNee.default(true).meta({
    description:
      '`nee` zet de demo-inlog uit. Met demo-inlog start de server alleen op de eigen machine (loopback).',
  }),
  OMZIEN_PROXY: JaNee.default(false).meta({
    description:
      '`ja` als er een eigen proxy voor staat: dan geldt het laatste adres in `X-Forwarded-For` als afzender.',
  }),
  OMZIEN_VOORBEELDEN: JaNee.default(true).meta({
    description: '`nee` laadt bij een lege database geen voorbeelden.',
  }),
  OMZIEN_SMTP: z
    .url({ protocol: /^smtps?$/u })
    .optional()
    .meta({
      description:
        'Mailserver, bijvoorbeeld `smtps://naam:wachtwoord@mail.gemeente.nl`. Zonder deze wachten berichten; `/beheer/berichten` zegt dat.',
    }),
  OMZIEN_AFZENDER: z.email().optional().meta({
    description: 'E-mailadres waar berichten vandaan komen. Verplicht bij `OMZIEN_SMTP`.',
  }),
  OMZIEN_BERICHTEN_BEWAREN: z.coerce.number().int().min(0).max(365).default(7).meta({
    description:
      'Hoeveel dagen adres en tekst van een bericht blijven staan nadat het verzonden of opgegeven is. Daarna worden zij gewist.',
  }),
  OMZIEN_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .meta({ description: 'Hoeveel de server vertelt, als JSON-regels op de foutuitvoer.' }),
})
export type Instellingen = z.infer<typeof Instellingen>

/** De inlogdienst van één gemeente. `rollen` vertaalt een waarde uit de claim naar onze rol. */
export const InlogInstelling = z.strictObject({
  uitgever: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  rolclaim: z.string().min(1).default('roles'),
  rollen: z.record(z.string(), z.enum(ROLLEN)),
  /** `weigeren`: alleen wie al een account heeft, mag erin; de beheerder maakt accounts op `/beheer/accounts`. */
  onbekend: z.enum(['toelaten', 'weigeren']).default('toelaten'),
})
export type InlogInstelling = z.infer<typeof InlogInstelling>
const InlogBestand = z.record(z.string().regex(/^gm\d{4}$/u), InlogInstelling)

export type Config = Instellingen & { inlog: Record<string, InlogInstelling>; gegevensmap: string }

/** Leest de instellingen; een fout noemt de instelling en wat er verwacht werd, nooit de waarde. */
export function leesConfig(omgeving: NodeJS.ProcessEnv): Uitkomst<Config, string[]> {
  const gelezen = Instellingen.safeParse(omgeving)
  if (!gelezen.success)
    return geweigerd(gelezen.error.issues.map((fout) => `${fout.path.join('.')}: ${fout.message}`))
  const instellingen = gelezen.data
  if (instellingen.OMZIEN_SMTP !== undefined && instellingen.OMZIEN_AFZENDER === undefined)
    return geweigerd(['OMZIEN_AFZENDER: bij een mailserver hoort een adres waar berichten vandaan komen.'])
  const inlog = instellingen.OMZIEN_INLOG === undefined ? gelukt({}) : leesInlog(instellingen.OMZIEN_INLOG)
  if (!inlog.ok) return inlog
  return gelukt({ ...instellingen, inlog: inlog.waarde, gegevensmap: resolve(instellingen.OMZIEN_GEGEVENS) })
}

function leesInlog(pad: string): Uitkomst<Record<string, InlogInstelling>, string[]> {
  let inhoud: unknown
  try {
    inhoud = JSON.parse(readFileSync(pad, 'utf8'))
  } catch {
    return geweigerd(['OMZIEN_INLOG: het bestand is niet te lezen als JSON.'])
  }
  const gelezen = InlogBestand.safeParse(inhoud)
  if (gelezen.success) return gelukt(gelezen.data)
  return geweigerd(
    gelezen.error.issues.map((fout) => `OMZIEN_INLOG, ${fout.path.join('.')}: ${fout.message}`),
  )
}

/** De instellingen als tabel in Markdown, voor de documentatie. */
export function configTabel(): string {
  const rijen = Object.entries(Instellingen.shape).map(([naam, schema]) => {
    const standaard = schema.safeParse(undefined)
    const waarde = standaard.success && standaard.data !== undefined ? standaard.data : undefined
    const tekst =
      waarde === undefined ? '' : `\`${waarde === true ? 'ja' : waarde === false ? 'nee' : waarde}\``
    return `| \`${naam}\` | ${tekst} | ${schema.meta()?.description ?? ''} |`
  })
  return ['| instelling | zonder instelling | betekenis |', '|---|---|---|', ...rijen].join('\n')
}
