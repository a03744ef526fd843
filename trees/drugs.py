"""Every drug, spelt once. A name stands here only when a source in `trees/sources` prints it."""

from trees.core import Drug

IMATINIB = Drug("imatinib", name="Imatinib", also=["Gleevec"])
SUNITINIB = Drug("sunitinib", name="Sunitinib", also=["Sutent"])
REGORAFENIB = Drug("regorafenib", name="Regorafenib", also=["Stivarga"])
SORAFENIB = Drug("sorafenib", name="Sorafenib", also=["Nexavar"])
DASATINIB = Drug("dasatinib", name="Dasatinib", also=["Sprycel"])
NILOTINIB = Drug("nilotinib", name="Nilotinib", also=["Tasigna"])
PAZOPANIB = Drug("pazopanib", name="Pazopanib", also=["Votrient"])
AVAPRITINIB = Drug("avapritinib", name="Avapritinib")
RIPRETINIB = Drug("ripretinib", name="Ripretinib")
