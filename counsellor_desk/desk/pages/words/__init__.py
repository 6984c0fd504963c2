"""How things are said on all pages: days, phrases, how a status looks, figures in words."""
