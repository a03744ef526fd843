"""What is made once the pages are built: data for scripts, metadata, and what keeps the site safe and offline."""
