import { z } from 'zod'
import { Adres } from '#toegang/deur.ts'

/** Hoe landelijke catalogi deze gemeente kennen. De beheerder bevestigt het; tot dan doen wij niet alsof. */
export const Uitgever = z.object({
  tooi: z
    .string()
    .trim()
    .regex(/^https:\/\/identifier\.overheid\.nl\/tooi\/id\/gemeente\/gm\d{4}$/u),
  contact: Adres,
})
export type Uitgever = z.infer<typeof Uitgever>

/** Zo zien adressen van gemeenten in TOOI eruit; een voorstel, want de gemeente moet het zelf nakijken. */
export const voorstelTooi = (code: string): string =>
  `https://identifier.overheid.nl/tooi/id/gemeente/${code}`
