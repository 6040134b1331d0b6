"""Charts as SVG, made when the site is built: values in, markup out; nobody's records are known."""
