"""The board: whoever waits learns of every state, and of none twice."""

import threading
from typing import Any, cast

from generator.serving.board import Board, State
from generator.serving.problems import Problem
from generator.serving.snapshot import Snapshot

FIRST, SECOND = cast("Snapshot", object()), cast("Snapshot", object())


def test_a_refusal_keeps_the_last_good_pages() -> None:
    board = Board()
    board.show(FIRST)
    site = board.state.site
    board.refuse((Problem("wrong"),))
    assert board.state.snapshot is FIRST
    assert board.state.site == site
    assert [problem.message for problem in board.state.problems] == ["wrong"]
    board.show(SECOND)
    assert board.state.snapshot is SECOND
    assert not board.state.problems
    assert board.state.site != site


def test_what_is_replaced_is_no_news() -> None:
    board = Board()
    board.show(FIRST)
    before = board.state
    board.replace(SECOND)
    assert board.state.snapshot is SECOND
    assert (board.state.token, board.state.site) == (before.token, before.site)


def test_waiting_ends_with_the_next_state_or_with_patience() -> None:
    board = Board()
    token = board.state.token
    assert board.wait("of another run", 60).token == token
    assert board.wait(token, 0.01).token == token
    seen: list[State] = []
    thread = threading.Thread(target=lambda: seen.append(board.wait(token, 60)))
    thread.start()
    board.count(7)
    thread.join(60)
    assert [state.reading for state in seen] == [7]


def test_tokens_of_two_runs_differ() -> None:
    tokens: list[Any] = [Board().state.token for _ in range(2)]
    assert len(set(tokens)) == 2
