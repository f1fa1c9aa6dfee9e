"""Shows a phrase in use: the page of a concordance, with its translations and the documents they are from."""
