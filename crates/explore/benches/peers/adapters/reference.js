// The hand-written reference, each task in a file of its own.

export { facets } from './reference-facets.js';
export { pairs } from './reference-pairs.js';
export { text } from './reference-text.js';
