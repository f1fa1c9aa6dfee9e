"""The page of a concordance: a phrase in use, its translations, and the documents behind them."""
