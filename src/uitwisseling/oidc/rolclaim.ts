import type { Rol } from '#toegang/deur.ts'

/**
 * Leest de rollen uit een claim: een lijst, of één tekst met spaties of komma's ertussen. Een waarde die niet in
 * `vertaling` staat, valt weg; zo bepaalt de gemeente en niet de inlogdienst welke rollen er bestaan.
 */
export function rollenUitClaim(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
  vertaling: Readonly<Record<string, Rol>>,
): Rol[] {
  const waarden = waardenVan(vindClaim(claims, claim))
  return [
    ...new Set(waarden.flatMap((waarde) => (Object.hasOwn(vertaling, waarde) ? [vertaling[waarde]] : []))),
  ].filter((rol) => rol !== undefined)
}

/** Eerst de claim met precies deze naam (ook als er punten in staan), dan laag voor laag. */
function vindClaim(claims: Readonly<Record<string, unknown>>, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim]
  let hier: unknown = claims
  for (const deel of claim.split('.')) {
    if (typeof hier !== 'object' || hier === null || !Object.hasOwn(hier, deel)) return undefined
    hier = (hier as Record<string, unknown>)[deel]
  }
  return hier
}

function waardenVan(gevonden: unknown): string[] {
  if (typeof gevonden === 'string') return [gevonden, ...gevonden.split(/[\s,]+/u)]
  return Array.isArray(gevonden) ? gevonden.filter((waarde) => typeof waarde === 'string') : []
}
