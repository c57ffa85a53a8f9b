import subprocess
import sys
from pathlib import Path

from briefgen.pipeline.fulfilment import Manner, foresee, fulfil
from briefgen.project import Order, gather, open_project
from tests.test_layers import HEAVY, ROOT

ORDER = Order(names=("economic", "military"), each=True, formats=("docx",), date="2024-01-31")

AGAIN = """
import sys
from briefgen.cli import main
code = main(["build", "economic", "-f", "docx", "--date", "2024-01-31"])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
sys.exit(code)
"""


def test_a_paper_is_built_once_and_then_stands(folder):
    commissions = gather(open_project(), ORDER)
    out = folder / "out"
    assert [r.state for r in foresee(commissions, out, Manner())] == ["due", "due"]
    assert [r.state for r in fulfil(commissions[:1], out, Manner())] == ["built"]
    assert [r.state for r in fulfil(commissions, out, Manner())] == ["unchanged", "built"]
    assert [r.state for r in fulfil(commissions, out, Manner(force=True))] == ["built", "built"]


def test_nothing_heavy_is_imported_where_nothing_is_to_do(run, folder):
    run("build", "economic", "-f", "docx", "--date", "2024-01-31")
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{AGAIN}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "economic: unchanged" in done.stderr
    assert set(done.stdout.splitlines()[-1].split()) & HEAVY == set()


def test_the_papers_are_saved_as_they_are_built(folder):
    out = Path("out")
    results = fulfil(gather(open_project(), ORDER), out, Manner())
    assert next(results).commission.name == "economic"
    assert (out / "economic.docx").is_file()
    assert not (out / "military.docx").exists()
    results.close()
    assert not list(out.glob(".*"))
