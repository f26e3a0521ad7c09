import { everyLookIn } from './every-look.js';

everyLookIn('en');
