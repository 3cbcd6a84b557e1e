// The same engine compiled for speed instead of size.

import { open } from './product.js';

export const facets = data => open(data, '/product-fast/peers_product.js');
