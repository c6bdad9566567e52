"""A process of its own that answers queries, and is ended when one takes too long.

Requests and answers are pickled over its standard input and output. `subprocess` is used rather than
`multiprocessing`, whose workers import the caller's main module again: that breaks scripts without a main guard.
Where the system offers it, the worker caps its own memory, and opens no further file or connection once the graph is
loaded: a second wall behind `kg.graph.query_guard`.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import kg
from kg.graph.query_guard import QueryCrash, QueryError, QueryTimeout
from kg.graph.vocabulary import DEFAULT_BASE

MEMORY_FOR_A_QUERY = 2 * 1024**3  # bytes beyond the loaded graph
START = """
import sys
sys.path.insert(0, sys.argv[1])  # this very copy of the package, whatever else is installed,
import kg
sys.path.append(sys.path.pop(0))  # but no module of its folder in place of one of Python's own
from kg.graph.query import evaluate, load
from kg.graph.query_worker import serve
serve(load, evaluate)
"""


class Worker:
    """The worker process for some Turtle files, started when first asked and again after it was ended."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = [str(Path(file).resolve()) for file in files]
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, sparql: str, limit: int | None, timeout: float, base: str = DEFAULT_BASE) -> tuple:
        """The fields of a QueryAnswer up to `truncated`; `base` is what the prefix `id` stands for.

        One query at a time: further threads wait, and their time does not run.
        """
        with self._lock:
            process = self._process or self._start()
            timed_out = threading.Event()

            def end() -> None:
                timed_out.set()
                process.kill()

            timer = threading.Timer(timeout, end)
            timer.daemon = True
            try:
                timer.start()
                return self._exchange(process, (sparql, limit, base))
            except (EOFError, OSError, pickle.UnpicklingError) as error:
                self._end()
                if timed_out.is_set():
                    raise QueryTimeout(
                        f"the query took longer than {timeout:g} seconds. "
                        "Ask for less, with LIMIT or a narrower pattern"
                    ) from error
                raise QueryCrash(
                    "the query ended the process that ran it, most likely for want of memory. "
                    "Ask for less, with LIMIT or a narrower pattern"
                ) from error
            except QueryError:
                raise
            except BaseException:  # interrupted: the answer still to come must not be taken for the next one's
                self._end()
                raise
            finally:
                timer.cancel()
                if timed_out.is_set():
                    self._end()

    def close(self) -> None:
        with self._lock:
            self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        package_home = str(Path(kg.__file__).parents[1])
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", START, package_home],  # -P: no module of the working directory
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._process = process
        try:
            self._exchange(process, self._files)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self._end()
            raise QueryCrash("the process for queries ended while it loaded the graph") from error
        except QueryError:
            self._end()
            raise
        return process

    @staticmethod
    def _exchange(process: subprocess.Popen[bytes], request: object) -> tuple:
        assert process.stdin and process.stdout
        pickle.dump(request, process.stdin)
        process.stdin.flush()
        answer = pickle.load(process.stdout)  # from our own process, which pickles nothing but terms and strings
        if isinstance(answer, QueryError):
            raise answer
        return answer

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was still to be written has no reader
                    pipe.close()


def serve(load: Callable, evaluate: Callable) -> None:
    """The worker's side: load the files named first, then answer until the input ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer

    def send(answer: object) -> None:
        pickle.dump(answer, answers)
        answers.flush()

    try:
        store = load(map(Path, pickle.load(requests)))
    except QueryError as error:
        send(error)
        return
    _wall_in()
    send(())
    while True:
        try:
            sparql, limit, base = pickle.load(requests)
        except EOFError:
            return
        try:
            answer = evaluate(store, sparql, limit, base)
            send((answer.variables, answer.solutions, answer.boolean, answer.triples, answer.truncated))
        except QueryError as error:
            send(error)


def _wall_in() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:  # only Linux tells how large a process is
        pass
    else:
        most = pages * resource.getpagesize() + MEMORY_FOR_A_QUERY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with open(os.devnull) as lowest_free:
        descriptors = lowest_free.fileno()
    resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))
