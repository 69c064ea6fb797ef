/** A line through some values in a box of 100 by 100, the most at its top; a gap where there is none. */
export function sparkPath(values: readonly (number | null)[], fromZero: boolean): string {
  const drawn = values.filter((value) => value !== null);
  const most = Math.max(...drawn);
  const least = fromZero ? 0 : Math.min(...drawn);
  const height = most - least || 1;
  let path = "";
  let drawing = false;
  values.forEach((value, index) => {
    if (value !== null) {
      const x = (index / Math.max(values.length - 1, 1)) * 100;
      const y = 100 - ((value - least) / height) * 100;
      path += `${drawing ? "L" : "M"}${Math.round(x * 10) / 10} ${Math.round(y)}`;
      if (!drawing) path += "h0";
    }
    drawing = value !== null;
  });
  return path;
}
