/**
 * Loaded once for all runs of a worker, before any of them: the pure core, which keeps nothing of a run. Otherwise every run
 * would evaluate it again when it begins.
 *
 * And no error made in a run has a stack: the SDK makes one for every promise, so as to say later where a run waits, and that
 * cost a quarter of the worker's time. Our errors name their case and step; where that is not enough, a worker that runs from
 * the sources, or a replay of the history against them, has stacks.
 */
import '../domain/auction/acts.js';
import '../domain/auction/delivery.js';
import '../domain/auction/instants.js';
import '../domain/cases/case.js';
import '../domain/city-cycle/acts.js';
import '../domain/city-cycle/instants.js';
import '../domain/letters/addresses.js';

Error.stackTraceLimit = 0;
