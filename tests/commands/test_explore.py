"""`kg explore` opens the page of a build, says where it is, and says what to do where there is none."""

import pytest
from click.testing import CliRunner

from kg.commands import explore as module
from kg.commands.main import main


@pytest.fixture
def opened(monkeypatch):
    """The addresses that the browser was asked to open."""
    asked = []
    monkeypatch.setattr(module.webbrowser, "open", lambda address: asked.append(address) or True)
    return asked


@pytest.fixture
def build(tmp_path):
    folder = tmp_path / "一 build"
    folder.mkdir()
    (folder / "explorer.html").write_text("<!DOCTYPE html>", encoding="utf-8")
    return folder


def run(*arguments):
    return CliRunner().invoke(main, ["explore", *map(str, arguments)])


def test_the_page_is_opened_and_its_path_printed(build, opened):
    result = run("-g", build)
    assert (result.exit_code, result.stdout.strip()) == (0, str(build / "explorer.html"))
    assert opened == [(build / "explorer.html").as_uri()]
    assert " " not in opened[0]


def test_a_name_is_searched_at_once(build, opened):
    assert run("齐河 县", "-g", build).exit_code == 0
    assert opened == [(build / "explorer.html").as_uri() + "#find=%E9%BD%90%E6%B2%B3%20%E5%8E%BF"]


def test_nothing_is_opened_when_only_the_path_is_asked_for(build, opened):
    result = run("-g", build, "--no-open")
    assert (result.exit_code, result.stdout.strip(), opened) == (0, str(build / "explorer.html"), [])


@pytest.mark.parametrize("there", ["nowhere", "."])
def test_a_folder_without_a_build_is_named_with_the_remedy(tmp_path, opened, there):
    result = run("-g", tmp_path / there)
    assert (result.exit_code, result.stdout, opened) == (2, "", [])
    assert f"kg build SOURCES -o {tmp_path / there}" in result.stderr


def test_a_page_that_cannot_be_read_is_told(tmp_path, opened):
    (tmp_path / "explorer.html").mkdir()
    result = run("-g", tmp_path)
    assert result.exit_code == 2 and "cannot read" in result.stderr and opened == []


def test_a_machine_without_a_browser_is_told(build, monkeypatch):
    monkeypatch.setattr(module.webbrowser, "open", lambda address: False)
    result = run("-g", build)
    assert result.exit_code == 2 and "no browser was found" in result.stderr
    assert result.stdout.strip() == str(build / "explorer.html")
