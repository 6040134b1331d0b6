"""Word files to be filled: by hand, in Word, or by the site's own script in the browser.

Written by Python alone, for every build makes them: neither pandoc nor lxml is loaded. They are
not compressed, so that the script can read them without a library.
"""
