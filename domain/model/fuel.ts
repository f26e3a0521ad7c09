/** The fuels that a unit evidences and that the factors are known of. */
export const FUELS = ['natural-gas', 'gasoline', 'diesel', 'lpg', 'kerosene', 'fuel-oil'] as const;
export type Fuel = (typeof FUELS)[number];
