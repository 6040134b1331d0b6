"""A page with errors is left out, and whatever named it stays whole: no dead link, no lost page."""

from pathlib import Path

from tests.site.tools import copy_project, is_foreign, pages, run, target


def test_pages_that_link_to_a_left_out_case_stay_without_a_dead_link(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    broken = project / "cases" / "2022" / "2022-d01.md"
    broken.write_text(broken.read_text("utf-8").replace("title: ", 'title: "', 1), "utf-8")
    site = tmp_path / "site"
    done = run("generator.cli", "build", "--allow-errors", "-d", str(site), cwd=project)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("未生成（有错误）") == 1, done.stderr
    assert not (site / "cases" / "2022-d01").exists()
    assert (site / "cases" / "2022-d03" / "index.html").is_file()
    assert (site / "demonstration" / "index.html").is_file()
    dead = [
        (page, address)
        for page, facts in pages(site)
        for address in (*facts.links, *facts.resources)
        if page != "404.html"
        and not is_foreign(address)
        and not (site / target(page, address)[0]).is_file()
    ]
    assert dead == []
