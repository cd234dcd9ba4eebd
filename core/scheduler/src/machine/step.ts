/** What a pure transition returns: the next state, and what the world has to do about it. The very same state when nothing changes. */
export interface Step<State, Effect> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export function step<State, Effect>(state: State, effects: readonly Effect[] = []): Step<State, Effect> {
  return { state, effects };
}
