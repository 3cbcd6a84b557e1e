// The same engine compiled for speed instead of size.

import { filters, meetings, places, searches } from './product.js';

const PROGRAM = '/product-fast/peers_product.js';
export const facets = data => filters(data, PROGRAM);
export const text = data => searches(data, PROGRAM);
export const pairs = data => meetings(data, PROGRAM);
export const layout = () => places(PROGRAM);
