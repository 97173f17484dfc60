// Improves pages that work without it. Each part looks for its own data attribute and does nothing where there is none.
import './form-nonces.js';
import './search-key.js';
import './error-focus.js';
import './row-save.js';
import './row-add.js';
import './autosave.js';
import './live.js';
import './grow.js';
import './step-timer.js';
import './print.js';
import './leave-on-escape.js';
import './docket-drag.js';
import './copy.js';
import './undo.js';
