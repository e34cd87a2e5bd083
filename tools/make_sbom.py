"""Write what an installation consists of, as a CycloneDX bill of materials: libraries, and who asks for which.

The libraries are those of a virtual environment where the wheel is installed with all its extras and nothing else. The
archives of `dist/` are named with their hashes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[1]
OURS = "root-component"


def listed(python: Path) -> dict[str, Any]:
    """Give all that is in a virtual environment, as cyclonedx-py tells it."""
    program = Path(sys.executable).with_name("cyclonedx-py")
    options = ["--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible", "--sv", "1.6", "--of", "JSON"]
    command = [str(program), "environment", *options, str(python)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def needed(bill: dict[str, Any]) -> set[str]:
    """Give what the project leads to, by way of others too."""
    asked = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    found, left = set[str](), [OURS]
    while left:
        if (ref := left.pop()) not in found:
            found.add(ref)
            left += asked.get(ref, [])
    return found


def as_released(bill: dict[str, Any], dist: Path) -> dict[str, Any]:
    """Give a bill with only what is needed (an installer is not), and with the archives that it is about."""
    kept = needed(bill)
    version = re.search(r'__version__ = "(.+)"', (ROOT / "src/samverkan/__init__.py").read_text(encoding="utf-8"))
    archives = [
        {"type": "distribution", "url": path.name, "hashes": [{"alg": "SHA-256", "content": sha256(path)}]}
        for path in sorted(dist.iterdir())
    ]
    own = bill["metadata"]["component"] | {"version": version[1] if version else ""}
    own["externalReferences"] = own.get("externalReferences", []) + archives
    components = [one for one in bill["components"] if one["bom-ref"] in kept]
    return bill | {
        "metadata": bill["metadata"] | {"component": own},
        "components": components,
        "dependencies": [one for one in bill["dependencies"] if one["ref"] in kept],
    }


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--python", type=Path, required=True)
    asked.add_argument("--dist", type=Path, default=ROOT / "dist")
    asked.add_argument("--out", type=Path, default=ROOT / "build" / "sbom" / "samverkan.cdx.json")
    told = asked.parse_args()
    bill = as_released(listed(told.python), told.dist)
    text = json.dumps(bill, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        print(f"no bill of materials: {wrong}")
        return 1
    told.out.parent.mkdir(parents=True, exist_ok=True)
    told.out.write_text(text, encoding="utf-8", newline="\n")
    print(f"{os.path.relpath(told.out)}: {len(bill['components'])} libraries")
    return 0


if __name__ == "__main__":
    sys.exit(main())
