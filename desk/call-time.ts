import { z } from 'zod';
import { settingsIn } from '../records/environment.js';
import { seconds } from '../records/limits.js';

/** How long a call to a case may take, in all. */
export const CALL_SETTINGS = { LUYUE_CALL_SECONDS: seconds(10) };
const SETTINGS = z.object(CALL_SETTINGS);

/** In milliseconds, as the environment says. Throws an EnvironmentError. */
export const callMs = (env: NodeJS.ProcessEnv = process.env): number => settingsIn(SETTINGS, env).LUYUE_CALL_SECONDS;
