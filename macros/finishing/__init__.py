"""What is made of the pages once they are built: data for scripts, metadata, and what keeps the site safe and offline."""
