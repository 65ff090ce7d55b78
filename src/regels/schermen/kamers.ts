import { maakRekenkamer, type Rekenkamer } from '#regels/wet/wet.ts'

/** Per gemeente één rekenkamer; zij bevat alleen regels en bedragen, nooit iets van een bezoeker. */
export function maakKamers(): (gemeente: string) => Rekenkamer {
  const kamers = new Map<string, Rekenkamer>()
  return (gemeente) => {
    const kamer = kamers.get(gemeente) ?? maakRekenkamer(gemeente)
    kamers.set(gemeente, kamer)
    return kamer
  }
}
