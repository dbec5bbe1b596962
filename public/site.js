// The public site's one script. Every page is complete without it.
