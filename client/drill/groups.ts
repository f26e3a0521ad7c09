/** Parties that move each other, in groups: whoever trades with whom is played by one driver, in one order. */
export function groupsOf(ids: readonly string[], links: readonly (readonly [string, string])[]): string[][] {
  const parent = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    const above = parent.get(id) ?? id;
    if (above === id) return id;
    const root = rootOf(above);
    parent.set(id, root);
    return root;
  };
  for (const [a, b] of links) if (parent.has(a) && parent.has(b)) parent.set(rootOf(b), rootOf(a));
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  return [...groups.values()];
}
