"""The service platform: pages that work on the visitor's own device."""
