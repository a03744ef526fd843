"""Every drug, spelt once. A name stands here only when a source in `trees/sources` prints it."""

from trees.core import Drug

IMATINIB = Drug("imatinib", name="Imatinib")
SUNITINIB = Drug("sunitinib", name="Sunitinib")
