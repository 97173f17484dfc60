// Improves pages that work without it. Each part looks for its own data attribute and does nothing where there is none.
import './search-key.js';
import './error-focus.js';
