// Before anything is shown: whether the beginning that stands in the page is what the address asks for ("") or another view
// ("other"). A file of its own, because the page's one script comes later than the page's text.
document.documentElement.dataset.first = location.search.length > 1 ? 'other' : '';
