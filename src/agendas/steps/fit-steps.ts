/**
 * Fits steps to the minutes that an item has. Steps that fit are left as they are; else each gets its share, at least one
 * minute, and the shares fill the item exactly (unless there are more steps than minutes).
 */
export function fitSteps<S extends { readonly minutes: number }>(steps: readonly S[], minutes: number): S[] {
  const wanted = steps.reduce((sum, step) => sum + step.minutes, 0);
  if (wanted <= minutes) return [...steps];
  const whole = steps.map((step) => Math.max(1, Math.floor((step.minutes * minutes) / wanted)));
  const rests = steps.map((step, at) => ({ at, rest: (step.minutes * minutes) % wanted }));
  const byRest = rests.sort((a, b) => b.rest - a.rest || a.at - b.at);
  let left = minutes - whole.reduce((sum, each) => sum + each, 0);
  for (const { at } of byRest) {
    if (left <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    left -= 1;
  }
  while (left < 0 && Math.max(...whole) > 1) {
    const longest = whole.indexOf(Math.max(...whole));
    whole[longest] = (whole[longest] ?? 1) - 1;
    left += 1;
  }
  return steps.map((step, at) => ({ ...step, minutes: whole[at] ?? 1 }));
}
