import { z } from 'zod'

/** Een stap van een begrotingswijziging of overheveling, zoals de database haar als JSON geeft; de stand verschilt. */
export const Stapvorm = z.object({
  stap: z.int(),
  besluit: z.uuid().nullable(),
  boeking: z.int().nullable(),
  reden: z.string().nullable(),
  op: z.iso.datetime({ offset: true }).transform((tekst) => new Date(tekst)),
  door: z.string().nullable(),
})
