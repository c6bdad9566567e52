"""What several files of tests share: the command, run in this process or its own, and a build of the seeds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from kg.commands.main import main

settings.register_profile("kg", deadline=None)  # the first example of a run loads dictionaries
settings.load_profile("kg")

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Done:
    """What a run of `kg` came to."""

    code: int
    out: str
    err: str


Kg = Callable[..., Done]


def started(*arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    """`kg` with these arguments as a process, in the project's folder."""
    command = [sys.executable, "-m", "kg.commands.main", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def ended(process: subprocess.Popen[bytes], seconds: float | None = None) -> Done:
    """What came of a process; one that takes longer than `seconds` is killed, and the test fails."""
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        pytest.fail(f"{' '.join(map(str, process.args[2:]))} takes longer than {seconds} s")  # type: ignore[index]
    return Done(process.returncode, out.decode(), err.decode())


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Kg:
    """`kg(…)` runs the command in this process."""

    def run(*arguments: str | Path) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([*map(str, arguments)], prog_name="kg")
        code = ended.value.code
        return Done(code if isinstance(code, int) else 1 if code else 0, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the seeds."""
    folder = tmp_path_factory.mktemp("built") / "output"
    done = ended(started("build", "seeds", "-o", folder, PYTHONHASHSEED="0"))
    assert (done.code, done.err) == (0, ""), done.err
    assert all(part in done.out for part in (str(folder / "explorer.html"), str(folder / "report.md"))), done.out
    return folder
