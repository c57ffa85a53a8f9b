from importlib.metadata import version

from briefgen import __version__
from briefgen.project.versions import PACKAGES, find_versions, version_of


def test_every_package_that_may_change_a_byte_is_named_with_its_version():
    found = dict(find_versions())
    assert found["briefgen"] == __version__
    assert found["reportlab"] == version("reportlab")
    assert all(found[name] for name in PACKAGES)
    assert len(found["code"]) == 64


def test_a_package_that_is_not_there_has_no_version():
    assert version_of("no-such-package-of-ours") == ""
