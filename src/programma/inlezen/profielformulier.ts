import type { Kolomvoorstel, Lijstprofiel, Profielvoorstel } from '#programma/invoer-poort.ts'

/** Van een ingevuld formulier naar een profiel; of het een goed profiel is, zegt de lezer. */

export const velddoel = ({ kolom }: Pick<Kolomvoorstel, 'kolom'>): string => `kolom.${kolom}`

export function profielUit(
  velden: Readonly<Record<string, string>>,
  voorstel: Profielvoorstel,
  gekozen: Lijstprofiel | undefined,
): unknown {
  const basis = gekozen ?? voorstel.profiel
  const kolommen = (voorstel.bladen[0]?.kolommen ?? []).flatMap((kolom) => {
    const veld = velden[velddoel(kolom)] ?? kolom.veld ?? 'genegeerd'
    if (kolom.titel === '' || veld === 'genegeerd') return []
    const zelfde = basis.kolommen.find((een) => een.veld === veld && een.titels.includes(kolom.titel))
    return [zelfde ?? { veld, titels: [kolom.titel] }]
  })
  return {
    ...basis,
    soort: velden['soort'] ?? basis.soort,
    teken: velden['teken'] ?? basis.teken,
    getalstijl: velden['getalstijl'] ?? basis.getalstijl,
    datumstijl: velden['datumstijl'] ?? basis.datumstijl,
    kolommen,
  }
}
