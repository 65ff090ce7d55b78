import type { Invoerbevinding, Invoerplaats } from '#grootboek/deur.ts'

const MEESTE_FOUTEN = 200

export const fout = (code: string, zin: string, plaats: Invoerplaats): Invoerbevinding => ({
  ernst: 'fout',
  code,
  zin,
  plaats,
  keren: 1,
})

/**
 * Verzamelt wat er opviel. Elke fout houdt haar eigen cel, tot er zoveel zijn dat niemand ze nog leest; wat alleen
 * opvalt, staat er per soort en blad één keer, met hoe vaak het voorkwam.
 */
export class Verzamelaar {
  private readonly fouten: Invoerbevinding[] = []
  private readonly waarschuwingen = new Map<string, Invoerbevinding>()
  private meer = 0

  fout(code: string, zin: string, plaats: Invoerplaats): void {
    if (this.fouten.length < MEESTE_FOUTEN) this.fouten.push(fout(code, zin, plaats))
    else this.meer++
  }

  waarschuw(code: string, zin: string, plaats: Invoerplaats): void {
    const sleutel = `${code}|${plaats.blad ?? ''}`
    const bestaand = this.waarschuwingen.get(sleutel)
    if (bestaand !== undefined) bestaand.keren++
    else this.waarschuwingen.set(sleutel, { ernst: 'waarschuwing', code, zin, plaats, keren: 1 })
  }

  get heeftFouten(): boolean {
    return this.fouten.length > 0
  }

  /** Meer heeft geen zin: wie dit leest, verbetert eerst wat er al staat. */
  get vol(): boolean {
    return this.meer > 0
  }

  bevindingen(): Invoerbevinding[] {
    const rest: Invoerbevinding[] =
      this.meer === 0
        ? []
        : [
            {
              ernst: 'fout',
              code: 'meer_fouten',
              zin: `Er zijn meer dan ${MEESTE_FOUTEN} fouten. Verbeter eerst deze en lees het bestand opnieuw in.`,
              plaats: {},
              keren: this.meer,
            },
          ]
    return [...this.fouten, ...rest, ...this.waarschuwingen.values()]
  }
}
