import type { Instant } from '../domain/model/instant.js';

/** How far the clock of a training twin is moved: a day; to the next thing that happens; to shortly before something closes. */
export type TwinStep = 'day' | 'event' | 'deadline';

interface Far {
  readonly done: number;
  readonly of: number;
}

/** What a twin is busy with, if it is. */
export interface TwinState {
  readonly playing?: Far;
  readonly moving?: Far;
}

/** 演练: a city that nobody lives in, with a clock that whoever learns may move. */
export interface Twin {
  readonly now: () => Instant;
  readonly state: TwinState;
  /** What closes next. */
  readonly deadline: { readonly on: string; readonly zh: string } | undefined;
  move(step: TwinStep): Promise<void>;
  /** Begins it anew, from its first morning. */
  reset(): void;
}
